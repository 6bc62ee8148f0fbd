/// What values a field holds.
public indirect enum FieldType: Sendable, Hashable {
    /// Short text that people can type and that names the record: `jor`, `gcm-talk-2023-09`.
    case identifier
    case text
    /// Text in several languages; a reader gets theirs.
    case localizedText
    case integer(ClosedRange<Int64>)
    case number(ClosedRange<Double>)
    case boolean
    case day
    /// A point in time, stored in UTC.
    case instant
    /// An IANA time zone's identifier.
    case timeZone
    /// One of some values.
    case choice([Choice])
    /// A list, without repetition: of choices, of texts.
    case list(of: FieldType)
    /// A record of another entity.
    case reference(String)
    /// Records of another entity, in an order.
    case references(String)
    /// The records of `entity` whose reference `field` leads here. Never stored: it is the other side of
    /// that reference.
    case inverse(entity: String, field: String)
    /// The records at the end of a path of references, each once, in the order of their entity. Never stored.
    case path([String], entity: String)

    /// Any text list: tags.
    public static let texts = FieldType.list(of: .text)
    public static let anyInteger = FieldType.integer(Int64.min...Int64.max)
    public static let anyNumber = FieldType.number(
        -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)

    /// The entity that a reference leads to.
    public var target: String? {
        switch self {
        case .reference(let entity), .references(let entity), .inverse(let entity, _), .path(_, let entity):
            entity
        default: nil
        }
    }

    /// Whether a record may have several values of it.
    public var isMany: Bool {
        switch self {
        case .list, .references, .inverse, .path: true
        default: false
        }
    }

    /// Whether a record has at most one of it, which a column can hold. References to many are looked up.
    public var isInColumn: Bool {
        switch self {
        case .references, .inverse, .path: false
        default: true
        }
    }

    /// Whether records keep it: all but the other sides of references and paths.
    public var isStored: Bool {
        switch self {
        case .inverse, .path: false
        default: true
        }
    }

    /// The type's name in documentation and messages.
    public var name: String {
        switch self {
        case .identifier: "identifier"
        case .text: "text"
        case .localizedText: "localized text"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .day: "date"
        case .instant: "instant"
        case .timeZone: "time zone"
        case .choice(let choices): "one of " + choices.map(\.name).joined(separator: ", ")
        case .list(let element): "list of " + element.name
        case .reference(let entity): entity
        case .references(let entity), .inverse(let entity, _), .path(_, let entity): "list of " + entity
        }
    }
}
