import Community
import Documents

/// Reads a list of objects, or JSON Lines (one object a line). Names of members are columns; a first walk
/// through the file finds them all, since any object may have one more.
struct JSONReader: RowReader {
    let header: SourceHeader
    let details: SourceDetails
    private var items: JSONItems
    private let limits: ReadingLimits
    private let places: [String: Int]
    private(set) var warnings: [String] = []

    init(_ file: SourceFile, _ form: JSONItems.Form, _ options: ReadingOptions, _ limits: ReadingLimits)
        throws(ReadingError)
    {
        let encoding = try TextEncoding.settled(file, options.encoding)
        var details = SourceDetails(form == .list ? .json : .jsonLines)
        details.encoding = encoding.encoding
        // JSON's numbers have points; a text with a number in it may have either.
        details.decimalComma = options.decimalComma
        self.details = details
        self.limits = limits
        items = JSONItems(TextStream(file, encoding), form, limits)

        var names: [String] = []
        var places: [String: Int] = [:]
        var walk = items
        var hasItems = false
        while let item = try walk.next() {
            hasItems = true
            var parser = JSONItemParser(item, limits)
            // What is wrong with an item is said when it is read.
            try? parser.members { name, _ in
                if places[name] == nil, names.count <= limits.columns {
                    places[name] = names.count
                    names.append(name)
                }
            }
            guard names.count <= limits.columns else {
                throw ReadingError(
                    .tooLarge,
                    "the objects have more than \(limits.columns) names of members up to line \(item.line)")
            }
        }
        guard hasItems else { throw ReadingError(.empty, "the file has no objects in it") }
        self.places = places
        header = SourceHeader(columns: names.map { SourceColumn(parts: [$0]) }, rows: nil)
    }

    var progress: ReadingProgress { items.progress }

    mutating func next() throws(ReadingError) -> SourceRow? {
        guard let item = try items.next() else { return nil }
        var row = SourceRow(number: item.number, line: item.line, cells: [])
        var cells: [Int: SourceCell] = [:]
        var parser = JSONItemParser(item, limits)
        do {
            try parser.members { name, cell in
                if let place = places[name] { cells[place] = cell }
            }
        } catch {
            row.faults.append("\(error)")
        }
        let count = (cells.keys.max() ?? -1) + 1
        row.cells = (0..<count).map { cells[$0] ?? .empty }
        return row
    }
}
