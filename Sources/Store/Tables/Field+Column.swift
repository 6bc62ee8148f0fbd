import Community

extension Field {
    /// Whether the records' own table has a column for it. Identifiers are `id`; references to many have a
    /// table of their own; other sides of references and paths are nowhere.
    var isColumn: Bool { type.isInColumn && type != .identifier }

    /// Whether it has a table of its own.
    var isJoined: Bool {
        if case .references = type { true } else { false }
    }

    /// Whether full-text search looks into it. Personal data is not found by searching.
    var isSearchable: Bool {
        switch type {
        case .text, .localizedText: sensitivity != .personal
        default: false
        }
    }

    /// The column's declaration. Days are counted from 1970-01-01, instants in milliseconds since then in
    /// UTC; text in several languages is a JSON object, a list a JSON array.
    ///
    /// - Parameter isAdded: to a table that has records already, which have no value yet.
    func declaration(isAdded: Bool) -> String {
        var parts = [plainDeclaration]
        if isRequired, !isAdded { parts.append("NOT NULL") }
        if self.type == .boolean { parts.append("CHECK (\(quoted(name)) IN (0, 1))") }
        // Deferred, so that the changes of one set may refer to each other in any order.
        if case .reference(let target) = self.type {
            parts.append("REFERENCES \(quoted(target))(key) DEFERRABLE INITIALLY DEFERRED")
        }
        return parts.joined(separator: " ")
    }

    /// The column without what must hold of it.
    var plainDeclaration: String {
        let type =
            switch self.type {
            case .integer, .boolean, .day, .instant, .reference: "INTEGER"
            case .number: "REAL"
            default: "TEXT"
            }
        return "\(quoted(name)) \(type)"
    }
}
