import Community
import Plugins
import Runs
import TOMLKit

/// A record as people edit it in their editor: TOML, a line for each field that it may have, with a comment that
/// says what goes there.
public struct RecordText {
    private let entity: Entity
    private let language: String

    public init(_ entity: Entity, language: String) {
        self.entity = entity
        self.language = language
    }

    private var fields: [Field] { entity.storedFields.filter { $0.type != .identifier } }

    /// - Parameters:
    ///   - message: what was wrong with the last attempt; goes on top.
    public func write(_ values: [String: FieldValue], id: String, message: String? = nil) -> String {
        var lines: [String] = []
        for line in (message ?? "").split(separator: "\n") { lines.append("# !! \(Self.comment(line))") }
        lines += [
            "# \(entity.name) \(id)",
            "# Save and leave the editor to go on; leave it as it is to change nothing.",
        ]
        for field in fields {
            let title = field.title.text(in: language, fallback: Language.default.rawValue)
            let need = field.isRequired ? ", required" : ""
            lines += ["", "# \(title) (\(field.type.name)\(need)): \(field.documentation)"]
            let key = Self.key(field.name)
            switch values[field.name] ?? .null {
            case .null:
                let name = field.type == .localizedText ? "\(key).\(language)" : key
                lines.append("# \(name) = \(Self.example(field.type))")
            case .localized(let text):
                lines += text.sorted.map { "\(key).\(Self.key($0.language)) = \(Self.string($0.text))" }
            case let value: lines.append("\(key) = \(Self.literal(value))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The values of a text; fields that it does not have are left out.
    ///
    /// - Throws: `Failure` with what is wrong and where.
    public func read(_ text: String) throws -> [String: FieldValue] {
        let root: TOMLTable
        do { root = try TOMLTable(checking: text) } catch {
            throw Failure(.data, "this is not TOML: \(error)")
        }
        var values: [String: FieldValue] = [:]
        for name in root.keys {
            guard let field = fields.first(where: { $0.name == name }), let value = root[name] else {
                throw Failure(
                    .data,
                    SchemaError.unknownField(name, entity: entity.name, among: fields.map(\.name)).description
                )
            }
            if field.type == .localizedText, let text = value.string {
                values[name] = .localized(LocalizedText(text, in: language))
                continue
            }
            do { values[name] = try field.type.value(value) } catch {
                throw Failure(.data, "'\(name)': \(error)")
            }
        }
        return values
    }

    /// What is other than before: fields that are gone from the text have no value any more.
    public func difference(
        from former: [String: FieldValue], to edited: [String: FieldValue]
    ) -> [String: FieldValue] {
        var changed: [String: FieldValue] = [:]
        for field in fields {
            let (old, new) = (former[field.name] ?? .null, edited[field.name] ?? .null)
            if old != new, !(old.isNull && new == .list([])) { changed[field.name] = new }
        }
        return changed
    }

    private static func literal(_ value: FieldValue) -> String {
        switch value {
        case .boolean, .integer: value.description
        case .number(let number): number == number.rounded() ? "\(number)" : value.description
        case .list(let items): "[" + items.map(literal).joined(separator: ", ") + "]"
        default: string(value.description)
        }
    }

    /// Over several lines where the text has several, so that it can be edited as it reads.
    private static func string(_ text: String) -> String {
        let isLong = text.contains("\n") && !text.contains("\r")
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += isLong ? "\n" : "\\n"
            case "\t": escaped += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return isLong ? "\"\"\"\n\(escaped)\"\"\"" : "\"\(escaped)\""
    }

    private static func key(_ name: String) -> String {
        name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
            ? name : "\"\(name)\""
    }

    private static func comment(_ line: Substring) -> String {
        String(line.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }.map(Character.init))
    }

    private static func example(_ type: FieldType) -> String {
        switch type {
        case .integer: "0"
        case .number: "0.0"
        case .boolean: "true"
        case .list, .references, .inverse, .path: "[]"
        case .day: "\"2024-06-30\""
        case .instant: "\"2024-06-30T14:00+03:00\""
        default: "\"\""
        }
    }
}
