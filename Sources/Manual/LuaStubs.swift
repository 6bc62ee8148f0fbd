import Community
import LuaKit
import Scripting

/// The Lua API for editors: a file that the Lua Language Server reads, with everything that a script can name, its types and
/// its documentation. Nothing ever runs it.
public struct LuaStubs {
    let reference: APIReference

    public init(_ reference: APIReference) {
        self.reference = reference
    }

    public var text: String {
        let parts =
            [head] + reference.aliases.map(alias) + reference.options.map(options)
            + reference.types.map(type) + [record] + reference.schema.entities.map(entity)
            + reference.namespaces.map(namespace)
        return parts.joined(separator: "\n")
    }

    private var head: String {
        """
        ---@meta halqa
        -- \(ManualFile.mark): what a script can name, for editors. Changes to this file are lost.
        -- luacheck: std none, allow defined top, no unused, no max line length, ignore 131

        """
    }

    private func alias(_ alias: APIReference.Alias) -> String {
        LuaAnnotation.comment(alias.documentation)
            + "---@alias \(LuaAnnotation.name(alias.name)) \(LuaAnnotation.text(alias.type))\n"
    }

    private func options(_ options: Options) -> String {
        let items = options.items.map { item in Self.field("[\(item.name)]", item) }
        let named = options.options.map { Self.field($0.name, $0) }
        return LuaAnnotation.comment(options.documentation)
            + "---@class \(LuaAnnotation.name(options.name))\n" + (items + named).joined()
    }

    private static func field(_ name: String, _ option: Option) -> String {
        let mark = option.isRequired || name.hasPrefix("[") ? "" : "?"
        let fallback = option.defaultText.map { " Default: \($0)." } ?? ""
        return
            "---@field \(name)\(mark) \(LuaAnnotation.text(option.type)) \(option.documentation)\(fallback)\n"
    }

    // MARK: Types

    private func type(_ type: APIReference.ValueType) -> String {
        let name = LuaAnnotation.name(type.name)
        var text = LuaAnnotation.comment(type.documentation) + "---@class \(name)\n"
        for property in type.properties {
            text +=
                "---@field \(property.name)\(property.isOptional ? "?" : "") "
                + "\(LuaAnnotation.text(property.type)) \(property.documentation)\n"
        }
        if let items = type.items { text += "---@field [integer] \(LuaAnnotation.text(items))\n" }
        for operation in type.operations {
            let operand = operation.operand.map { "(\(LuaAnnotation.text($0)))" } ?? ""
            text +=
                "---@operator \(operation.operator.rawValue)\(operand): \(LuaAnnotation.text(operation.result))\n"
        }
        let methods = type.methods.filter { $0.receiver == nil || $0.receiver == type.name }
        return text + self.methods(methods, of: name)
    }

    /// What records of all entities have.
    private var record: String {
        LuaAnnotation.comment("A record of any entity. It is read-only.")
            + "---@class halqa.record\n---@field id string What people type to name the record.\n"
            + methods(reference.recordMethods, of: "halqa.record")
    }

    private func methods(_ methods: [APIReference.FunctionEntry], of name: String) -> String {
        guard !methods.isEmpty else { return "" }
        let variable = name.replacing("halqa.", with: "") + "_type"
        let functions = methods.map { Self.function($0, named: "\(variable):\($0.name)") }
        return "local \(variable) = {}\n\n" + functions.joined(separator: "\n")
    }

    // MARK: Functions

    private func namespace(_ namespace: APIReference.Namespace) -> String {
        let prefix = namespace.name.map { "\($0)." } ?? ""
        var parts = namespace.functions.map { Self.function($0, named: prefix + $0.name) }
        parts += namespace.constants.map { constant in
            LuaAnnotation.comment(constant.documentation)
                + "---@type \(LuaAnnotation.text(constant.type))\n\(prefix)\(constant.name) = nil\n"
        }
        if let name = namespace.name {
            parts.insert(LuaAnnotation.comment(namespace.documentation) + "\(name) = {}\n", at: 0)
        }
        return parts.joined(separator: "\n")
    }

    static func function(_ function: APIReference.FunctionEntry, named name: String) -> String {
        var text = function.documentation
        if !function.examples.isEmpty {
            text += "\n\n```lua\n\(function.examples.joined(separator: "\n"))\n```"
        }
        text = LuaAnnotation.comment(text)
        for parameter in function.parameters {
            let mark = parameter.isOptional && !parameter.isVariadic ? "?" : ""
            let fallback = parameter.defaultText.map { " Default: `\($0)`." } ?? ""
            text +=
                "---@param \(Self.name(parameter))\(mark) \(LuaAnnotation.text(parameter.type)) "
                + "\(parameter.documentation)\(fallback)\n"
        }
        if let result = function.result {
            let mark = result.isOptional ? "?" : ""
            text += "---@return \(LuaAnnotation.text(result.type))\(mark) # \(result.documentation)\n"
        }
        return text + "function \(name)(\(function.parameters.map(Self.name).joined(separator: ", "))) end\n"
    }

    static func name(_ parameter: ParameterDescription) -> String {
        parameter.isVariadic ? "..." : parameter.name
    }
}
