import Spelling

extension Schema {
    /// How many fields of plugins an entity may have.
    public static let mostCustomFields = 500

    /// The same schema with the fields of plugins, and the other sides of those that are references.
    ///
    /// - Throws: `unusableField` when an entity does not exist, a name is taken, or there are too many fields.
    public func adding(_ fields: [CustomField]) throws(SchemaError) -> Schema {
        guard !fields.isEmpty else { return self }
        var added: [String: [Field]] = [:]
        var names: [String: Set<String>] = [:]
        for entity in entities { names[entity.name] = Set(entity.fields.map(\.name)) }

        func take(_ name: String, _ entity: String, for field: CustomField) throws(SchemaError) {
            guard names[entity, default: []].insert(name).inserted else {
                throw SchemaError.unusableField(
                    field.field.name, entity: field.entity, reason: "\(entity) has a field '\(name)' already")
            }
        }
        for field in fields {
            let name = field.field.name
            for entity in [field.entity, field.field.type.target].compactMap(\.self)
            where names[entity] == nil {
                throw SchemaError.unusableField(
                    name, entity: field.entity,
                    reason: "there is no entity '\(entity)'"
                        + Suggestion.phrase(for: entity, among: entities.map(\.name)))
            }
            try take(name, field.entity, for: field)
            if let inverse = field.field.inverse, let target = field.field.type.target {
                try take(inverse.name, target, for: field)
            }
            added[field.entity, default: []].append(field.field)
        }
        for (entity, names) in names.sorted(by: { $0.key < $1.key }) {
            let count = names.lazy.filter { $0.hasPrefix("x.") }.count
            guard count <= Self.mostCustomFields else {
                throw SchemaError.unusableField(
                    added[entity]?.last?.name ?? "", entity: entity,
                    reason:
                        "it would have \(count) fields of plugins; at most \(Self.mostCustomFields) will do")
            }
        }
        return Schema(entities.map { added[$0.name].map($0.adding) ?? $0 })
    }
}
