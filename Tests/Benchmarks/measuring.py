"""How long a program takes, how much memory it and its children hold at most, and which numbers it printed."""

import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


class Failed(Exception):
    """A program that did not do what was asked of it."""


@dataclass(frozen=True)
class Usage:
    wall: float  # seconds
    processor: float  # seconds, of the program and of the children that it waited for

    def __sub__(self, other):
        return Usage(self.wall - other.wall, self.processor - other.processor)


def run(command, output):
    """Runs a command, with what it prints into a file."""
    with open(output, "wb") as printed, open(f"{output}.errors", "wb") as errors:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=printed, stderr=errors)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise Failed(f"{command} ended with {child.returncode}: {Path(f'{output}.errors').read_text()}")
    return Usage(wall, used.ru_utime + used.ru_stime)


def measure(contestant, output):
    if contestant.prepare:
        contestant.prepare()
    usage = run(contestant.command, output)
    return usage - run(contestant.minus, f"{output}.minus") if contestant.minus else usage


def numbers(file):
    """All numbers in a text, however it is laid out."""
    return sorted(int(number) for number in re.findall(rb"\d+", Path(file).read_bytes()))


def peak_memory(command):
    """The sum of the most that each process of the command's tree held, in bytes: no less than they held at once."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks = {}
    while child.poll() is None:
        for process in tree(child.pid):
            peaks[process] = max(peaks.get(process, 0), high_water_mark(process))
        time.sleep(0.002)
    if child.returncode != 0:
        raise Failed(f"{command} ended with {child.returncode}")
    return sum(peaks.values())


def tree(process):
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:  # it has ended
        return
    for child in children:
        yield from tree(int(child))


def high_water_mark(process):
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    except OSError:
        found = None
    return int(found[1]) * 1024 if found else 0
