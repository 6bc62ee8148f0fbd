import Spelling

/// The entities of a community and their fields. A value, so that plugins can add fields: nothing may
/// assume that it is `Schema.standard`.
public struct Schema: Sendable, Hashable {
    /// In an order in which references lead mostly backwards.
    public let entities: [Entity]
    private let positions: [String: Int]

    /// Completes the entities with the other sides of their references.
    public init(_ entities: [Entity]) {
        var inverses: [String: [Field]] = [:]
        for entity in entities {
            for field in entity.fields {
                guard let inverse = field.inverse, let target = field.type.target else { continue }
                inverses[target, default: []].append(
                    Field(
                        inverse.name, .inverse(entity: entity.name, field: field.name), inverse.title,
                        "The \(entity.plural) whose \(field.name) this is.", sensitivity: field.sensitivity))
            }
        }
        self.entities = entities.map { entity in
            entity.adding(
                (inverses[entity.name] ?? []).filter { inverse in
                    entity.field(inverse.name) == nil
                })
        }
        var positions: [String: Int] = [:]
        for (position, entity) in entities.enumerated() {
            positions[entity.name] = position
            positions[entity.plural] = position
        }
        self.positions = positions
    }

    /// The entity of that name, singular or plural.
    public func entity(_ name: String) throws(SchemaError) -> Entity {
        if let position = positions[name] { return entities[position] }
        throw SchemaError.unknownEntity(name, among: entities.map { [$0.plural, $0.name] })
    }

    /// The place of an entity in `entities`.
    public func position(of name: String) -> Int? { positions[name] }

    public func field(_ name: String, of entity: Entity) throws(SchemaError) -> Field {
        if let field = entity.field(name) { return field }
        throw SchemaError.unknownField(name, entity: entity.name, among: entity.fields.map(\.name))
    }

    /// The fields along a path such as `owners.name`; all but the last are references.
    public func fields(along path: FieldPath, from entity: Entity) throws(SchemaError) -> [Field] {
        var current = entity
        var fields: [Field] = []
        var rest = path.names[...]
        while let (field, taken) = Self.longestField(rest, of: current) {
            fields.append(field)
            rest = rest.dropFirst(taken)
            guard !rest.isEmpty else { return fields }
            guard let target = field.type.target else {
                throw SchemaError.notAReference(field.name, entity: current.name, path: path.description)
            }
            current = try self.entity(target)
        }
        // Of a custom field the whole name, plugin included, is what may be mistaken.
        let unknown = rest.first == "x" ? rest.prefix(3).joined(separator: ".") : rest.first ?? ""
        throw SchemaError.unknownField(
            unknown, entity: current.name, among: current.fields.map(\.name))
    }

    /// A custom field's name has dots of its own: the longest name that is a field is the one meant.
    private static func longestField(_ names: ArraySlice<String>, of entity: Entity) -> (Field, Int)? {
        for count in stride(from: names.count, through: 1, by: -1) {
            if let field = entity.field(names.prefix(count).joined(separator: ".")) { return (field, count) }
        }
        return nil
    }
}

/// A name that the community's schema does not have.
public enum SchemaError: Error, Hashable, CustomStringConvertible {
    /// Each entity has a plural and a singular name.
    case unknownEntity(String, among: [[String]])
    case unknownField(String, entity: String, among: [String])
    case notAReference(String, entity: String, path: String)
    /// A field of a plugin that the schema cannot have.
    case unusableField(String, entity: String, reason: String)

    public var description: String {
        switch self {
        case .unknownEntity(let name, let names):
            let suggestion = Suggestion.phrase(for: name, among: names.joined())
            let all = names.compactMap(\.first).joined(separator: ", ")
            return "there is no entity '\(name)'" + (suggestion.isEmpty ? "; there are \(all)" : suggestion)
        case .unknownField(let name, let entity, let names):
            return "'\(name)' is not a field of \(entity)" + Suggestion.phrase(for: name, among: names)
        case .notAReference(let name, let entity, let path):
            return "'\(name)' of \(entity) is not a reference, so '\(path)' leads nowhere"
        case .unusableField(let name, let entity, let reason):
            return "the field '\(name)' cannot be added to \(entity): \(reason)"
        }
    }
}
