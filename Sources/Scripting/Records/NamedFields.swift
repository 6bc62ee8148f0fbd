import Community

/// The fields that a script names, found in its text and that of its libraries: those are read with each batch of records, the others
/// when they are first asked for.
///
/// Every identifier in the text counts, wherever it stands, comments and strings included: one too many costs a
/// column, one too few a query a batch.
struct NamedFields {
    private let words: Set<String>

    init(sources: [[UInt8]]) {
        words = sources.reduce(into: []) { words, source in words.formUnion(Self.words(in: source)) }
    }

    private static func words(in source: [UInt8]) -> Set<String> {
        var words: Set<String> = []
        var start: Int?
        for index in 0...source.count {
            let isLetter = index < source.count && isWordByte(source[index])
            if isLetter {
                start = start ?? index
            } else if let first = start {
                if index - first <= 64 {
                    words.insert(String(decoding: source[first..<index], as: UTF8.self))
                }
                start = nil
            }
        }
        return words
    }

    /// The places in `entity.fields` of the fields named that are kept in columns.
    func fields(of entity: Entity) -> Set<Int> {
        Set(
            entity.fields.indices.filter { index in
                let field = entity.fields[index]
                guard field.type.isInColumn else { return false }
                // Of a custom field, the plugin as well: its own name may be anything's.
                return field.isCustom
                    ? field.name.split(separator: ".").allSatisfy { words.contains(String($0)) }
                    : words.contains(field.name)
            })
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
