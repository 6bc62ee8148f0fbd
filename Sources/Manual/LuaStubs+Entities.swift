import Community
import LuaKit
import Scripting

/// The types of one entity: its records, and queries and groupings that know whose they are, so that an editor
/// completes `item.title` in `for item in community.action_items:each() do`.
extension LuaStubs {
    func entity(_ entity: Entity) -> String {
        ([fields(of: entity), record(of: entity)]
            + perEntity.map { specialized($0, of: entity) }).joined(separator: "\n")
    }

    private func fields(of entity: Entity) -> String {
        let names = entity.fields.map { "---| \"\($0.name)\" # \(Self.titles($0.title))\n" }
        return LuaAnnotation.comment("A field of \(entity.plural).")
            + "---@alias \(Self.fieldAlias(entity))\n" + names.joined()
            + "---| string # A path over references.\n"
    }

    private func record(of entity: Entity) -> String {
        let name = LuaAnnotation.name(entity.name)
        var text =
            LuaAnnotation.comment("\(Self.titles(entity.title)). \(entity.documentation)")
            + "---@class \(name): halqa.record\n"
        for field in entity.fields where field.name != "id" {
            let key = field.name.contains(".") ? "[\"\(field.name)\"]" : field.name
            text +=
                "---@field \(key)\(field.mayBeNil ? "?" : "") \(LuaAnnotation.text(field.type.expression)) "
                + "\(Self.titles(field.title)). \(field.documentation)\n"
        }
        return text
    }

    /// The types whose methods take fields or give records: each entity has its own.
    private var perEntity: [APIReference.ValueType] {
        let general = ["record": TypeExpression.any, "field": .any]
        return reference.types.filter { type in
            type.methods.flatMap(\.expressions).contains { $0.replacing(general) != $0 }
        }
    }

    private func specialized(_ type: APIReference.ValueType, of entity: Entity) -> String {
        let own = "\(type.name) of \(entity.name)"
        var names: [String: TypeExpression] = [
            "record": .named(entity.name), "field": .named("field of \(entity.name)"),
        ]
        for other in perEntity { names[other.name] = .named("\(other.name) of \(entity.name)") }
        var text = "---@class \(LuaAnnotation.name(own)): \(LuaAnnotation.name(type.name))\n"
        for method in type.methods {
            let isOfThis = method.receiver == own
            guard isOfThis || method.receiver == nil || method.receiver == type.name else { continue }
            guard isOfThis || method.expressions.contains(where: { $0.replacing(names) != $0 }) else {
                continue
            }
            text += Self.method(method, of: own, names)
        }
        return text
    }

    private static func method(
        _ method: APIReference.FunctionEntry, of type: String, _ names: [String: TypeExpression]
    ) -> String {
        let parameters = method.parameters.map { parameter in
            let mark = parameter.isOptional && !parameter.isVariadic ? "?" : ""
            return "\(name(parameter))\(mark): \(LuaAnnotation.text(parameter.type.replacing(names)))"
        }
        let result = method.result.map {
            LuaAnnotation.text($0.type.replacing(names)) + ($0.isOptional ? "?" : "")
        }
        let function = LuaAnnotation.function(["self: \(LuaAnnotation.name(type))"] + parameters, result)
        return "---@field \(method.name) \(function) \(method.documentation)\n"
    }

    private static func fieldAlias(_ entity: Entity) -> String {
        LuaAnnotation.name("field of \(entity.name)")
    }

    /// In the languages in which Halqa speaks: `Title · Titre · العنوان`.
    private static func titles(_ title: LocalizedText) -> String {
        ["en", "fr", "ar"].compactMap { title.texts[$0] }.joined(separator: " · ")
    }
}
