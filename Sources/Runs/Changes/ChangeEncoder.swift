import Community

/// Writes changes as bytes, one behind the other, for another process or a file.
///
/// A change is its length and then: a byte for its kind, the number of its row, the entity's name, the
/// identifier (an update's base commit before it), and the fields in alphabetical order, each a name and a value.
/// A value begins with a tag. Counts, lengths and the number of a row take 7 bits a byte, the lowest first; integers
/// the same, the sign in the lowest bit; floating-point bits 8 bytes, little-endian; text is a length and UTF-8.
/// A change has one encoding.
public struct ChangeEncoder: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var body: [UInt8] = []

    public init() {}

    /// - Parameter row: the number of the row that it is made of; 0 for none.
    public mutating func append(_ change: Change, row: Int) {
        body.removeAll(keepingCapacity: true)
        switch change {
        case .create(let entity, let id?, let fields):
            begin(.create, row, entity)
            append(id)
            append(fields)
        case .create(let entity, nil, let fields):
            begin(.createUnnamed, row, entity)
            append(fields)
        case .update(let entity, let id, let base?, let fields):
            begin(.updateBased, row, entity)
            append(count: Int(base))
            append(id)
            append(fields)
        case .update(let entity, let id, nil, let fields):
            begin(.update, row, entity)
            append(id)
            append(fields)
        case .upsert(let entity, let id, let fields):
            begin(.upsert, row, entity)
            append(id)
            append(fields)
        case .delete(let entity, let id):
            begin(.delete, row, entity)
            append(id)
        }
        Self.append(UInt64(body.count), to: &bytes)
        bytes.append(contentsOf: body)
    }

    /// - Parameter encoded: a change as an encoder writes it.
    mutating func append(_ encoded: ArraySlice<UInt8>) { bytes.append(contentsOf: encoded) }

    /// Forgets what has been written so far.
    public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    private mutating func begin(_ kind: ChangeTag, _ row: Int, _ entity: String) {
        body.append(kind.rawValue)
        append(count: row)
        append(entity)
    }

    private mutating func append(_ fields: [String: FieldValue]) {
        append(count: fields.count)
        guard fields.count > 1 else {
            for (name, value) in fields { append(name, value) }
            return
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { append(name, value) }
    }

    private mutating func append(_ name: String, _ value: FieldValue) {
        append(name)
        append(value)
    }

    private mutating func append(_ value: FieldValue) {
        switch value {
        case .null: body.append(ValueTag.null.rawValue)
        case .boolean(let flag): body.append((flag ? ValueTag.trueValue : .falseValue).rawValue)
        case .integer(let number):
            body.append(ValueTag.integer.rawValue)
            append(number)
        case .number(let number):
            body.append(ValueTag.number.rawValue)
            withUnsafeBytes(of: number.bitPattern.littleEndian) { body.append(contentsOf: $0) }
        case .text(let text):
            body.append(ValueTag.text.rawValue)
            append(text)
        case .localized(let texts):
            body.append(ValueTag.localized.rawValue)
            append(count: texts.texts.count)
            for (language, text) in texts.sorted {
                append(language)
                append(text)
            }
        case .day(let day):
            body.append(ValueTag.day.rawValue)
            append(Int64(day.number))
        case .instant(let instant):
            body.append(ValueTag.instant.rawValue)
            append(instant.milliseconds)
        case .list(let items):
            body.append(ValueTag.list.rawValue)
            append(count: items.count)
            for item in items { append(item) }
        case .reference(let id):
            body.append(ValueTag.reference.rawValue)
            append(id)
        case .key(let key):
            body.append(ValueTag.key.rawValue)
            append(key)
        }
    }

    private mutating func append(_ text: String) {
        let letters = text.utf8
        append(count: letters.count)
        body.append(contentsOf: letters)
    }

    /// None is below zero; one that were is refused by whoever reads it.
    private mutating func append(count: Int) { Self.append(UInt64(bitPattern: Int64(count)), to: &body) }

    private mutating func append(_ number: Int64) {
        Self.append(UInt64(bitPattern: number << 1 ^ number >> 63), to: &body)
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// What an encoded change begins with.
enum ChangeTag: UInt8 {
    case create = 1
    case createUnnamed, update, updateBased, upsert, delete
}

/// What an encoded value of a field begins with.
enum ValueTag: UInt8 {
    case null = 0
    case falseValue, trueValue, integer, number, text, localized, day, instant, list, reference, key
}
