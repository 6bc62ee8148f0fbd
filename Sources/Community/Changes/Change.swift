/// A change of one record. Fields that are not named stay, or take their defaults in a new record. Of a text in several
/// languages those that are not named stay too, but for an update with a `base`, whose author saw them all.
public enum Change: Sendable, Hashable {
    /// `id` nil: one is made.
    case create(entity: String, id: String?, fields: [String: FieldValue])
    /// `base`: the number of a commit, as of which the author of the change saw the record: fields that others
    /// changed since stay as they made them, and the change is refused where both changed the same.
    /// Without it the change holds whatever is there.
    case update(entity: String, id: String, base: Int64?, fields: [String: FieldValue])
    /// Creates the record unless there is one of that identifier, which is updated then.
    case upsert(entity: String, id: String, fields: [String: FieldValue])
    case delete(entity: String, id: String)

    public var entity: String {
        switch self {
        case .create(let entity, _, _), .update(let entity, _, _, _), .upsert(let entity, _, _),
            .delete(let entity, _):
            entity
        }
    }

    /// Of its record; nil where one has still to be made.
    public var id: String? {
        switch self {
        case .create(_, let id, _): id
        case .update(_, let id, _, _), .upsert(_, let id, _), .delete(_, let id): id
        }
    }

    /// What it says of the record's fields.
    public var fields: [String: FieldValue] {
        switch self {
        case .create(_, _, let fields), .update(_, _, _, let fields), .upsert(_, _, let fields): fields
        case .delete: [:]
        }
    }

    /// The same change with an identifier made if it has none, so that it makes the same record each time.
    ///
    /// - Throws: where the schema has no such entity.
    public func settled(in schema: Schema) throws(SchemaError) -> Change {
        guard case .create(let entity, nil, let fields) = self else { return self }
        let id = MadeIdentifier.make(try schema.entity(entity).identifierPrefix)
        return .create(entity: entity, id: id, fields: fields)
    }
}
