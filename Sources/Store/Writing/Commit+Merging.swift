import Community

// Two people who changed the same record, each without knowing of the other.
extension Commit {
    /// A field that cannot be both what is there and what is wanted.
    struct Clash {
        let field: Field
        let base: FieldValue
        let there: FieldValue
        let wanted: FieldValue
    }

    /// Brings what an author made of a record, as it was at an earlier commit, together with what others made
    /// of it since.
    ///
    /// - Returns: the places of fields in which both changes are.
    /// - Throws: `conflict` with both versions of the fields in which one would undo the other.
    func merge(
        _ old: StoredRecord, _ new: inout StoredRecord, _ base: Int64, _ table: RecordTable
    ) throws(StoreError) -> Set<Int> {
        let (merged, clashes) = try merging(old, &new, base, table)
        guard clashes.isEmpty else {
            var sentences: [String] = []
            for clash in clashes {
                let base = try told(clash.base, clash.field)
                let there = try told(clash.there, clash.field)
                let wanted = try told(clash.wanted, clash.field)
                sentences.append("'\(clash.field.name)' was \(base), is \(there) now, and is to be \(wanted)")
            }
            throw StoreError(
                .conflict,
                "\(about(old, table.entity)) was changed meanwhile (in commit \(old.version); this change is "
                    + "based on commit \(base)): \(sentences.joined(separator: "; ")). Look at it again")
        }
        return merged
    }

    func merging(
        _ old: StoredRecord, _ new: inout StoredRecord, _ base: Int64, _ table: RecordTable
    ) throws(StoreError) -> (merged: Set<Int>, clashes: [Clash]) {
        let before = try values(of: old, at: base, table)
        var merged: Set<Int> = []
        var clashes: [Clash] = []
        for place in table.fields.indices where new.values[place] != old.values[place] {
            let (there, wanted) = (old.values[place], new.values[place])
            guard
                let value = FieldValue.merged(base: before[place], there: there, wanted: wanted)?.normalized
            else {
                clashes.append(
                    Clash(field: table.fields[place], base: before[place], there: there, wanted: wanted))
                continue
            }
            if value != there, value != wanted { merged.insert(place) }
            new.values[place] = value
        }
        return (merged, clashes)
    }

    /// A record's values as they were after a commit.
    private func values(
        of record: StoredRecord, at commit: Int64, _ table: RecordTable
    ) throws(StoreError) -> [FieldValue] {
        guard let image = try log.image(of: table.entity, record.key, at: commit) else {
            throw StoreError(
                .badChange,
                "\(about(record, table.entity)) is newer than commit \(commit), on which its change is based")
        }
        var values = try RecordImage.values(image, of: table.fields)
        for place in table.references { values[place] = try inner(values[place], table.fields[place].type) }
        return values
    }

    /// With keys in the place of identifiers, as far as there still are such records.
    private func inner(_ value: FieldValue, _ type: FieldType) throws(StoreError) -> FieldValue {
        switch value {
        case .list(let items):
            return .list(try items.map { item throws(StoreError) in try inner(item, type) })
        default: return try book.inner(value, type) ?? value
        }
    }

    /// A value in a sentence, as far as the viewer may know it.
    private func told(_ value: FieldValue, _ field: Field) throws(StoreError) -> String {
        let outer = try rights.sight.shown(book.outer(value, field.type), field.type)
        return outer.isNull ? "empty" : "'\(outer)'"
    }
}
