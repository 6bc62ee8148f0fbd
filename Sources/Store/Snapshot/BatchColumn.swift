import CBatch
import CRows
import Community

/// The memory of one column of a batch, which the rows of a statement fill.
typealias BatchColumn = rows_column

extension BatchColumn {
    /// One without memory yet.
    ///
    /// - Parameter language: whoever fills the column keeps it alive.
    init(_ type: FieldType, _ language: ReadingLanguage, _ tags: LightTags, _ schema: Schema) {
        self.init()
        let (kind, tag) = Self.kind(type, tags, schema)
        self.kind = UInt8(kind.rawValue)
        self.tag = tag
        switch type {
        case .localizedText:
            context = UnsafeRawPointer(Unmanaged.passUnretained(language).toOpaque())
            convert = { context, column, row, text, size in
                guard let context, let column else { return }
                let language = Unmanaged<ReadingLanguage>.fromOpaque(context).takeUnretainedValue()
                language.text(in: Self.bytes(text, size))?.keep(in: column, row)
            }
        case .list:
            convert = { _, column, row, json, size in
                var items: [UInt8] = []
                BatchColumn.readItems(BatchColumn.bytes(json, size), into: &items)
                items.withUnsafeBytes {
                    rows_keep(column, row, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
                }
            }
        default: break
        }
    }

    /// How a column of that type stands in a batch: its kind and tag.
    private static func kind(_ type: FieldType, _ tags: LightTags, _ schema: Schema) -> (batch_kind, UInt8) {
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
        // Where all texts are empty, there are no bytes.
        let start = bytes.map { UnsafeRawPointer($0) + Int(word >> 32) }
        return String(
            decoding: UnsafeRawBufferPointer(start: start, count: Int(word & 0xFFFF_FFFF)), as: UTF8.self)
    }

    private static func bytes(_ text: UnsafePointer<CChar>?, _ size: UInt32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self), count: Int(size))
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

extension JSONReader.StringSlice {
    /// Makes it the value of a row.
    fileprivate func keep(in column: UnsafeMutablePointer<BatchColumn>, _ row: UInt32) {
        let keep = { (text: UnsafeRawBufferPointer) in
            rows_keep(column, row, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count)
        }
        guard isEscaped else { return keep(UnsafeRawBufferPointer(bytes)) }
        var plain: [UInt8] = []
        append(to: &plain)
        plain.withUnsafeBytes(keep)
    }
}
