import Community

/// Writes a part as bytes, for another process.
///
/// Every value begins with a tag or is in a fixed place; integers and floating-point bits take 8 bytes,
/// counts and lengths 4, all of them little-endian; text is a length and UTF-8; an optional begins with 0
/// or 1. A part has exactly one encoding.
public struct PartEncoder: Sendable {
    private let limits: PartLimits
    private var bytes: [UInt8] = []
    private var cells = 0

    public init(limits: PartLimits = .standard) {
        self.limits = limits
    }

    public static func encode(_ part: Part, limits: PartLimits = .standard) throws(EncodeError) -> [UInt8] {
        var encoder = PartEncoder(limits: limits)
        return try encoder.encode(part)
    }

    public mutating func encode(_ part: Part) throws(EncodeError) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        cells = 0
        try append(part)
        guard bytes.count <= limits.bytes else {
            throw .tooManyBytes(count: bytes.count, limit: limits.bytes)
        }
        return bytes
    }

    private mutating func append(_ part: Part) throws(EncodeError) {
        switch part {
        case .begin(let header):
            bytes.append(PartTag.begin.rawValue)
            append(header.title)
            append(header.subtitle)
            append(header.language)
            bytes.append(header.provenance == nil ? 0 : 1)
            if let provenance = header.provenance { append(provenance) }
        case .heading(let level, let text):
            bytes.append(PartTag.heading.rawValue)
            bytes.append(UInt8(clamping: level))
            append(text)
        case .text(let text):
            bytes.append(PartTag.text.rawValue)
            append(text)
        case .note(let text):
            bytes.append(PartTag.note.rawValue)
            append(text)
        case .metric(let metric):
            bytes.append(PartTag.metric.rawValue)
            append(metric.title)
            bytes.append(metric.type.code)
            try append(metric.value, depth: 0)
            try append(metric.comparison)
            try append(metric.target)
        case .chart(let chart): try append(chart)
        case .timeline(let timeline): try append(timeline)
        case .beginTable(let header):
            bytes.append(PartTag.beginTable.rawValue)
            append(header.title)
            append(header.grouping)
            append(count: header.columns.count)
            for column in header.columns {
                append(column.name)
                append(column.title)
                bytes.append(column.type.code)
                bytes.append(column.alignment.code)
                append(column.heading)
                append(column.tag)
            }
        case .rows(let rows):
            bytes.append(PartTag.rows.rawValue)
            append(count: rows.count)
            for row in rows { try append(row) }
        case .group(let cell):
            bytes.append(PartTag.group.rawValue)
            try append(cell, depth: 0)
        case .subtotal(let totals):
            bytes.append(PartTag.subtotal.rawValue)
            try append(totals, depth: 0)
        case .endTable(let footer):
            bytes.append(PartTag.endTable.rawValue)
            append(count: footer.notes.count)
            for note in footer.notes { append(note) }
            bytes.append(footer.totals == nil ? 0 : 1)
            if let totals = footer.totals { try append(totals, depth: 0) }
        case .provenance(let provenance):
            bytes.append(PartTag.provenance.rawValue)
            append(provenance)
        case .end: bytes.append(PartTag.end.rawValue)
        }
    }

    private mutating func append(_ provenance: Provenance) {
        bytes.append(provenance.confidentiality.code)
        bytes.append(provenance.commit == nil ? 0 : 1)
        if let commit = provenance.commit { append(UInt64(bitPattern: commit)) }
    }

    private mutating func append(_ chart: Chart) throws(EncodeError) {
        bytes.append(PartTag.chart.rawValue)
        bytes.append(chart.kind.code)
        append(chart.title)
        append(count: chart.series.count)
        for series in chart.series { append(series) }
        append(count: chart.rows.count)
        for row in chart.rows {
            try append(row.label, depth: 0)
            for number in row.numbers {
                try countCell()
                bytes.append(number == nil ? 0 : 1)
                if let number { append(number.bitPattern) }
            }
        }
    }

    private mutating func append(_ timeline: Timeline) throws(EncodeError) {
        bytes.append(PartTag.timeline.rawValue)
        append(timeline.title)
        append(timeline.grouping)
        try append(timeline.groups, depth: 0)
        append(count: timeline.rows.count)
        for row in timeline.rows {
            try append(row.label, depth: 0)
            try append(row.span?.starts?.cell)
            try append(row.span?.ends?.cell)
            bytes.append(row.group == nil ? 0 : 1)
            if let group = row.group { append(UInt64(group)) }
            bytes.append(row.progress == nil ? 0 : 1)
            if let progress = row.progress { append(progress.bitPattern) }
        }
    }

    private mutating func append(_ row: TableRow) throws(EncodeError) {
        try append(row.cells, depth: 0)
        guard row.highlight != nil || !row.cellHighlights.isEmpty else { return bytes.append(0) }
        bytes.append(1)
        bytes.append(row.highlight?.code ?? 0)
        append(count: row.cellHighlights.count)
        for (place, highlight) in row.cellHighlights.sorted(by: { $0.key < $1.key }) {
            append(UInt64(bitPattern: Int64(place)))
            bytes.append(highlight.code)
        }
    }

    private mutating func append(_ row: [Cell], depth: Int) throws(EncodeError) {
        append(count: row.count)
        for cell in row { try append(cell, depth: depth) }
    }

    private mutating func append(_ cell: Cell?) throws(EncodeError) {
        bytes.append(cell == nil ? 0 : 1)
        if let cell { try append(cell, depth: 0) }
    }

    private mutating func append(_ cell: Cell, depth: Int) throws(EncodeError) {
        try countCell()
        switch cell {
        case .empty: bytes.append(CellTag.empty.rawValue)
        case .text(let text):
            bytes.append(CellTag.text.rawValue)
            append(text)
        case .integer(let number):
            bytes.append(CellTag.integer.rawValue)
            append(UInt64(bitPattern: number))
        case .number(let number):
            bytes.append(CellTag.number.rawValue)
            append(number.bitPattern)
        case .boolean(let flag):
            bytes.append((flag ? CellTag.trueValue : .falseValue).rawValue)
        case .day(let day):
            bytes.append(CellTag.day.rawValue)
            append(UInt64(bitPattern: Int64(day.number)))
        case .instant(let instant, let zone):
            bytes.append((zone == nil ? CellTag.instant : .instantInZone).rawValue)
            append(UInt64(bitPattern: instant.milliseconds))
            if let zone { append(zone) }
        case .list(let elements):
            guard depth < limits.depth else { throw .tooDeep(limit: limits.depth) }
            bytes.append(CellTag.list.rawValue)
            try append(elements, depth: depth + 1)
        case .record(let id, let label):
            bytes.append(CellTag.record.rawValue)
            append(id)
            append(label)
        case .choice(let name, let title):
            bytes.append(CellTag.choice.rawValue)
            append(name)
            append(title)
        }
    }

    private mutating func countCell() throws(EncodeError) {
        cells += 1
        guard cells <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
    }

    private mutating func append(_ text: String?) {
        bytes.append(text == nil ? 0 : 1)
        if let text { append(text) }
    }

    private mutating func append(_ text: String) {
        let letters = text.utf8
        append(count: letters.count)
        bytes.append(contentsOf: letters)
    }

    /// A count that 4 bytes do not hold belongs to more bytes than any limit allows: it is cut here, and the
    /// whole refused afterwards.
    private mutating func append(count: Int) {
        let count = UInt32(clamping: count)
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: count >> shift))
        }
    }

    private mutating func append(_ bits: UInt64) {
        withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// A part that is more than the other side takes.
public enum EncodeError: Error, Sendable, Hashable, CustomStringConvertible {
    case tooManyBytes(count: Int, limit: Int)
    case tooManyCells(limit: Int)
    case tooDeep(limit: Int)

    public var description: String {
        switch self {
        case .tooManyBytes(let count, let limit):
            "a part of the document takes \(count) bytes, where at most \(limit) may be: split it"
        case .tooManyCells(let limit):
            "a part of the document has more than \(limit) cells: split it"
        case .tooDeep(let limit):
            "a list in the document lies more than \(limit) lists deep: flatten it"
        }
    }
}
