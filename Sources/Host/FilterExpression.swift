import Community

/// A condition as people type it: `status=open`, `due<2024-07-01`, `owners.country!=JOR`, `title~border`.
///
/// | written | means |
/// |---|---|
/// | `field=value` | equal; `field=a,b` any of them; `field=` no value |
/// | `field!=value` | not equal, nor any of `a,b`; `field!=` has a value |
/// | `field<value` `<=` `>` `>=` | before, at most, after, at least |
/// | `field~text` | contains the text, whatever its case and accents |
public struct FilterExpression: Sendable, Hashable {
    public let path: [String]
    /// Of the field at the path's end.
    public let type: FieldType
    /// References are as they were typed, by identifier or by name.
    public let condition: Condition

    /// Longer operators first, so that `<=` is not read as `<`.
    private static let operators = ["!=", "<=", ">=", "=", "<", ">", "~"]

    /// Reads an expression about records of `entity`.
    public init(_ text: String, entity: Entity, schema: Schema, language: String) throws(FilterError) {
        guard let start = text.firstIndex(where: { "!=<>~".contains($0) }), start > text.startIndex,
            let sign = Self.operators.first(where: { text[start...].hasPrefix($0) })
        else {
            throw FilterError(
                "'\(text)' is not a condition: write FIELD=VALUE, or one of != < <= > >= ~ in place of =")
        }
        let name = text[..<start].filter { !$0.isWhitespace }
        let operand = String(text[start...].dropFirst(sign.count))
        let fields: [Field]
        do {
            fields = try schema.fields(along: FieldPath(name), from: entity)
        } catch {
            throw FilterError("\(error)")
        }
        path = fields.map(\.name)
        type = fields[fields.count - 1].type
        do {
            condition = try Self.condition(sign, operand, type, language)
        } catch {
            throw FilterError("in '\(text)': \(error)")
        }
    }

    private static func condition(
        _ sign: String, _ operand: String, _ type: FieldType, _ language: String
    ) throws(ValueError) -> Condition {
        switch sign {
        case "=": return operand.isEmpty ? .isAbsent : .isOneOf(try values(operand, type, language))
        case "!=": return operand.isEmpty ? .isPresent : .isNoneOf(try values(operand, type, language))
        case "~": return .contains(operand)
        case "<": return .isBefore(try type.parse(operand, language: language))
        case "<=": return .isAtMost(try type.parse(operand, language: language))
        case ">": return .isAfter(try type.parse(operand, language: language))
        default: return .isAtLeast(try type.parse(operand, language: language))
        }
    }

    /// The values between the commas; of free text, which may have commas of its own, the whole.
    private static func values(_ operand: String, _ type: FieldType, _ language: String) throws(ValueError)
        -> [FieldValue]
    {
        switch type {
        case .text, .localizedText: return [.text(operand)]
        case .list(let element): return try values(operand, element, language)
        case .reference, .references, .inverse, .path:
            guard case .list(let values) = try FieldType.references("").parse(operand) else { return [] }
            return values
        default:
            guard case .list(let values) = try FieldType.list(of: type).parse(operand) else { return [] }
            return values
        }
    }
}

/// A condition that cannot be understood; says what was expected.
public struct FilterError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
