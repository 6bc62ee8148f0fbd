# python3 -I loop.py DATABASE SQL
import sqlite3
import sys


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    database.execute("PRAGMA cache_size = -16000")
    late = weight = 0
    for status, priority, due in database.execute(sys.argv[2]):
        if due is not None and due < 20454 and status != "done":
            late += 1
            weight += priority
    print(late, weight)


main()
