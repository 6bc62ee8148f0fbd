/// What a change set does to one record, or a commit did, field by field.
public struct RecordDiff: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable {
        case create, update, delete
    }

    public let action: Action
    /// The entity's name, singular.
    public let entity: String
    public let id: String
    /// The fields that are other than before, in the entity's order.
    public let fields: [FieldDiff]

    public init(_ action: Action, entity: String, id: String, fields: [FieldDiff]) {
        self.action = action
        self.entity = entity
        self.id = id
        self.fields = fields
    }
}

/// One field before and after a change. References are by identifier; null is no value.
public struct FieldDiff: Sendable, Hashable {
    public let field: Field
    public let before: FieldValue
    public let after: FieldValue
    /// Whether somebody else changed the field meanwhile, and both changes are in what comes after.
    public let isMerged: Bool

    public init(_ field: Field, before: FieldValue, after: FieldValue, isMerged: Bool = false) {
        self.field = field
        self.before = before
        self.after = after
        self.isMerged = isMerged
    }
}
