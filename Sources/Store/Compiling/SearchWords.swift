import Community

/// The words of a search, as the full-text index is asked for them. What a user writes is never syntax.
struct SearchWords {
    private let words: [String]

    init(_ text: String) {
        words = SearchFold.fold(text).split(whereSeparator: \.isWhitespace)
            .map { $0.unicodeScalars.filter { $0 != "\u{0}" } }
            .filter { $0.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } }
            .map { String($0) }
    }

    /// Nothing to look for: no letter, no digit.
    var isEmpty: Bool { words.isEmpty }

    /// All words, in any of these fields. A word may be the beginning of one that stands there.
    func beginnings(in fields: [Field]) -> String { expression(fields, "*") }

    /// All words whole.
    func whole(in fields: [Field]) -> String { expression(fields, "") }

    private func expression(_ fields: [Field], _ suffix: String) -> String {
        let columns = fields.map { quoted($0.name) }.joined(separator: " ")
        return "{\(columns)} : (" + words.map { quoted($0) + suffix }.joined(separator: " AND ") + ")"
    }
}

extension Compilation {
    /// The fields of an entity in which the viewer may search: those known of every record they may see.
    /// That some record were found by a word would tell it. What the asker was not granted is not searched.
    func searchable(_ entity: Entity) -> [Field] {
        entity.searchableFields.filter {
            policy.disclosure(of: $0, in: entity.name, for: viewer) == .always && isGranted($0, of: entity)
        }
    }

    /// Where all words of a text occur in the row's record.
    func search(_ text: String, _ row: Row) -> SQL {
        let words = SearchWords(text)
        let fields = searchable(row.entity)
        guard !words.isEmpty, !fields.isEmpty else { return .no }
        return found(words.beginnings(in: fields), row)
    }

    func found(_ expression: String, _ row: Row) -> SQL {
        let table = row.entity.searchTable
        let matches: SQL = "\(name: table) MATCH \(bind: .text(expression))"
        guard covered.contains(row.entity.name) else {
            return "\(row.key) IN (SELECT rowid FROM \(name: table) WHERE \(matches))"
        }
        return """
            \(row.key) IN (SELECT rowid FROM main.\(name: table) WHERE \(matches)
                AND rowid NOT IN (\(Overlay.forgotten(row.entity)))
            UNION ALL SELECT rowid FROM temp.\(name: table) WHERE \(matches))
            """
    }
}
