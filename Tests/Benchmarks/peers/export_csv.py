# python3 -I export_csv.py DATABASE SQL FILE
import csv
import sqlite3
import sys


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    with open(sys.argv[3], "w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(["Identifier", "Title", "Status", "Priority", "Due"])
        writer.writerows(database.execute(sys.argv[2]))


main()
