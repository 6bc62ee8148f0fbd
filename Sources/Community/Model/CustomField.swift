/// A field that a plugin adds to an entity: a state's own reference number, an indicator. It is kept with the
/// record, read, filtered and written like a built-in one, and no record must have a value.
public struct CustomField: Sendable, Hashable {
    /// The plugin's identifier.
    public let plugin: String
    /// The entity's singular: `action_item`.
    public let entity: String
    /// Its name is `x.<plugin>.<name>`.
    public let field: Field

    /// - Parameters:
    ///   - name: its own name, a Lua identifier in lower case: `national_reference`.
    ///   - title: without one, its name stands for it.
    ///   - documentation: what it is for, in English, a sentence or two.
    ///   - isPersonal: whether only those who may know everything of a record may know it.
    ///   - inverse: for a reference, its other side on the entity that it leads to: a name of the same kind as
    ///     `name`, and a title.
    /// - Throws: when a name cannot be one, or a type or default not a field's.
    public init(
        plugin: String, entity: String, name: String, type: FieldType, title: LocalizedText = [:],
        documentation: String = "", isPersonal: Bool = false, default defaultValue: FieldValue = .null,
        inverse: (name: String, title: LocalizedText)? = nil
    ) throws(DeclarationError) {
        for part in [plugin, name, inverse?.name].compactMap(\.self) where !Self.isName(part) {
            throw DeclarationError(
                "cannot be called '\(part)': names of plugins and their fields begin with a lower-case letter, go "
                    + "on with up to 63 such letters, digits and '_', and are no words of Lua's own")
        }
        guard type.typeName != nil else {
            throw DeclarationError("cannot be of the type '\(type.name)', which no declaration has")
        }
        guard inverse == nil || type.target != nil else {
            throw DeclarationError("has another side, which references have, not '\(type.name)'")
        }
        guard defaultValue.isNull || type.target == nil else {
            throw DeclarationError("has a default, which references cannot have")
        }
        do { try type.check(defaultValue) } catch {
            throw DeclarationError("has a default that does not do: \(error)")
        }
        func titled(_ name: String, _ title: LocalizedText) -> LocalizedText {
            guard title.isEmpty else { return title }
            let words = name.split(separator: "_").joined(separator: " ")
            return LocalizedText(
                words.prefix(1).uppercased() + words.dropFirst(), in: Language.default.rawValue)
        }
        self.plugin = plugin
        self.entity = entity
        field = Field(
            Self.name(name, of: plugin), type, titled(name, title),
            documentation.isEmpty ? "A field of the plugin \(plugin)." : documentation,
            sensitivity: isPersonal ? .personal : .ordinary, default: defaultValue,
            inverse: inverse.map { (Self.name($0.name, of: plugin), titled($0.name, $0.title)) })
    }

    init(plugin: String, entity: String, field: Field) {
        self.plugin = plugin
        self.entity = entity
        self.field = field
    }

    /// Its own name, without the plugin's.
    public var name: String { field.ownName }

    /// `x.follow_up.national_reference` for `national_reference` of `follow_up`.
    public static func name(_ name: String, of plugin: String) -> String { "x.\(plugin).\(name)" }

    /// Whether a text may be the identifier of a plugin, or name its field: a Lua identifier in lower-case
    /// ASCII, of at most 64 characters.
    public static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 64, !wordsOfLua.contains(text) else {
            return false
        }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return letters.contains(first)
            && text.utf8.allSatisfy {
                letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_")
            }
    }

    /// Lua 5.4 Reference Manual, 3.1.
    private static let wordsOfLua: Set = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
        "local",
        "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]
}
