import Community
import LuaKit

/// Types that have a name for authors and none in Swift.
extension TypeExpression {
    /// A text, or texts by language.
    static let texts = TypeExpression.named("texts")
    /// A field of the records at hand, or a path of them.
    static let field = TypeExpression.named("field")
    /// The name of an entity.
    static let entity = TypeExpression.named("entity")

    static func query(of entity: String) -> TypeExpression { .named("query of \(entity)") }
}
