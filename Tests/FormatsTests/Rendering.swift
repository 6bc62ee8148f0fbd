import Community
import Documents
import Formats

/// What a format makes of a document.
func rendered(_ format: Format, width: Int? = nil, language: String = "en", _ parts: [Part]) throws -> String
{
    var bytes: [UInt8] = []
    var writer = format.writer(FormatOptions(width: width, byteOrderMark: false)) { bytes += $0 }
    try writer.write(.begin(DocumentHeader(language: language)))
    for part in parts { try writer.write(part) }
    try writer.write(.end)
    return String(decoding: bytes, as: UTF8.self)
}

/// A table of one column a title, with these rows.
func table(_ columns: [Column], _ rows: [[Cell]], totals: [Cell]? = nil, notes: [String] = []) -> [Part] {
    [
        .beginTable(TableHeader(columns: columns)), .rows(rows.map { TableRow($0) }),
        .endTable(TableFooter(notes: notes, totals: totals)),
    ]
}

func column(_ title: String, _ type: ColumnType = .any) -> Column {
    Column(name: title.lowercased(), title: title, type: type)
}

/// A day that the test's author wrote down right.
func day(_ text: String) -> Day { Day(text) ?? .first }

func instant(_ text: String) -> Instant { Instant(text) ?? Instant(.first) }

/// One of everything.
func wholeReport() throws -> [Part] {
    [
        .begin(
            DocumentHeader(
                title: "Overdue action items", subtitle: "As of 30 June 2024", language: "en")),
        .metric(Metric(title: "Overdue", value: .integer(2), type: .integer)),
        .metric(
            Metric(
                title: "Done", value: .number(62.5), type: .percent, comparison: .integer(50),
                target: .integer(80))),
        .chart(
            try Chart(
                kind: .bar, title: "By organization",
                rows: [
                    Chart.Row(label: .record(id: "jor", label: "Jordan"), numbers: [4]),
                    Chart.Row(label: .text("UNHCR"), numbers: [1.5]),
                    Chart.Row(label: .text("IOM"), numbers: [nil]),
                ])),
        .heading(level: 1, text: "Items"),
        .text("Items whose *due date* has passed."),
        .beginTable(
            TableHeader(
                title: "By due date",
                columns: [
                    column("Title", .text), column("Responsible", .list), column("Due", .date),
                    column("Days late", .integer), column("Starts", .instant), column("Active", .boolean),
                ])),
        .rows([
            [
                .text("Late"),
                .list([.record(id: "jor", label: "Jordan"), .record(id: "iom", label: "IOM")]),
                .day(day("2024-05-01")), .integer(60),
                .instant(instant("2023-09-25T11:00:00Z"), zone: "Asia/Beirut"), .boolean(true),
            ]
        ]),
        .rows([
            [
                .text("Later"), .list([]), .empty, .integer(1234),
                .instant(instant("2023-09-25T11:00:05Z"), zone: nil), .boolean(false),
            ]
        ]),
        .endTable(
            TableFooter(
                notes: ["Items with several owners count once."],
                totals: [.text("Total"), .empty, .empty, .integer(1294), .empty, .empty])),
        .note("Closed sessions are left out."),
        .end,
    ]
}

func renderedReport(_ format: Format, width: Int? = nil) throws -> String {
    var bytes: [UInt8] = []
    var writer = format.writer(FormatOptions(width: width)) { bytes += $0 }
    for part in try wholeReport() { try writer.write(part) }
    return String(decoding: bytes, as: UTF8.self)
}
