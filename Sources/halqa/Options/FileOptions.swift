import ArgumentParser
import Scripting

/// What a user says about a file that is read; what they leave out is found by looking at it.
struct FileOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The sheet of a workbook, by name or number.", valueName: "sheet"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "The encoding of a text file: utf-8, utf-16, windows-1256, windows-1252.", valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp("What stands between the cells of CSV; tab for a tab.", valueName: "character"))
    var delimiter: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Whether numbers are written with a decimal comma: 1.234,5.")
    var decimalComma: Bool?

    @Option(
        name: .customLong("date-order"),
        help: ArgumentHelp("Which of 3/4/2024 comes first.", valueName: "day-first|month-first"))
    var dateOrder: DateOrder?

    @Option(
        name: .customLong("time-zone"),
        help: ArgumentHelp("The time zone of times without one: Asia/Beirut.", valueName: "zone"))
    var zone: String?

    @Option(
        name: .customLong("header-row"),
        help: ArgumentHelp("The number of the header's first row.", valueName: "number"))
    var headerRow: Int?

    @Option(
        name: .customLong("header-rows"),
        help: ArgumentHelp("How many rows the header takes, 1 or 2.", valueName: "number"))
    var headerRows: Int?

    enum DateOrder: String, ExpressibleByArgument, CaseIterable {
        case dayFirst = "day-first"
        case monthFirst = "month-first"
    }

    func options(_ file: String) -> ImportOptions {
        var options = ImportOptions(file: file)
        options.sheet = sheet
        options.encoding = encoding
        options.delimiter = delimiter == "tab" ? "\t" : delimiter
        options.decimalComma = decimalComma
        options.dayFirst = dateOrder.map { $0 == .dayFirst }
        options.zone = zone
        options.headerRow = headerRow
        options.headerRows = headerRows
        return options
    }
}
