"""Measures Halqa beside its peers: python3 bench.py RELEASE WORK ITEMS ROUNDS; writes the page to standard output.

RELEASE is the folder of the built programs; WORK is kept, so that what was made once is there the next time.
"""

import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import growth
import measuring
import page
import questions

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Programs:
    release: Path
    work: Path

    @property
    def halqa(self):
        return str(self.release / "halqa")

    def community(self, items):
        """The community with so many action items, made if it is not there."""
        community = self.work / str(items)
        if not (community / "community.db").exists():
            say(f"making the community of {items:,} action items")
            subprocess.run([self.release / "Benchmarks", community, str(items)], check=True)
        return self.place(community)

    def place(self, community):
        with sqlite3.connect(f"file:{community}/community.db?mode=ro", uri=True) as database:
            member, organization = database.execute(
                "SELECT key, organization FROM member WHERE role = 'focal_point' ORDER BY key LIMIT 1").fetchone()
        return questions.Place(
            self.halqa, str(self.work / "embedding"), FOLDER, community, member, organization)

    @property
    def imports(self):
        """Whether files can be imported through transforms."""
        told = subprocess.run([self.halqa, "help", "import"], capture_output=True, text=True, check=True).stdout
        return "transform" in told

    def build_peers(self):
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "lua5.4", "sqlite3"], check=True, capture_output=True, text=True)
        subprocess.run(
            ["cc", "-O2", "-o", self.work / "embedding", FOLDER / "peers" / "embedding.c", *flags.stdout.split()],
            check=True)


@dataclass(frozen=True)
class Result:
    """What Halqa and the peers of one question took, round by round."""

    question: questions.Question
    halqa: list
    peers: list


def compete(question, rounds, work):
    """A round in which answers are compared, and nothing is measured, then the others, in turns."""
    say(question.title)
    contestants = [question.halqa, *(peer.contestant for peer in question.peers)]
    outputs = [work / f"answer-{index}" for index in range(len(contestants))]
    usages = [[] for _ in contestants]
    answers = []
    for turn in range(rounds + 1):
        for contestant, output, taken in zip(contestants, outputs, usages):
            usage = measuring.measure(contestant, output)
            if turn > 0:
                taken.append(usage)
            elif not contestant.minus:
                answers.append(contestant.answer() if contestant.answer else measuring.numbers(output))
    if any(answer != answers[0] or not answer for answer in answers):
        raise measuring.Failed(f"{question.title}: the answers differ; they are in {work}/answer-*")
    return Result(question, usages[0], usages[1:])


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    programs = Programs(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
    items, rounds = int(sys.argv[3]), int(sys.argv[4])
    programs.work.mkdir(parents=True, exist_ok=True)
    programs.build_peers()
    started = page.Circumstances.now()
    whole, small = programs.community(items), programs.community(10_000)
    demo = programs.work / "demo"
    if not demo.exists():
        subprocess.run([programs.halqa, "--quiet", "init", "--demo", demo], check=True)

    asked = [
        *questions.reading(whole), *questions.starting(programs.place(demo)), *questions.calling(whole),
        *questions.exporting(whole, programs.work),
    ]
    if programs.imports:
        asked += questions.importing(whole, programs.work)
    results = [compete(question, rounds, programs.work) for question in asked]
    say("memory")
    memory = [
        (ours.title, measuring.peak_memory(ours.halqa.command), measuring.peak_memory(theirs.halqa.command))
        for ours, theirs in zip(questions.reading(whole), questions.reading(small))
    ]
    sys.stdout.write(page.text(
        items, rounds, started, results, memory, growth.by_items(programs, items, rounds),
        growth.by_plugins(programs, rounds)))


if __name__ == "__main__":
    main()
