"""What is compared: for each question the programs that answer it, and the SQL that all of them ask."""

import os
import shutil
import sqlite3
import subprocess
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Optional

import measuring

# What a focal point may see of the action items, as one who knows the rights would write it.
VISIBLE = """(action_item.session IS NULL
  OR action_item.session NOT IN (SELECT key FROM session WHERE confidentiality = 'closed')
  OR action_item.session IN (
    SELECT invitation.session FROM attendance AS invitation
      JOIN session ON session.key = invitation.session AND session.status <> 'draft'
      JOIN member ON member.key IN (invitation.member, invitation.delegate)
      WHERE member.organization = {organization})
  OR action_item.assignee = {member}
  OR action_item.key IN (SELECT record FROM action_item_owners WHERE target = {organization}))"""

# Days are counted from 1970-01-01: 20454 is 2026-01-01.
LOOP = "SELECT status, priority, due FROM action_item WHERE {visible}"
REFERENCE = """SELECT action_item.status AS status, member.name AS name FROM action_item
  LEFT JOIN member ON member.key = action_item.assignee WHERE {visible}"""
COUNT = "SELECT count(*) FROM action_item WHERE status NOT IN ('done', 'cancelled') AND due < 20454 AND {visible}"
BY_STATUS = "SELECT status, count(*) FROM action_item WHERE due < 20454 AND {visible} GROUP BY status ORDER BY status"
BY_OWNER = """SELECT organization.name ->> '$.en' AS owner, count(*) FROM action_item
  LEFT JOIN action_item_owners ON action_item_owners.record = action_item.key
  LEFT JOIN organization ON organization.key = action_item_owners.target
  WHERE due < 20454 AND {visible} GROUP BY organization.key ORDER BY owner"""
# A workplan as agencies would send it, and what must be there once it is imported.
ROWS = """SELECT 'IMP/' || action_item.id AS "Reference", title ->> '$.en' AS "Activity",
    (SELECT group_concat(organization.name ->> '$.en', ' / ') FROM action_item_owners
      JOIN organization ON organization.key = target WHERE record = action_item.key) AS "Responsible Agencies",
    date(due * 86400, 'unixepoch') AS "Due", progress AS "Progress"
  FROM action_item ORDER BY action_item.key LIMIT 100000"""
IMPORTED = (
    "SELECT id, kind, title, reference, status, due, progress FROM action_item WHERE id LIKE 'wp-%' ORDER BY id",
    """SELECT id, group_concat(target) FROM action_item JOIN action_item_owners ON record = key
       WHERE id LIKE 'wp-%' GROUP BY key ORDER BY id""",
    "SELECT entity, id, action, before, after FROM audit WHERE id LIKE 'wp-%' ORDER BY id",
    "SELECT count(*) FROM search_action_item WHERE search_action_item MATCH 'imp'",
)
EXPORT = """SELECT id, title ->> '$.en', status, priority, date(due * 86400, 'unixepoch') FROM action_item"""


@dataclass(frozen=True)
class Contestant:
    command: list
    # What is taken off: the same program without what is measured.
    minus: Optional[list] = None
    # What is done before each run, and not measured.
    prepare: Optional[Callable[[], None]] = None
    # What it wrote, to be compared; without it, what it prints.
    answer: Optional[Callable[[], object]] = None


@dataclass(frozen=True)
class Peer:
    name: str
    contestant: Contestant
    # The most that Halqa is to take, as a multiple of what this takes; nothing where none was set.
    goal: Optional[float] = None


@dataclass(frozen=True)
class Question:
    title: str
    halqa: Contestant
    peers: list
    # Whether its peak of memory is compared with that over fewer records.
    has_memory: bool = False


@dataclass(frozen=True)
class Place:
    """A community, and where the programs are."""

    halqa: str
    embedding: str
    folder: Path  # of this file
    community: Path
    # The keys of the focal point as whom is asked, and of their organization.
    member: int
    organization: int

    @property
    def database(self):
        return str(self.community / "community.db")

    def sql(self, text, as_focal=False):
        visible = VISIBLE.format(organization=self.organization, member=self.member) if as_focal else "1"
        return text.format(visible=visible)

    def run(self, name, as_focal=False):
        viewer = ["--as", "m-0"] if as_focal else []
        return [self.halqa, "--quiet", "--community", str(self.community), *viewer,
                "run", "--time", "60s", "--format", "csv", str(self.folder / "reports" / f"{name}.lua")]

    def embed(self, name, sql):
        return [self.embedding, self.database, sql, str(self.folder / "peers" / f"{name}.embedding.lua")]

    def luasql(self, name, sql):
        return ["lua5.4", str(self.folder / "peers" / f"{name}.luasql.lua"), self.database, sql]

    def python(self, name, *arguments):
        return ["/usr/bin/python3", "-I", str(self.folder / "peers" / f"{name}.py"), *arguments]

    def shell(self, sql):
        return ["sqlite3", "-readonly", "-csv", self.database, sql]


def reading(place):
    """Loops and questions over all action items."""
    for viewer, as_focal in (("operator", False), ("focal point", True)):
        loop, reference = place.sql(LOOP, as_focal), place.sql(REFERENCE, as_focal)
        yield Question(
            f"loop over 3 fields, as {viewer}", Contestant(place.run("loop", as_focal)),
            [
                Peer("C embedding", Contestant(place.embed("loop", loop)), 0.9),
                Peer("Lua with luasql", Contestant(place.luasql("loop", loop)), 0.8),
                Peer("Python", Contestant(place.python("loop", place.database, loop)), 0.8),
            ], has_memory=True)
        yield Question(
            f"loop that follows a reference, as {viewer}", Contestant(place.run("reference", as_focal)),
            [Peer("C embedding, joined", Contestant(place.embed("reference", reference)), 1.1)],
            has_memory=True)
        for title, report, sql in (
            ("count", "count", COUNT), ("count by status", "by_status", BY_STATUS),
            ("count by owner", "by_owner", BY_OWNER),
        ):
            yield Question(
                f"{title}, as {viewer}", Contestant(place.run(report, as_focal)),
                [Peer("sqlite3 shell", Contestant(place.shell(place.sql(sql, as_focal))), 1.15)],
                has_memory=True)


def starting(demo):
    """What is paid before and beside the work."""
    yield Question(
        "a script of one line, on the demo", Contestant(demo.run("one")),
        [Peer("Python's start", Contestant(["/usr/bin/python3", "-I", "-c", "import sqlite3; print(1)"]), 1.5)])


def calling(place):
    """Five million calls, and as many fields read, less the loop around them."""
    sql = place.sql(LOOP)
    for title, name, goal in (("calls of a host function", "calls", 3.0), ("fields read of one record", "fields", 1.2)):
        yield Question(
            f"5,000,000 {title}", Contestant(place.run(name), minus=place.run("no_calls")),
            [Peer("C embedding", Contestant(place.embed(name, sql), minus=place.embed("no_calls", sql)), goal)])


def exporting(place, folder):
    """Every action item with five columns, into a file."""
    columns = "id,title,status,priority,due"
    for form in ("csv", "xlsx"):
        ours, theirs = folder / f"halqa.{form}", folder / f"python.{form}"
        listing = [place.halqa, "--quiet", "--community", str(place.community),
                   "list", "action_items", "--columns", columns, "--output", str(ours)]
        peer = place.python(f"export_{form}", place.database, place.sql(EXPORT), str(theirs))
        yield Question(
            f"export of all action items to {form.upper()}", Contestant(listing, answer=lambda file=ours: contents(file)),
            [Peer("Python", Contestant(peer, answer=lambda file=theirs: contents(file)))])


def importing(place, folder):
    """100,000 rows of a file through a transform, into a fresh copy of the community each time."""
    copy = replace(place, community=folder / "import")
    rows = folder / "rows.csv"
    rows.write_bytes(subprocess.run(place.shell(ROWS)[:-1] + ["-header", ROWS], check=True, capture_output=True).stdout)

    def prepare():
        shutil.rmtree(copy.community, ignore_errors=True)
        shutil.copytree(place.community, copy.community)
        os.sync()

    def answer():
        with sqlite3.connect(copy.database) as database:
            return [database.execute(sql).fetchall() for sql in IMPORTED]

    transform = str(place.folder / "reports" / "workplan.lua")
    yield Question(
        "import of 100,000 rows of CSV, with audit",
        Contestant(
            [place.halqa, "--quiet", "--community", str(copy.community), "import", transform, str(rows), "--yes"],
            prepare=prepare, answer=answer),
        [Peer("Python", Contestant(
            place.python("import_csv", copy.database, str(rows)), prepare=prepare, answer=answer), 0.8)])


def contents(file):
    """All numbers of a file of CSV; of a workbook, how many rows its largest sheet has."""
    if file.suffix == ".csv":
        return measuring.numbers(file)
    with zipfile.ZipFile(file) as parts:
        return max(parts.read(sheet).count(b"<row ") for sheet in parts.namelist() if "/worksheets/sheet" in sheet)
