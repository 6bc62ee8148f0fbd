import Community

/// Reads the bytes of a `PartEncoder` that may have been written by anyone: whatever they are, the answer
/// is a part whose values are all in range, or a `DecodeError`. Memory is bounded by the limits.
public struct PartDecoder {
    private let limits: PartLimits
    private var reader: ByteReader
    private var cells = 0

    public static func decode(_ bytes: [UInt8], limits: PartLimits = .standard) throws(DecodeError) -> Part {
        guard bytes.count <= limits.bytes else {
            throw .tooManyBytes(count: bytes.count, limit: limits.bytes)
        }
        var decoder = PartDecoder(limits: limits, reader: ByteReader(bytes))
        let part = try decoder.part()
        guard decoder.reader.remaining == 0 else { throw .trailing(count: decoder.reader.remaining) }
        return part
    }

    private init(limits: PartLimits, reader: ByteReader) {
        self.limits = limits
        self.reader = reader
    }

    private mutating func part() throws(DecodeError) -> Part {
        guard let tag = PartTag(rawValue: try reader.byte()) else { throw invalid("an unknown kind of part") }
        switch tag {
        case .begin:
            let title = try optionalText()
            let subtitle = try optionalText()
            let language = try language()
            return .begin(
                DocumentHeader(
                    title: title, subtitle: subtitle, language: language,
                    provenance: try reader.flag() ? try provenance() : nil))
        case .heading:
            let level = Int(try reader.byte())
            guard (1...6).contains(level) else { throw invalid("a heading of level \(level)") }
            return .heading(level: level, text: try reader.text())
        case .text: return .text(try reader.text())
        case .note: return .note(try reader.text())
        case .metric: return .metric(try metric())
        case .chart: return .chart(try chart())
        case .timeline: return .timeline(try timeline())
        case .beginTable: return .beginTable(try tableHeader())
        case .rows:
            let count = try reader.count(size: 5)
            guard count <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
            var rows: [TableRow] = []
            rows.reserveCapacity(count)
            for _ in 0..<count { rows.append(try tableRow()) }
            return .rows(rows)
        case .endTable:
            let notes = try texts()
            return .endTable(TableFooter(notes: notes, totals: try reader.flag() ? try row(depth: 0) : nil))
        case .group: return .group(try cell(depth: 0))
        case .subtotal: return .subtotal(try row(depth: 0))
        case .provenance: return .provenance(try provenance())
        case .end: return .end
        }
    }

    private mutating func provenance() throws(DecodeError) -> Provenance {
        let confidentiality = try code(Confidentiality.allCases, \.code, "an unknown confidentiality")
        let commit = try reader.flag() ? Int64(bitPattern: try reader.bits()) : nil
        return Provenance(confidentiality: confidentiality, commit: commit)
    }

    private mutating func metric() throws(DecodeError) -> Metric {
        let title = try reader.text()
        let type = try code(ColumnType.allCases, \.code, "an unknown type of value")
        let value = try cell(depth: 0)
        let comparison = try reader.flag() ? try cell(depth: 0) : nil
        let target = try reader.flag() ? try cell(depth: 0) : nil
        return Metric(title: title, value: value, type: type, comparison: comparison, target: target)
    }

    private mutating func tableHeader() throws(DecodeError) -> TableHeader {
        let title = try optionalText()
        let grouping = try optionalText()
        let count = try reader.count(size: 12)
        guard count <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
        var columns: [Column] = []
        for _ in 0..<count {
            let name = try reader.text()
            let title = try reader.text()
            let type = try code(ColumnType.allCases, \.code, "an unknown type of value")
            let alignment = try code(Column.Alignment.allCases, \.code, "an unknown alignment")
            let heading = try optionalText()
            let tag = try optionalText()
            columns.append(
                Column(
                    name: name, title: title, type: type, alignment: alignment, heading: heading, tag: tag))
        }
        return TableHeader(title: title, columns: columns, grouping: grouping)
    }

    private mutating func chart() throws(DecodeError) -> Chart {
        let start = reader.offset
        let kind = try code(Chart.Kind.allCases, \.code, "an unknown kind of chart")
        let title = try optionalText()
        let series = try texts()
        let count = try reader.count(size: 1)
        var rows: [Chart.Row] = []
        for _ in 0..<count {
            let label = try cell(depth: 0)
            var numbers: [Double?] = []
            for _ in series {
                try countCell()
                numbers.append(try reader.flag() ? Double(bitPattern: try reader.bits()) : nil)
            }
            rows.append(Chart.Row(label: label, numbers: numbers))
        }
        do {
            return try Chart(kind: kind, title: title, series: series, rows: rows)
        } catch {
            throw .invalid("a chart that is none (\(error))", offset: start)
        }
    }

    private mutating func timeline() throws(DecodeError) -> Timeline {
        let start = reader.offset
        let title = try optionalText()
        let grouping = try reader.text()
        let groups = try row(depth: 0)
        let count = try reader.count(size: 5)
        var rows: [Timeline.Row] = []
        for _ in 0..<count {
            let label = try cell(depth: 0)
            let (starts, ends) = (try moment(), try moment())
            let group = try reader.flag() ? Int(truncatingIfNeeded: try reader.bits()) : nil
            let progress = try reader.flag() ? Double(bitPattern: try reader.bits()) : nil
            rows.append(
                Timeline.Row(
                    label: label, span: Timeline.Span(starts: starts, ends: ends), group: group,
                    progress: progress))
        }
        do {
            return try Timeline(title: title, grouping: grouping, groups: groups, rows: rows)
        } catch {
            throw .invalid("a timeline that is none (\(error))", offset: start)
        }
    }

    private mutating func moment() throws(DecodeError) -> Timeline.Moment? {
        guard try reader.flag() else { return nil }
        switch try cell(depth: 0) {
        case .day(let day): return .day(day)
        case .instant(let instant, let zone): return .instant(instant, zone: zone)
        default: throw invalid("a time that is neither a day nor an instant")
        }
    }

    private mutating func tableRow() throws(DecodeError) -> TableRow {
        var row = TableRow(try row(depth: 0))
        guard try reader.flag() else { return row }
        row.highlight = try highlight()
        let count = try reader.count(size: 9)
        guard count <= row.cells.count, count > 0 || row.highlight != nil else {
            throw invalid("highlights that are none")
        }
        var last = -1
        for _ in 0..<count {
            let place = Int(truncatingIfNeeded: try reader.bits())
            guard row.cells.indices.contains(place), place > last, let highlight = try highlight() else {
                throw invalid("a highlight of no cell")
            }
            row.cellHighlights[place] = highlight
            last = place
        }
        return row
    }

    /// 0 for none.
    private mutating func highlight() throws(DecodeError) -> Highlight? {
        let byte = try reader.byte()
        guard byte > 0 else { return nil }
        guard let highlight = Highlight.allCases.first(where: { $0.code == byte }) else {
            throw invalid("an unknown highlight")
        }
        return highlight
    }

    private mutating func row(depth: Int) throws(DecodeError) -> [Cell] {
        let count = try reader.count(size: 1)
        guard count <= limits.cells - cells else { throw .tooManyCells(limit: limits.cells) }
        var row: [Cell] = []
        row.reserveCapacity(count)
        for _ in 0..<count { row.append(try cell(depth: depth)) }
        return row
    }

    private mutating func cell(depth: Int) throws(DecodeError) -> Cell {
        try countCell()
        guard let tag = CellTag(rawValue: try reader.byte()) else {
            throw invalid("an unknown kind of value")
        }
        switch tag {
        case .empty: return .empty
        case .text: return .text(try reader.text())
        case .integer: return .integer(Int64(bitPattern: try reader.bits()))
        case .number: return .number(Double(bitPattern: try reader.bits()))
        case .falseValue: return .boolean(false)
        case .trueValue: return .boolean(true)
        case .day:
            let number = Int(Int64(bitPattern: try reader.bits()))
            guard let day = Day(number: 0).adding(days: number) else {
                throw invalid("a date outside of the years 1 to 9999")
            }
            return .day(day)
        case .instant: return .instant(try instant(), zone: nil)
        case .instantInZone:
            let instant = try instant()
            return .instant(instant, zone: try zone())
        case .list:
            guard depth < limits.depth else { throw .tooDeep(limit: limits.depth) }
            return .list(try row(depth: depth + 1))
        case .record:
            let id = try reader.text()
            return .record(id: id, label: try reader.text())
        case .choice:
            let name = try reader.text()
            return .choice(name: name, title: try reader.text())
        }
    }

    private mutating func instant() throws(DecodeError) -> Instant {
        let milliseconds = Int64(bitPattern: try reader.bits())
        guard let instant = Instant(milliseconds: 0).adding(milliseconds: milliseconds) else {
            throw invalid("an instant outside of the years 1 to 9999")
        }
        return instant
    }

    /// A name that may be one of the IANA database, whether or not it is.
    private mutating func zone() throws(DecodeError) -> String {
        let name = try reader.text()
        guard (1...64).contains(name.utf8.count),
            name.utf8.allSatisfy({ $0.isASCIILetterOrDigit || "_+-/".utf8.contains($0) })
        else { throw invalid("a time zone's name that cannot be one") }
        return name
    }

    private mutating func language() throws(DecodeError) -> String {
        let tag = try reader.text()
        guard (1...35).contains(tag.utf8.count),
            tag.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") })
        else { throw invalid("a language tag that cannot be one") }
        return tag
    }

    private mutating func optionalText() throws(DecodeError) -> String? {
        try reader.flag() ? try reader.text() : nil
    }

    private mutating func texts() throws(DecodeError) -> [String] {
        let count = try reader.count(size: 4)
        guard count <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
        var texts: [String] = []
        for _ in 0..<count { texts.append(try reader.text()) }
        return texts
    }

    private mutating func code<Value>(
        _ values: [Value], _ code: (Value) -> UInt8, _ otherwise: String
    ) throws(DecodeError) -> Value {
        let byte = try reader.byte()
        guard let value = values.first(where: { code($0) == byte }) else { throw invalid(otherwise) }
        return value
    }

    private mutating func countCell() throws(DecodeError) {
        cells += 1
        guard cells <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
    }

    /// Of what was read last.
    private func invalid(_ what: String) -> DecodeError {
        .invalid(what, offset: max(0, reader.offset - 1))
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
