"""How Halqa's own time and memory grow with what a community has."""

import shutil
import statistics
import subprocess

import measuring


def wall(command, rounds, work):
    return statistics.median(measuring.run(command, work / "answer").wall for _ in range(rounds))


def by_items(programs, items, rounds):
    """For each size of community: its size, and of a loop, a count and a count by status seconds and bytes."""
    rows = []
    for size in (10**power for power in range(3, 7)):
        if size > items:
            break
        place = programs.community(size)
        commands = [place.run(name) for name in ("loop", "count", "by_status")]
        rows.append((size, [
            (wall(command, rounds, programs.work), measuring.peak_memory(command)) for command in commands]))
    return rows


PLUGIN = """[plugin]
id = "{name}"
name = {{ en = "Plugin {number}" }}
version = "1.0.0"
api = "1"
license = "MIT"
authors = ["Benchmark"]

[needs]
read = ["action_items"]
"""
REPORT = """return report {
  title = { en = "Open items" },
  run = function(community) return community.action_items:where("status", "open"):count() end,
}
"""


COUNTS = (1, 10, 100, 1000)


def by_plugins(programs, rounds):
    """For each number of installed plugins: seconds of a script of one line, of a plugin's report, and of their list."""
    rows = []
    for count, place in communities(programs):
        commands = (
            place.run("one"), [*place.run("one")[:-1], "bench_0/open"], [*plugins(place), "list", "--format", "csv"])
        rows.append((count, [wall(command, rounds, programs.work) for command in commands]))
    return rows


def communities(programs):
    """A community of 1,000 action items with each number of plugins; made if it is not there, out of the one before."""
    before, installed = programs.community(1000).community, 0
    for count in COUNTS:
        community = programs.work / f"plugins-{count}"
        if not community.exists():
            shutil.copytree(before, programs.work / "unfinished")
            for number in range(installed, count):
                install(plugins(programs.place(programs.work / "unfinished")), programs.work, number)
            (programs.work / "unfinished").rename(community)
        before, installed = community, count
        yield count, programs.place(community)


def plugins(place):
    return [place.halqa, "--quiet", "--community", str(place.community), "plugin"]


def install(command, work, number):
    folder = work / "plugin"
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    (folder / "plugin.toml").write_text(PLUGIN.format(name=f"bench_{number}", number=number))
    (folder / "reports" / "open.lua").write_text(REPORT)
    subprocess.run([*command, "install", "--yes", folder], check=True, stdout=subprocess.DEVNULL)
