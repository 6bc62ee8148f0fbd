"""The page: docs/benchmarks.md."""

import os
import platform
import re
import statistics
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Circumstances:
    """Where it was measured, and what else went on there."""

    load: float

    @staticmethod
    def now():
        return Circumstances(os.getloadavg()[0])


def machine():
    processor = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())[1]
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())[1]) / 1024**2
    return f"{processor}, {os.cpu_count()} cores, {memory:.0f} GB, Linux {platform.release()}"


def priority():
    if os.sched_getscheduler(0) == os.SCHED_FIFO:
        return " All programs ran at real-time priority, so that other work took little from them."
    return ""


def versions():
    def version(*command):
        printed = subprocess.run(command, capture_output=True, text=True, check=False)
        return re.search(r"\d+\.\d+(\.\d+)?", printed.stdout + printed.stderr)[0]

    return (
        f"Lua {version('lua5.4', '-v')}, SQLite {version('sqlite3', '--version')}, "
        f"Python {version('/usr/bin/python3', '--version')}, GCC {version('cc', '--version')}, "
        f"Swift {version('swift', '--version')}")


def seconds(values):
    median = statistics.median(values)
    return f"{median * 1000:,.0f} ms" if median < 10 else f"{median:,.1f} s"


def ratios(ours, theirs):
    """The median of the rounds' ratios, and the least and the largest of them."""
    found = [mine.wall / other.wall for mine, other in zip(ours, theirs)]
    return statistics.median(found), min(found), max(found)


def verdict(ratio, goal):
    return "" if goal is None else f"≤ {goal:g}: " + ("met" if ratio <= goal else "**missed**")


def comparison(result):
    for index, peer in enumerate(result.question.peers):
        theirs = result.peers[index]
        ratio, least, most = ratios(result.halqa, theirs)
        yield [
            result.question.title, peer.name,
            seconds([usage.wall for usage in result.halqa]), seconds([usage.wall for usage in theirs]),
            seconds([usage.processor for usage in result.halqa]), seconds([usage.processor for usage in theirs]),
            f"**{ratio:.2f}** ({least:.2f}–{most:.2f})", verdict(ratio, peer.goal),
        ]


def table(titles, rows):
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def megabytes(count):
    return f"{count / 1024**2:.0f} MB"


def text(items, rounds, started, results, memory, by_items, by_plugins):
    imports = any("import" in result.question.title for result in results)
    words = (Path(__file__).parent / "page.md").read_text()
    return words.format(
        items=f"{items:,}", members=f"{items // 10:,}", rounds=rounds, machine=machine(), priority=priority(), versions=versions(),
        date=date.today(), load_before=f"{started.load:.1f}", load_after=f"{os.getloadavg()[0]:.1f}",
        comparisons=table(
            ["question", "peer", "Halqa", "peer takes", "Halqa, processor", "peer, processor",
             "Halqa ÷ peer (least–most)", "goal"],
            [row for result in results for row in comparison(result)]),
        imports="" if imports else "\nThe import of 100,000 rows is not measured yet: this version has no import through transforms.\n",
        memory=table(
            ["question", f"{items:,} items", "10,000 items", "ratio", "goal"],
            [[title, megabytes(whole), megabytes(small), f"{whole / small:.2f}", verdict(whole / small, 1.2)]
             for title, whole, small in memory]),
        by_items=table(
            ["action items", "loop over 3 fields", "count", "count by status"],
            [[f"{size:,}", *(f"{seconds([wall])}, {megabytes(peak)}" for wall, peak in cells)]
             for size, cells in by_items]),
        by_plugins=table(
            ["installed plugins", "a script of one line", "a plugin's report", "`halqa plugin list`"],
            [[f"{count:,}", *(seconds([wall]) for wall in cells)] for count, cells in by_plugins]),
    )
