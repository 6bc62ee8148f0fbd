import Documents

/// A table as a JSON list of objects, one a row and a line: `{"title": …, "due": "2024-06-30"}`.
///
/// A column goes by its name, or by its title where it has none; a second one of the same name is `title 2`. Dates and
/// instants (RFC 3339) are strings, a record is its identifier, a choice its name, whatever the language; what JSON
/// has no number for is a string, `"NaN"`.
struct JSONRowsWriter: PartWriter {
    private var output: Output
    private var instants = InstantText()
    private var names: [[UInt8]] = []
    private var hasRow = false

    init(_ output: Output) {
        self.output = output
    }

    mutating func write(_ part: Part) throws {
        switch part {
        case .beginTable(let header):
            names = Self.names(header.columns)
            try output.write("[")
        case .rows(let rows):
            for row in rows { try write(row.cells) }
        case .endTable: try output.write("\n]\n")
        case .end: try output.flush()
        default: break
        }
    }

    private static func names(_ columns: [Column]) -> [[UInt8]] {
        var taken: Set<String> = []
        return columns.map { column in
            let own = column.name.isEmpty ? column.title : column.name
            var name = own
            var number = 1
            while !taken.insert(name).inserted {
                number += 1
                name = "\(own) \(number)"
            }
            var bytes: [UInt8] = []
            appendJSON(name, to: &bytes)
            return bytes + [UInt8(ascii: ":")]
        }
    }

    private mutating func write(_ row: [Cell]) throws {
        var bytes = Array((hasRow ? ",\n{" : "\n{").utf8)
        hasRow = true
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += names[index]
            append(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        try output.write(bytes)
    }

    private mutating func append(_ cell: Cell, to bytes: inout [UInt8]) {
        switch cell {
        case .empty: bytes += "null".utf8
        case .text(let text), .choice(let text, _), .record(let text, _): appendJSON(text, to: &bytes)
        case .integer(let number): bytes += String(number).utf8
        case .number(let number) where number.isFinite: bytes += number.description.utf8
        case .number(let number): appendJSON(numberText(number), to: &bytes)
        case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
        case .day(let day): appendJSON(day.description, to: &bytes)
        case .instant(let instant, let zone): appendJSON(instants.standard(instant, zone: zone), to: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }
}
