import Community

/// A change and the number of the row that it is made of; 0 for none.
public struct NumberedChange: Sendable, Hashable {
    public var row: Int
    public var change: Change

    public init(_ change: Change, row: Int = 0) {
        self.row = row
        self.change = change
    }
}

/// Reads the bytes of a `ChangeEncoder` that may have been written by anyone: whatever they are, the answer is
/// changes whose values are all in range, or a `ChangeDecodeError`. Whether there are such entities, fields and
/// records is not asked here. Memory is bounded by a few times the bytes.
public struct ChangeDecoder {
    private var bytes: [UInt8] = []
    private var offset = 0
    /// Where the change at hand begins, and ends.
    private var start = 0
    private var end = 0

    /// Fields of one change, and items of its lists together: each takes more memory than the bytes it comes in.
    private static let mostValues = 100_000
    /// UTF-8 bytes of an identifier, of an entity's or a field's name.
    private static let longestName = 200
    private static let deepest = 4
    /// Bytes of a change.
    static let longest = Frame.longestBody

    private var values = 0

    public init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// Adds bytes behind those that have not been read yet.
    mutating func append(_ more: some Collection<UInt8>) {
        if offset > 0 {
            bytes.removeFirst(offset)
            (start, offset) = (0, 0)
        }
        bytes.append(contentsOf: more)
    }

    /// Whether every byte has been read.
    public var isAtEnd: Bool { offset == bytes.count }

    /// The bytes of the change that `next` gave last, as they can be read again.
    var latest: ArraySlice<UInt8> { bytes[start..<offset] }

    /// The next change; nil when there is no whole one.
    public mutating func next() throws(ChangeDecodeError) -> NumberedChange? {
        start = offset
        guard let length = try length() else { return nil }
        end = offset + length
        values = 0
        let change = try change()
        guard offset == end else { throw invalid("more bytes than it takes") }
        return change
    }

    /// The length of the next change; nil when not all of it is there.
    private mutating func length() throws(ChangeDecodeError) -> Int? {
        let start = offset
        var length = 0
        var shift = 0
        while true {
            guard offset < bytes.count else {
                offset = start
                return nil
            }
            let byte = bytes[offset]
            offset += 1
            length |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
            guard shift < 28 else { throw invalid("a length out of bounds") }
        }
        guard length <= Self.longest else { throw invalid("a length out of bounds") }
        guard length <= bytes.count - offset else {
            offset = start
            return nil
        }
        return length
    }

    private mutating func change() throws(ChangeDecodeError) -> NumberedChange {
        guard let tag = ChangeTag(rawValue: try byte()) else { throw invalid("an unknown kind of change") }
        let row = try count()
        let entity = try name()
        let change: Change
        switch tag {
        case .create: change = .create(entity: entity, id: try name(), fields: try fields())
        case .createUnnamed: change = .create(entity: entity, id: nil, fields: try fields())
        case .update: change = .update(entity: entity, id: try name(), base: nil, fields: try fields())
        case .updateBased:
            let base = Int64(try count())
            change = .update(entity: entity, id: try name(), base: base, fields: try fields())
        case .upsert: change = .upsert(entity: entity, id: try name(), fields: try fields())
        case .delete: change = .delete(entity: entity, id: try name())
        }
        return NumberedChange(change, row: row)
    }

    private mutating func fields() throws(ChangeDecodeError) -> [String: FieldValue] {
        let count = try count(size: 2)
        var fields = [String: FieldValue](minimumCapacity: count)
        var last: String?
        for _ in 0..<count {
            let name = try name()
            if let last, last >= name { throw invalid("fields that are not in order") }
            last = name
            fields[name] = try value(depth: 0)
        }
        return fields
    }

    private mutating func value(depth: Int) throws(ChangeDecodeError) -> FieldValue {
        guard let tag = ValueTag(rawValue: try byte()) else { throw invalid("an unknown kind of value") }
        switch tag {
        case .null: return .null
        case .falseValue: return .boolean(false)
        case .trueValue: return .boolean(true)
        case .integer: return .integer(try integer())
        case .number:
            guard end - offset >= 8 else { throw invalid("a number that is cut off") }
            var bits: UInt64 = 0
            for index in 0..<8 { bits |= UInt64(bytes[offset + index]) << (8 * UInt64(index)) }
            offset += 8
            let number = Double(bitPattern: bits)
            guard number.isFinite else { throw invalid("a number that is none") }
            return .number(number)
        case .text: return .text(try text())
        case .localized:
            let count = try count(size: 2)
            var texts: [String: String] = [:]
            for _ in 0..<count {
                let language = try name()
                guard texts.updateValue(try text(), forKey: language) == nil else {
                    throw invalid("a language twice")
                }
            }
            return .localized(LocalizedText(texts))
        case .day:
            guard let day = Day(number: 0).adding(days: Int(try integer())) else {
                throw invalid("a date outside of the years 1 to 9999")
            }
            return .day(day)
        case .instant:
            guard let instant = Instant(milliseconds: 0).adding(milliseconds: try integer()) else {
                throw invalid("an instant outside of the years 1 to 9999")
            }
            return .instant(instant)
        case .list:
            guard depth < Self.deepest else { throw invalid("lists too deep in lists") }
            let count = try count(size: 1)
            var items: [FieldValue] = []
            items.reserveCapacity(count)
            for _ in 0..<count { items.append(try value(depth: depth + 1)) }
            return .list(items)
        case .reference: return .reference(try name())
        // Only who has opened the community knows keys.
        case .key: throw invalid("a record by its key")
        }
    }

    private mutating func byte() throws(ChangeDecodeError) -> UInt8 {
        guard offset < end else { throw invalid("an early end") }
        defer { offset += 1 }
        return bytes[offset]
    }

    private mutating func bits() throws(ChangeDecodeError) -> UInt64 {
        var bits: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            guard shift < 63 || byte <= 1 else { throw invalid("a number out of bounds") }
            bits |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return bits }
            shift += 7
        }
    }

    private mutating func integer() throws(ChangeDecodeError) -> Int64 {
        let bits = try bits()
        return Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)
    }

    private mutating func count() throws(ChangeDecodeError) -> Int {
        guard let count = Int(exactly: try bits()) else { throw invalid("a number out of bounds") }
        return count
    }

    /// A count of things that take at least `size` bytes each; as many must still be there.
    private mutating func count(size: Int) throws(ChangeDecodeError) -> Int {
        let count = try count()
        guard count <= (end - offset) / size else { throw invalid("an early end") }
        values += count
        guard values <= Self.mostValues else { throw invalid("more than \(Self.mostValues) values") }
        return count
    }

    private mutating func text() throws(ChangeDecodeError) -> String {
        let length = try count()
        guard length <= end - offset else { throw invalid("an early end") }
        guard let text = text(offset..<offset + length) else { throw invalid("text that is not UTF-8") }
        offset += length
        return text
    }

    private func text(_ range: Range<Int>) -> String? {
        guard let text = try? UTF8Span(validating: bytes.span.extracting(range)) else { return nil }
        return String(copying: text)
    }

    private mutating func name() throws(ChangeDecodeError) -> String {
        let text = try text()
        guard text.utf8.count <= Self.longestName else { throw invalid("a name too long") }
        return text
    }

    private func invalid(_ what: String) -> ChangeDecodeError {
        ChangeDecodeError(description: "a change with \(what), at byte \(offset)")
    }
}

/// Why bytes are no change.
public struct ChangeDecodeError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
}
