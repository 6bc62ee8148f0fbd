import Community
import Spelling

// Finding records by what people call them. An identifier or name of a record that the viewer may not see
// answers as one that does not exist.
extension Snapshot {
    /// The key of the record of an identifier; nil when there is none.
    public func key(_ entity: Entity, id: String) throws(StoreError) -> Int64? {
        let compilation = compilation(.lookup)
        let row = try compilation.row(of: entity)
        let sql: SQL = "SELECT \(row.key) FROM \(row.source) WHERE \(row.id) = \(bind: .text(id))"
        return try one(compilation.complete(sql)) { $0.integer(0) }
    }

    /// The key of the record of an identifier.
    ///
    /// - Throws: `unknownRecord` when there is none, with the nearest that there is.
    public func key(of id: String, in entity: Entity) throws(StoreError) -> Int64 {
        if let key = try key(entity, id: id) { return key }
        throw try unknown(id, entity)
    }

    /// The key of the record with that identifier, else of the one that is called so in any language,
    /// whatever the case, accents and vowel marks, else of the state that people call so; nil when there is none.
    ///
    /// - Throws: `badQuery` when several are called so.
    public func find(_ name: String, in entity: Entity) throws(StoreError) -> Int64? {
        if let key = try key(entity, id: name) { return key }
        var keys = try named(name, entity)
        if keys.isEmpty, entity.name == "organization", let code = StateNames.code(of: name) {
            var states = Query(entity.name).filtered(["kind"], .equals(.text("state")))
                .filtered(["country"], .equals(.text(code)))
            states.limit = 5
            keys = try self.keys(states)
        }
        guard keys.count > 1 else { return keys.first }
        let names = try identifiers(entity, keys).sorted { $0.key < $1.key }.map { "'\($0.value)'" }
        throw StoreError(
            .badQuery,
            "several \(entity.plural) are called '\(name)': \(names.joined(separator: ", ")); "
                + "say which by its identifier")
    }

    /// What to say when there is no record of that identifier or name.
    public func unknown(_ name: String, _ entity: Entity) throws(StoreError) -> StoreError {
        StoreError(
            .unknownRecord,
            "there is no \(entity.name) '\(name)'" + Suggestion.phrase(for: name, among: try names(entity)))
    }

    /// At most a few: that there are several is enough to know.
    private func named(_ name: String, _ entity: Entity) throws(StoreError) -> [Int64] {
        let compilation = compilation(.lookup)
        let row = try compilation.row(of: entity)
        let label = try compilation.field(entity.label, of: entity)
        guard compilation.searchable(entity).contains(label) else { return [] }
        let wanted = SQLValue.text(name)
        let column = try compilation.guarded(label, of: row).value
        // The index finds records with the same words; which of them are called just so is then compared.
        let words = SearchWords(name)
        var conditions = words.isEmpty ? [] : [compilation.found(words.whole(in: [label]), row)]
        conditions.append(
            label.type == .localizedText
                ? """
                EXISTS (SELECT 1 FROM json_each(\(column)) WHERE folded(value) = folded(\(bind: wanted)))
                """ : "folded(\(column)) = folded(\(bind: wanted))")
        let sql: SQL =
            "SELECT \(row.key) FROM \(row.source) WHERE \(.all(conditions)) ORDER BY 1 LIMIT 5"
        var keys: [Int64] = []
        try rows(compilation.complete(sql)) { keys.append($0.integer(0)) }
        return keys
    }

    /// The identifiers and labels of the first records that the viewer may see.
    private func names(_ entity: Entity) throws(StoreError) -> [String] {
        let compilation = compilation(.lookup)
        let row = try compilation.row(of: entity)
        let label = try compilation.label(of: row)
        let sql: SQL = "SELECT \(row.id), \(label) FROM \(row.source) ORDER BY \(row.key) LIMIT 5000"
        var names: [String] = []
        try rows(compilation.complete(sql)) {
            names.append($0.text(0))
            if !$0.isNull(1) { names.append($0.text(1)) }
        }
        return names
    }
}
