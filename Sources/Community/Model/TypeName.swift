import Spelling

/// What declarations call the types of values: the one table of the names that a plugin's fields and settings
/// and a report's parameters may use. `description` is the name.
public indirect enum TypeName: Sendable, Hashable, CustomStringConvertible {
    case text, localizedText, integer, number, boolean, date, instant, month, quarter, timeZone
    /// One of the values that the declaration lists.
    case choice
    /// A record of an entity, by the entity's singular.
    case record(entity: String)
    /// Texts, choices or records, without repetition.
    case list(of: TypeName)

    /// What a declaration is of.
    public enum Use: Sendable, Hashable, CaseIterable {
        case field, setting, parameter
    }

    /// Reads a name.
    ///
    /// - Throws: when there is no such name for that use, with the nearest one that there is.
    public init(_ name: String, for use: Use, in schema: Schema) throws(DeclarationError) {
        guard let known = Self.named(name, for: use, in: schema) else {
            let names = Self.names(for: use, in: schema).map(\.description)
            let suggestion = Suggestion.phrase(for: name, among: names)
            let simple = Self.simple(for: use).map(\.description).joined(separator: ", ")
            throw DeclarationError(
                "has the unknown type '\(name)'"
                    + (suggestion.isEmpty ? "; there are \(simple), and entities such as member" : suggestion)
            )
        }
        self = known
    }

    private static func named(_ name: String, for use: Use, in schema: Schema) -> TypeName? {
        if let simple = simpleByName[name] { return simple.isSimple(for: use) ? simple : nil }
        if let entity = schema.entities.first(where: { $0.name == name }) {
            return .record(entity: entity.name)
        }
        guard use != .parameter, name.hasPrefix(listPrefix) else { return nil }
        switch named(String(name.dropFirst(listPrefix.count)), for: use, in: schema) {
        case let element? where element.isListed: return .list(of: element)
        default: return nil
        }
    }

    private static let listPrefix = "list of "

    /// Whether there are lists of it.
    private var isListed: Bool {
        switch self {
        case .text, .choice, .record: true
        default: false
        }
    }

    /// All names for that use, the simple ones first.
    public static func names(for use: Use, in schema: Schema) -> [TypeName] {
        let records = schema.entities.map { TypeName.record(entity: $0.name) }
        let all = simple(for: use) + records
        return use == .parameter ? all : all + all.filter(\.isListed).map(TypeName.list)
    }

    /// Those that need no other word beside them.
    public static func simple(for use: Use) -> [TypeName] {
        allSimple.filter { $0.isSimple(for: use) }
    }

    private static let allSimple: [TypeName] = [
        .text, .integer, .number, .boolean, .date, .instant, .month, .quarter, .localizedText, .timeZone,
        .choice,
    ]

    private static let simpleByName = Dictionary(uniqueKeysWithValues: allSimple.map { ($0.description, $0) })

    private func isSimple(for use: Use) -> Bool {
        switch self {
        case .text, .integer, .number, .boolean, .date, .instant: true
        case .month, .quarter: use != .field
        case .localizedText, .timeZone, .choice: use != .parameter
        case .record, .list: false
        }
    }

    public var description: String {
        switch self {
        case .text: "text"
        case .localizedText: "localized text"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .instant: "instant"
        case .month: "month"
        case .quarter: "quarter"
        case .timeZone: "time zone"
        case .choice: "choice"
        case .record(let entity): entity
        case .list(let element): "\(Self.listPrefix)\(element)"
        }
    }
}

/// What is wrong with a declaration, to be said after what is declared: `the field 'x' has the unknown type
/// 'txt'; did you mean 'text'?`
public struct DeclarationError: Error, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
