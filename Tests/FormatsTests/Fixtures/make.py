"""Makes the workbooks of this folder, as programs other than Halqa write them.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install openpyxl xlsxwriter
    /tmp/venv/bin/python Tests/FormatsTests/Fixtures/make.py

LibreOffice (soffice) makes libreoffice.xlsx, .ods and .xls.
"""
import datetime as dt
import pathlib
import subprocess
import tempfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HERE = pathlib.Path(__file__).parent


def openpyxl_workbook():
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    sheet = book.create_sheet("Members")
    hidden = book.create_sheet("Lists")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    sheet.append(["Contact list 2024"])
    sheet.merge_cells("A1:H1")
    sheet.append(["Name", "Age", "Share", "Joined", "Seen", "At", "Active", "Note"])
    sheet.append(["ليلى", 41, 0.3, dt.date(2024, 2, 29), dt.datetime(2024, 6, 30, 14, 5), dt.time(9, 30),
                  True, "=A3&B3"])
    sheet.append([CellRichText("Zi", TextBlock(InlineFont(b=True), "ad")), None, -1.5e300, None, None, None, False,
                  "two\nlines"])
    sheet.append(["Group", 1])
    sheet.append([None, 2])
    sheet.merge_cells("A5:A6")
    sheet["D3"].number_format = "yyyy-mm-dd"
    sheet.sheet_view.rightToLeft = True
    book.save(HERE / "openpyxl.xlsx")


def workplan():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "2024"
    sheet["A1"] = "Quarterly Workplan Template for Regional Workstreams - 2024"
    sheet.merge_cells("A1:L1")
    for place, text in {"A": "#", "B": "Activity", "C": "Responsible Agencies", "D": "Progress/Remarks"}.items():
        sheet[f"{place}3"] = text
        sheet.merge_cells(f"{place}3:{place}4")
    sheet["E3"] = "Timeframe and Plan of Action"
    sheet.merge_cells("E3:L3")
    for index, column in enumerate("EGIK"):
        sheet[f"{column}4"] = f"Q{index + 1}"
        sheet.merge_cells(f"{column}4:{chr(ord(column) + 1)}4")
    sheet.append([1, "Mapping of good practices", "IDC/UNICEF", "Report drafted", None, None, "x"])
    sheet.append([2, "Regional review", "UNNM", None])
    sheet["G6"] = "x"
    sheet.merge_cells("G6:J6")
    book.save(HERE / "workplan.xlsx")


def excel_like(name, options):
    book = xlsxwriter.Workbook(str(HERE / name), options)
    sheet = book.add_worksheet("Données")
    day = book.add_format({"num_format": "[$-40C]d mmmm yyyy;@"})
    time = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    bold = book.add_format({"bold": True})
    elapsed = book.add_format({"num_format": "[h]:mm"})
    sheet.write_row(0, 0, ["Titre", "Début", "Quand", "Total", "Durée", "Lien", "Erreur"])
    sheet.write_rich_string(1, 0, "un ", bold, "deux", " trois")
    sheet.write_datetime(1, 1, dt.datetime(2024, 3, 1), day)
    sheet.write_datetime(1, 2, dt.datetime(2024, 3, 1, 8, 15, 30), time)
    sheet.write_formula(1, 3, "=SUM(1,2)", None, 3)
    sheet.write_number(1, 4, 1.5, elapsed)
    sheet.write_url(1, 5, "https://example.org/", string="site")
    sheet.write_formula(1, 6, "=NA()", None, "#N/A")
    sheet.write_string(2, 0, "_x0041_ a\tb")
    book.close()


def libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "libreoffice.csv"
        source.write_text("Name,Born,Score,Done\nزياد,2024-06-30,1.25,TRUE\nÉric,1999-12-31,1000,FALSE\n")
        for ending in ["ods", "xlsx", "xls"]:
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                 "--infilter=CSV:44,34,76,1,,1033,false,true", "--convert-to", ending, "--outdir", str(HERE),
                 str(source)], check=True)


openpyxl_workbook()
workplan()
excel_like("xlsxwriter.xlsx", {})
excel_like("xlsxwriter_1904.xlsx", {"date_1904": True})
libreoffice()
