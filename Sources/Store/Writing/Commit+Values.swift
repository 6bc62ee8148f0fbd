import Community

// How the values of a change become those of a record.
extension Commit {
    /// Checks values and puts them into a record.
    ///
    /// - Returns: false where one refers to a record that is not there yet, and this is not the last time to
    ///   ask.
    func set(
        _ given: [String: FieldValue], in record: inout StoredRecord, _ table: RecordTable, isLast: Bool
    ) throws(StoreError) -> Bool {
        var places: [(place: Int, value: FieldValue)] = []
        places.reserveCapacity(given.count)
        for (name, value) in given {
            if let place = table.places[name] { places.append((place, value)) }
        }
        // In the fields' order, so that the same change gets the same answer.
        places.sort { $0.place < $1.place }
        for (place, value) in places {
            guard
                let value = try checked(value, table.fields[place], table.entity, record, isLast: isLast)
            else { return false }
            record.values[place] = value
        }
        if places.count < given.count,
            let name = given.keys.sorted().first(where: { table.places[$0] == nil })
        {
            throw refusal(of: name, table.entity, record)
        }
        return true
    }

    /// Leaves texts in languages that are not given where they are: who has not looked at the record has not taken
    /// them away.
    func keepLanguages(_ old: StoredRecord, in new: inout StoredRecord, _ table: RecordTable) {
        for place in table.fields.indices where old.values[place] != new.values[place] {
            guard case .localized(let there) = old.values[place],
                case .localized(let given) = new.values[place]
            else { continue }
            let texts = there.texts.merging(given.texts) { $1 }
            new.values[place] = .localized(LocalizedText(texts))
        }
    }

    /// Leaves references to records that the viewer cannot see where they are: who writes what they see has not
    /// taken them away.
    func keepHidden(
        _ old: StoredRecord, in new: inout StoredRecord, _ table: RecordTable
    ) throws(StoreError) {
        guard !rights.sight.isUnlimited else { return }
        for place in table.references where old.values[place] != new.values[place] {
            guard let target = table.fields[place].type.target else { continue }
            let entity = try self.table(target).entity
            switch (old.values[place], new.values[place]) {
            case (.key(let key), .null):
                if try !rights.mayRefer(to: entity, key) { new.values[place] = old.values[place] }
            case (.list(let items), let wanted):
                var hidden: [FieldValue] = []
                for case .key(let key) in items where try !rights.mayRefer(to: entity, key) {
                    hidden.append(.key(key))
                }
                var rest: [FieldValue] = []
                if case .list(let wanted) = wanted { rest = wanted }
                let isAsSeen = rest == items.filter { !hidden.contains($0) }
                new.values[place] = isAsSeen ? old.values[place] : FieldValue.list(rest + hidden).normalized
            default: break
            }
        }
    }

    func refuseMissing(_ record: StoredRecord, _ table: RecordTable) throws(StoreError) {
        for place in table.required where record.values[place].isMissing {
            throw StoreError(
                .badChange,
                "\(about(record, table.entity)) has no '\(table.fields[place].name)', which every "
                    + "\(table.entity.name) must have")
        }
    }

    /// - Parameter old: the record before; what was so then does not keep anybody from changing something else.
    func refuseReversed(_ record: StoredRecord, _ table: RecordTable, since old: StoredRecord? = nil)
        throws(StoreError)
    {
        for (start, end) in table.spans {
            guard case .day(let first) = record.values[start], case .day(let last) = record.values[end],
                last < first
            else { continue }
            if let old, old.values[start] == record.values[start], old.values[end] == record.values[end] {
                continue
            }
            throw StoreError(
                .badChange,
                "\(about(record, table.entity)): '\(table.fields[end].name)' is \(last), before "
                    + "'\(table.fields[start].name)', which is \(first)")
        }
    }

    /// A value as records hold it; nil when it has to wait for a record.
    private func checked(
        _ value: FieldValue, _ field: Field, _ entity: Entity, _ record: StoredRecord, isLast: Bool
    ) throws(StoreError) -> FieldValue? {
        do { try field.type.check(value) } catch {
            throw StoreError(.badChange, "\(about(record, entity)): '\(field.name)': \(error)")
        }
        guard let target = field.type.target else {
            if case .list(let items) = value,
                let item = items.first(where: { $0.description.utf8.contains(0x1F) })
            {
                throw StoreError(
                    .badChange,
                    "\(about(record, entity)): '\(field.name)': '\(item)' contains a unit separator (U+001F)")
            }
            return value.normalized
        }
        let targetEntity = try table(target).entity
        switch value {
        case .reference(let id):
            if let key = try key(id, targetEntity) { return .key(key) }
            guard isLast else { return nil }
            throw unknown(id, field, entity, record)
        case .list(let items):
            var keys: [FieldValue] = []
            for case .reference(let id) in items {
                if let key = try key(id, targetEntity) {
                    keys.append(.key(key))
                } else {
                    guard isLast else { return nil }
                    throw unknown(id, field, entity, record)
                }
            }
            return FieldValue.list(keys).normalized
        default: return value
        }
    }

    /// The record that the viewer means by an identifier.
    private func key(_ id: String, _ entity: Entity) throws(StoreError) -> Int64? {
        guard let key = try book.key(entity.name, id), try rights.mayRefer(to: entity, key) else {
            return nil
        }
        return key
    }

    func about(_ record: StoredRecord, _ entity: Entity) -> String {
        "\(entity.name) '\(record.id)'"
    }

    private func refusal(of name: String, _ entity: Entity, _ record: StoredRecord) -> StoreError {
        let about = about(record, entity)
        if name == "id" {
            return StoreError(.badChange, "\(about): an identifier is for good; it cannot be changed")
        }
        guard entity.field(name) == nil else {
            return StoreError(
                .badChange,
                "\(about): '\(name)' is the other side of a reference; change the reference itself")
        }
        let names = entity.storedFields.map(\.name)
        return StoreError(
            .badChange,
            "\(about): \(SchemaError.unknownField(name, entity: entity.name, among: names))")
    }

    private func unknown(
        _ id: String, _ field: Field, _ entity: Entity, _ record: StoredRecord
    ) -> StoreError {
        StoreError(
            .unknownRecord,
            "\(about(record, entity)): '\(field.name)': there is no \(field.type.target ?? "") '\(id)'")
    }
}

extension FieldValue {
    /// One way to say that there is nothing.
    var normalized: FieldValue {
        switch self {
        case .list(let items) where items.isEmpty: .null
        case .localized(let text) where text.isEmpty: .null
        default: self
        }
    }

    /// Whether it does not do where a value must be.
    fileprivate var isMissing: Bool {
        switch self {
        case .null: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .localized(let text): text.texts.values.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        default: false
        }
    }
}
