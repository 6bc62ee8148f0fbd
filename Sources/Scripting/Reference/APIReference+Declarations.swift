import LuaKit

extension APIReference.Namespace {
    init(_ module: Module) {
        name = module.name
        documentation = module.documentation
        functions = module.functions.map(APIReference.FunctionEntry.init)
        constants = module.constants.map {
            APIReference.NamedValue(
                name: $0.name, documentation: $0.documentation, type: $0.type, isOptional: false)
        }
    }
}

extension APIReference.FunctionEntry {
    init(_ function: Function) {
        name = function.name
        documentation = function.documentation
        parameters = function.parameters
        result = function.result
        examples = function.examples
        receiver = function.receiver
    }

    /// The types of what it takes and gives.
    public var expressions: [TypeExpression] {
        parameters.map(\.type) + (result.map { [$0.type] } ?? [])
    }
}

extension APIReference.ValueType {
    init(_ type: any ScriptType) {
        name = type.name
        documentation = type.documentation
        methods = type.methods.map(APIReference.FunctionEntry.init)
        properties = type.properties.map {
            APIReference.NamedValue(
                name: $0.name, documentation: $0.documentation, type: $0.type, isOptional: $0.isOptional)
        }
        operations = type.operations
        items = type.items
    }
}
