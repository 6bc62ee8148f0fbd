import Documents

/// The records of comma-separated values, as in RFC 4180 and more leniently: lines may end in CR LF, LF or CR,
/// a quotation mark in the middle of a cell stands for itself, and what comes behind the one that closes a cell belongs to
/// it. A cell is given without its `FormulaGuard`.
struct CSVRecords {
    private var text: TextStream
    private let delimiter: UInt8
    private let limits: ReadingLimits
    private var piece: [UInt8] = []
    private var position = 0
    /// The last byte was a CR, whose LF may follow.
    private var isAfterReturn = false
    private var line = 1
    private var number = 0

    /// The cells of the record at hand, one behind the other, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var state = State.start
    private var hasStrayQuote = false
    private var goesOnBehindQuote = false
    /// Where the last quoted cell begins.
    private var quoteLine = 0

    private enum State {
        case start, plain, quoted, closed
    }

    private static let quote = UInt8(ascii: "\"")

    struct Record {
        var row: SourceRow
        var hasStrayQuote: Bool
        var goesOnBehindQuote: Bool
        var hasBrokenText: Bool
    }

    init(_ text: TextStream, delimiter: UInt8, limits: ReadingLimits) {
        self.text = text
        self.delimiter = delimiter
        self.limits = limits
    }

    var progress: ReadingProgress { text.progress }

    /// The next record, blank ones included; nil after the last.
    mutating func next() throws(ReadingError) -> Record? {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        state = .start
        hasStrayQuote = false
        goesOnBehindQuote = false
        number += 1
        var firstLine = line
        while true {
            if position == piece.count {
                try text.next(into: &piece)
                position = 0
                if piece.isEmpty { return try last(firstLine) }
            }
            if isAfterReturn {
                isAfterReturn = false
                if piece[position] == 0x0A {
                    position += 1
                    continue
                }
            }
            // Counted only now: a line that nothing follows begins no record.
            if ends.isEmpty, state == .start { firstLine = line }
            let isWhole = scan()
            try checkSize()
            if isWhole { return record(firstLine) }
        }
    }

    private mutating func last(_ firstLine: Int) throws(ReadingError) -> Record? {
        if state == .quoted {
            throw ReadingError(
                .damaged,
                "row \(number): the quotation mark that opens a cell on line \(quoteLine) is never closed; "
                    + "close it, or double it where it is part of the text")
        }
        guard state != .start || !ends.isEmpty else { return nil }
        ends.append(bytes.count)
        return record(firstLine)
    }

    /// Takes bytes from the piece up to the end of the record or of the piece; returns whether it was the
    /// record's.
    private mutating func scan() -> Bool {
        // The arrays are moved out and back, so that the loop works on variables of its own.
        let piece = self.piece
        var bytes: [UInt8] = []
        swap(&bytes, &self.bytes)
        defer { swap(&bytes, &self.bytes) }
        return piece.withUnsafeBufferPointer { buffer in
            var index = position
            defer { position = index }
            while index < buffer.count {
                let byte = buffer[index]
                switch state {
                case .quoted:
                    let start = index
                    while index < buffer.count, buffer[index] != Self.quote {
                        if buffer[index] == 0x0A { line += 1 }
                        index += 1
                    }
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
                    guard index < buffer.count else { return false }
                    state = .closed
                    index += 1
                    continue
                case .start where byte == Self.quote:
                    state = .quoted
                    quoteLine = line
                    index += 1
                    continue
                case .closed where byte == Self.quote:
                    bytes.append(byte)
                    state = .quoted
                    index += 1
                    continue
                default: break
                }
                switch byte {
                case delimiter:
                    ends.append(bytes.count)
                    state = .start
                    index += 1
                case 0x0A, 0x0D:
                    ends.append(bytes.count)
                    line += 1
                    isAfterReturn = byte == 0x0D
                    index += 1
                    return true
                default:
                    if state == .closed { goesOnBehindQuote = true }
                    state = .plain
                    let start = index
                    while index < buffer.count {
                        let next = buffer[index]
                        if next == delimiter || next == 0x0A || next == 0x0D { break }
                        if next == Self.quote { hasStrayQuote = true }
                        index += 1
                    }
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
                }
            }
            return false
        }
    }

    private func checkSize() throws(ReadingError) {
        guard ends.count < limits.columns else {
            throw ReadingError(
                .tooLarge,
                "row \(number) has more than \(limits.columns) cells; the file may have another delimiter or "
                    + "be no CSV")
        }
        guard bytes.count - (ends.last ?? 0) <= limits.cellBytes else {
            throw ReadingError(
                .tooLarge,
                "row \(number): a cell has more than \(limits.cellBytes) bytes"
                    + (state == .quoted ? "; the quotation mark on line \(quoteLine) may not be closed" : ""))
        }
        guard bytes.count <= limits.rowBytes else {
            throw ReadingError(.tooLarge, "row \(number) has more than \(limits.rowBytes) bytes")
        }
    }

    private func record(_ firstLine: Int) -> Record {
        var cells: [SourceCell] = []
        cells.reserveCapacity(ends.count)
        var faults: [String] = []
        var hasBrokenText = false
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            for end in ends {
                let slice = UnsafeBufferPointer(rebasing: buffer[start..<end])
                start = end
                if let text = try? UTF8Span(validating: slice.span) {
                    cells.append(SourceCell(FormulaGuard.removed(from: String(copying: text))))
                } else {
                    hasBrokenText = true
                    faults.append(
                        "the bytes of cell \(SheetPlace(row: number, column: cells.count)) are not "
                            + "\(text.encoding.name); save the file in one encoding, or name the right one")
                    cells.append(SourceCell(String(decoding: slice, as: UTF8.self)))
                }
            }
        }
        if bytes.contains(0) {
            faults.append("it has a NUL byte, which no text has; the file may be damaged")
        }
        return Record(
            row: SourceRow(number: number, line: firstLine, cells: cells, faults: faults),
            hasStrayQuote: hasStrayQuote, goesOnBehindQuote: goesOnBehindQuote, hasBrokenText: hasBrokenText)
    }
}
