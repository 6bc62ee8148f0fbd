# python3 export_xlsx.py DATABASE SQL FILE. Rows are written as they come: memory does not grow with them.
import sqlite3
import sys
from datetime import date

import xlsxwriter


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    book = xlsxwriter.Workbook(sys.argv[3], {"constant_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Identifier", "Title", "Status", "Priority", "Due"])
    for row, (identifier, title, status, priority, due) in enumerate(database.execute(sys.argv[2]), 1):
        sheet.write_string(row, 0, identifier)
        sheet.write_string(row, 1, title)
        sheet.write_string(row, 2, status)
        sheet.write_number(row, 3, priority)
        if due:
            sheet.write_datetime(row, 4, date.fromisoformat(due), day)
    book.close()


main()
