import CBatch
import Community
import GRDBSQLite

/// The memory of one column of a batch, and how it is filled from a statement.
struct BatchColumn {
    private enum Filling {
        case integer, number, text, localized, list
    }

    private let filling: Filling
    private let language: ReadingLanguage
    private let present: UnsafeMutablePointer<UInt8>
    private let words: UnsafeMutablePointer<Int64>
    private var bytes: UnsafeMutablePointer<CChar>
    private var capacity = 0
    /// How many of the bytes are in use.
    private(set) var size = 0

    init(_ type: FieldType, _ language: ReadingLanguage) {
        switch type {
        case .integer, .boolean, .day, .instant, .reference: filling = .integer
        case .number: filling = .number
        case .localizedText: filling = .localized
        case .list: filling = .list
        default: filling = .text
        }
        self.language = language
        present = .allocate(capacity: Int(BATCH_ROWS))
        present.initialize(repeating: 0, count: Int(BATCH_ROWS))
        words = .allocate(capacity: Int(BATCH_ROWS))
        words.initialize(repeating: 0, count: Int(BATCH_ROWS))
        bytes = .allocate(capacity: 1)
    }

    func deallocate() {
        present.deallocate()
        words.deallocate()
        bytes.deallocate()
    }

    /// How a column of that type stands in a batch: its kind and tag.
    static func kind(_ type: FieldType, _ tags: LightTags, _ schema: Schema) -> (batch_kind, UInt8) {
        switch type {
        case .identifier, .text, .localizedText, .timeZone, .choice: (BATCH_TEXT, 0)
        case .integer: (BATCH_INTEGER, 0)
        case .number: (BATCH_NUMBER, 0)
        case .boolean: (BATCH_BOOLEAN, 0)
        case .day: (BATCH_LIGHT, tags.day)
        case .instant: (BATCH_LIGHT, tags.instant)
        case .list: (BATCH_LIST, 0)
        case .reference(let entity): (BATCH_LIGHT, tags.entity(entity, in: schema))
        case .references, .inverse, .path: (BATCH_COMPUTED, 0)
        }
    }

    /// What a consumer sees of it: again after each filling, which may have moved the bytes.
    func describe(_ column: inout batch_column) {
        column.present = UnsafePointer(present)
        column.words = UnsafePointer(words)
        column.bytes = UnsafePointer(bytes)
    }

    /// Forgets the bytes, not their memory.
    mutating func clear() { size = 0 }

    /// No row has a value.
    func blank() {
        present.update(repeating: 0, count: Int(BATCH_ROWS))
    }

    /// Takes a row's value from a statement's column.
    @inline(__always)
    mutating func fill(_ row: Int, from statement: OpaquePointer, _ column: Int32) {
        guard sqlite3_column_type(statement, column) != SQLITE_NULL else {
            present[row] = 0
            return
        }
        present[row] = 1
        switch filling {
        case .integer: words[row] = sqlite3_column_int64(statement, column)
        case .number: words[row] = Int64(bitPattern: sqlite3_column_double(statement, column).bitPattern)
        case .text: keep(Self.bytes(statement, column), row)
        case .localized:
            guard let text = language.text(in: Self.bytes(statement, column)) else {
                present[row] = 0
                return
            }
            if text.isEscaped {
                var plain: [UInt8] = []
                text.append(to: &plain)
                plain.withUnsafeBufferPointer { keep($0, row) }
            } else {
                keep(text.bytes, row)
            }
        case .list:
            var items: [UInt8] = []
            Self.readItems(Self.bytes(statement, column), into: &items)
            items.withUnsafeBufferPointer { keep($0, row) }
        }
    }

    /// The value of a row, as its type has it.
    func value(_ row: Int, of type: FieldType) -> FieldValue {
        guard present[row] != 0 else { return .null }
        let word = words[row]
        switch type {
        case .integer: return .integer(word)
        case .number: return .number(Double(bitPattern: UInt64(bitPattern: word)))
        case .boolean: return .boolean(word != 0)
        case .day: return .day(Day(number: Int(word)))
        case .instant: return .instant(Instant(milliseconds: word))
        case .reference: return .key(word)
        case .list:
            return .list(
                text(word).split(separator: "\u{1F}", omittingEmptySubsequences: false).dropLast()
                    .map { .text(String($0)) })
        default: return .text(text(word))
        }
    }

    private func text(_ word: Int64) -> String {
        let start = UnsafeRawPointer(bytes) + Int(word >> 32)
        return String(
            decoding: UnsafeRawBufferPointer(start: start, count: Int(word & 0xFFFF_FFFF)), as: UTF8.self)
    }

    private static func bytes(_ statement: OpaquePointer, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(statement, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    private mutating func keep(_ text: UnsafeBufferPointer<UInt8>, _ row: Int) {
        let end = size + text.count
        if end > capacity { grow(to: end) }
        if let start = text.baseAddress {
            UnsafeMutableRawPointer(bytes + size).copyMemory(from: start, byteCount: text.count)
        }
        words[row] = Int64(size) << 32 | Int64(text.count)
        size = end
    }

    private mutating func grow(to needed: Int) {
        capacity = max(needed, capacity * 2, 4096)
        let larger = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
        larger.initialize(repeating: 0, count: capacity)
        larger.update(from: bytes, count: size)
        bytes.deallocate()
        bytes = larger
    }

    /// The items of a JSON array, each followed by `BATCH_ITEM_END`.
    private static func readItems(_ json: UnsafeBufferPointer<UInt8>, into items: inout [UInt8]) {
        var reader = JSONReader(json)
        _ = reader.members(from: UInt8(ascii: "["), to: UInt8(ascii: "]")) { reader, _ in
            if let slice = reader.slice() {
                slice.append(to: &items)
            } else {
                switch reader.value(depth: 0) {
                case .integer(let number): items += String(number).utf8
                case .number(let number): items += String(number).utf8
                default: return false
                }
            }
            items.append(UInt8(BATCH_ITEM_END))
            return true
        }
    }
}
