# python3 -I import_csv.py DATABASE FILE. Writes what Halqa's import of the same rows writes: records, owners, full-text index and
# an audit entry with the whole record, in one transaction that is on the disk when it ends.
import csv
import json
import re
import sqlite3
import sys
from datetime import date

# As full-text search reads Arabic: without vowel marks and tatweel, letters without their hamza.
MARKS = [0x0640, 0x0670, *range(0x064B, 0x0660), *range(0x0610, 0x061B), *range(0x06D6, 0x06EE)]
FOLDED = {mark: None for mark in MARKS} | str.maketrans("آأإٱؤئىة", "ااااوييه")
EPOCH = date(1970, 1, 1)


def main():
    database = sqlite3.connect(sys.argv[1], isolation_level=None)
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA cache_size = -64000")
    database.execute("BEGIN IMMEDIATE")
    # By name: the key, and the identifier for the audit.
    organizations = {}
    for key, identifier, name in database.execute("SELECT key, id, name FROM organization"):
        organizations |= {text: (key, identifier) for text in json.loads(name).values()}
    number = database.execute("SELECT max(number) + 1 FROM commits").fetchone()[0]
    key = database.execute("SELECT seq FROM sqlite_sequence WHERE name = 'action_item'").fetchone()[0]
    database.execute(
        "INSERT INTO commits (number, at, by, command) VALUES (?, 1767225600000, 'operator', 'import')", [number])
    with open(sys.argv[2], newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            key += 1
            record(database, number, key, row, organizations)
    database.execute("COMMIT")
    print(database.execute("SELECT count(*) FROM audit WHERE commit_number = ?", [number]).fetchone()[0])


def record(database, number, key, row, organizations):
    identifier = "wp-" + re.sub(r"[^a-z0-9]+", "-", row["Reference"].lower()).strip("-")
    title = json.dumps({"en": row["Activity"]}, ensure_ascii=False, separators=(",", ":"))
    owners = [organizations[name.strip()] for name in row["Responsible Agencies"].split("/")]
    due = date.fromisoformat(row["Due"]) if row["Due"] else None
    progress = int(row["Progress"])
    database.execute(
        "INSERT INTO action_item (key, id, version, kind, title, reference, status, due, progress)"
        " VALUES (?, ?, ?, 'activity', ?, ?, 'open', ?, ?)",
        [key, identifier, number, title, row["Reference"], due and (due - EPOCH).days, progress])
    database.executemany(
        "INSERT INTO action_item_owners (record, position, target) VALUES (?, ?, ?)",
        [(key, position, owner) for position, (owner, _) in enumerate(owners)])
    database.execute(
        "INSERT INTO search_action_item (rowid, title, reference) VALUES (?, ?, ?)",
        [key, row["Activity"].translate(FOLDED), row["Reference"].translate(FOLDED)])
    image = {
        "kind": "activity", "title": {"en": row["Activity"]}, "reference": row["Reference"],
        "owners": [owner for _, owner in owners], "status": "open",
    }
    if due:
        image["due"] = row["Due"]
    image["progress"] = progress
    database.execute(
        "INSERT INTO audit (commit_number, entity, key, id, action, after) VALUES (?, 'action_item', ?, ?, 'create', ?)",
        [number, key, identifier, json.dumps(image, ensure_ascii=False, separators=(",", ":"))])


main()
