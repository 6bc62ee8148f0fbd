"""How Halqa's own time and memory grow with what a community has."""

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


def by_plugins(programs, rounds):
    """For each number of installed plugins: seconds of a script of one line, of a plugin's report, and of their list."""
    community = programs.work / "plugins"
    if not community.exists():
        subprocess.run([programs.release / "Benchmarks", community, "1000"], check=True)
    place = programs.place(community)
    plugins = [place.halqa, "--quiet", "--community", str(community), "plugin"]
    installed = len(subprocess.run(
        [*plugins, "list", "--format", "csv"], check=True, capture_output=True, text=True).stdout.splitlines()) - 1
    rows = []
    for wanted in (1, 10, 100, 1000):
        for number in range(installed, wanted):
            install(plugins, programs.work, number)
        installed = max(installed, wanted)
        rows.append((installed, [
            wall(command, rounds, programs.work) for command in (
                place.run("one"), [*place.run("one")[:-1], "bench_0/open"],
                [*plugins, "list", "--format", "csv"])]))
    return rows


def install(plugins, work, number):
    folder = work / "plugin"
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    (folder / "plugin.toml").write_text(PLUGIN.format(name=f"bench_{number}", number=number))
    (folder / "reports" / "open.lua").write_text(REPORT)
    subprocess.run([*plugins, "install", "--yes", folder], check=True, stdout=subprocess.DEVNULL)
