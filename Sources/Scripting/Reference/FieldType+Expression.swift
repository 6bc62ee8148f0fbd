import Community
import LuaKit

extension FieldType {
    /// The type of what a script reads from a field.
    public var expression: TypeExpression {
        switch self {
        case .identifier, .text, .localizedText, .timeZone: .string
        case .integer: .integer
        case .number: .number
        case .boolean: .boolean
        case .day: Day.luaTypeExpression
        case .instant: Instant.luaTypeExpression
        case .choice(let choices): .choice(choices.map(\.name))
        case .list(let element): .list(of: element.expression)
        case .reference(let entity): .named(entity)
        case .references(let entity), .inverse(let entity, _), .path(_, let entity): .query(of: entity)
        }
    }
}

extension Field {
    /// Whether a script may read nil from it. A list or a query is empty instead.
    public var mayBeNil: Bool { !isRequired && !type.isMany }
}
