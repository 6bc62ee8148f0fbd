/// One field of an entity: the only declaration that it has. Tables, Lua access, argument checks,
/// command-line columns and filters, and reference pages derive from it.
public struct Field: Sendable, Hashable {
    /// In snake case; a custom field's is `x.<plugin>.<field>`.
    public let name: String
    public let type: FieldType
    public let title: LocalizedText
    /// What it is for, in English, a sentence or two.
    public let documentation: String
    public let sensitivity: Sensitivity
    /// Whether every record must have a value.
    public let isRequired: Bool
    /// The value of a record that is created without one.
    public let defaultValue: FieldValue
    /// Where the value of a record that has none of its own is read: a path of references to a field of the same
    /// type. Only what is read is completed so; what is stored stays empty.
    public let inherited: FieldPath?
    /// The field of a day that this one's day may not be before: the start of what this one ends.
    public let start: String?
    /// For a reference: the other side's name and title on the entity that it leads to.
    public let inverse: Inverse?

    public struct Inverse: Sendable, Hashable {
        public let name: String
        public let title: LocalizedText
    }

    /// Who may know a field of a record that they may see.
    public enum Sensitivity: String, Sendable, Hashable, CaseIterable {
        /// Whoever may see the record.
        case ordinary
        /// Personal data: those with the right to it.
        case personal
        /// Whoever may see the session or practice that it belongs to.
        case confidential
        /// Who said what: under the Chatham House rule only those who run the session.
        case attribution

        /// Whether some who see the record may not know the field.
        public var isRestricted: Bool { self == .personal || self == .attribution }

        /// What is so, in a sentence.
        public var documentation: String {
            switch self {
            case .ordinary: "For whoever may see the record."
            case .personal: "Personal data."
            case .confidential: "As confidential as the record itself."
            case .attribution: "Says who said what."
            }
        }
    }

    public init(
        _ name: String, _ type: FieldType, _ title: LocalizedText, _ documentation: String,
        sensitivity: Sensitivity = .ordinary, required: Bool = false,
        default defaultValue: FieldValue = .null, inheriting inherited: FieldPath? = nil,
        notBefore start: String? = nil, inverse: (name: String, title: LocalizedText)? = nil
    ) {
        self.name = name
        self.type = type
        self.title = title
        self.documentation = documentation
        self.sensitivity = sensitivity
        isRequired = required
        self.defaultValue = defaultValue
        self.inherited = inherited
        self.start = start
        self.inverse = inverse.map { Inverse(name: $0.name, title: $0.title) }
    }

    /// Whether a plugin has added it.
    public var isCustom: Bool { name.hasPrefix("x.") }

    /// Of a custom field the last part of its name, of any other the name.
    public var ownName: String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
