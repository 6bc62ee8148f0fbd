import LuaKit
import Scripting

/// The reference of the Lua API, as one page of Markdown.
public struct LuaPage {
    private let reference: APIReference
    /// What a type's name leads to.
    private let places: [String: String]

    public init(_ reference: APIReference) {
        self.reference = reference
        let here =
            (reference.types.map(\.name) + reference.options.map(\.name)
            + reference.aliases.map(\.name) + ["record"]).map { ($0, Markdown.link($0)) }
        let entities = reference.schema.entities.map {
            ($0.name, Markdown.link($0.name, page: EntityPage.path))
        }
        places = Dictionary(here + entities) { first, _ in first }
    }

    public static let path = "lua.md"

    public var text: String {
        [head, contents, functions, types, options, otherTypes, standard].joined()
    }

    private var head: String {
        Markdown.head("halqa reference") + """
            # The Lua API

            Everything that a script can name; the fields of records are on the page of [entities](\(EntityPage.path)).

            Globals are fixed: a script cannot assign one, and reading a name that does not exist is an error that suggests
            the nearest.


            """
    }

    private var contents: String {
        let namespaces = reference.namespaces.map { namespace in
            let names =
                namespace.functions.map { Markdown.link(Self.signature($0, prefix(namespace)), $0.name) }
                + namespace.constants.map { "`\(prefix(namespace))\($0.name)`" }
            return "- \(Markdown.link(title(namespace))): \(names.joined(separator: ", "))\n"
        }
        let types = (reference.types.map(\.name) + ["record"]).map { Markdown.link($0) }
        let options = reference.options.map { Markdown.link($0.name) }
        return namespaces.joined() + """
            - [Types](#types): \(types.joined(separator: ", "))
            - [Tables](#tables): \(options.joined(separator: ", "))
            - [Other names for types](#other-names-for-types)
            - [Lua's own library](#luas-own-library)


            """
    }

    // MARK: Functions

    private func prefix(_ namespace: APIReference.Namespace) -> String {
        namespace.name.map { "\($0)." } ?? ""
    }

    private func title(_ namespace: APIReference.Namespace) -> String {
        Markdown.heading(namespace.documentation)
    }

    private var functions: String {
        reference.namespaces.map { namespace in
            "## \(title(namespace))\n\n"
                + namespace.functions.map { function($0, prefix(namespace)) }.joined()
                + Markdown.table(
                    ["constant", "type", ""],
                    namespace.constants.map {
                        ["`\(prefix(namespace))\($0.name)`", type($0.type), $0.documentation]
                    })
        }.joined()
    }

    private static func signature(_ function: APIReference.FunctionEntry, _ prefix: String) -> String {
        let names = function.parameters.map { parameter in
            parameter.isVariadic ? "\(parameter.name)…" : parameter.name + (parameter.isOptional ? "?" : "")
        }
        return "\(prefix)\(function.name)(\(names.joined(separator: ", ")))"
    }

    private func function(_ function: APIReference.FunctionEntry, _ prefix: String) -> String {
        let parameters = function.parameters.map { parameter in
            let fallback = parameter.defaultText.map { " Without it, `\($0)`." } ?? ""
            return "- `\(parameter.name)` (\(type(parameter.type))"
                + (parameter.isVariadic
                    ? ", any number of them" : parameter.isOptional ? ", may be left out" : "")
                + "): \(parameter.documentation)\(fallback)\n"
        }
        let result = function.result.map {
            "- returns (\(type($0.type))\($0.isOptional ? " or nil" : "")): \($0.documentation)\n"
        }
        let list = parameters.joined() + (result ?? "")
        return "### \(Self.signature(function, prefix))\n\n\(function.documentation)\n\n"
            + (list.isEmpty ? "" : list + "\n") + Markdown.code(function.examples)
    }

    // MARK: Types

    private var types: String {
        let records = """
            ### record

            A record of one of the [entities](\(EntityPage.path)): `item.title` reads a field, `item.owners` follows a
            reference. A reference to one record gives that record or nil, one to several gives a query. A record is
            equal to itself, works as a key of a table, and is read-only.


            """
        return "## Types\n\n" + reference.types.map(type).joined() + records
            + reference.recordMethods.map { function($0, "record:") }.joined()
    }

    private func type(_ type: APIReference.ValueType) -> String {
        let prefix = type.name.split(separator: " ").last.map { "\($0):" } ?? ""
        let operators = type.operations.map { operation in
            let operand = operation.operand.map(self.type) ?? ""
            return [Self.operation(operation.operator, type.name, operand), self.type(operation.result)]
        }
        return "### \(type.name)\n\n\(type.documentation)\n\n"
            + (type.items.map { "By the numbers 1, 2, 3 … it holds \(self.type($0)).\n\n" } ?? "")
            + Markdown.table(
                ["property", "type", ""],
                type.properties.map {
                    ["`\($0.name)`", self.type($0.type) + ($0.isOptional ? " or nil" : ""), $0.documentation]
                })
            + Markdown.table(["operation", "gives"], operators)
            + type.methods.map { function($0, prefix) }.joined()
    }

    private static func operation(_ operator: ScalarType.Operator, _ left: String, _ right: String) -> String
    {
        switch `operator` {
        case .add: "\(left) + \(right)"
        case .sub: "\(left) - \(right)"
        case .mul: "\(left) * \(right)"
        case .div: "\(left) / \(right)"
        case .idiv: "\(left) // \(right)"
        case .mod: "\(left) % \(right)"
        case .unm: "-\(left)"
        }
    }

    private var options: String {
        "## Tables\n\nTables that functions take. A name that a table does not have is an error.\n\n"
            + reference.options.map { options in
                let rows =
                    options.items.map { ["item \($0.name)"] + cells($0) }
                    + options.options.map { ["`\($0.name)`"] + cells($0) }
                return "### \(options.name)\n\n\(options.documentation)\n\n"
                    + Markdown.table(["name", "type", "", "without it"], rows)
            }.joined()
    }

    private func cells(_ option: Option) -> [String] {
        [type(option.type), option.documentation, option.isRequired ? "an error" : option.defaultText ?? ""]
    }

    private var otherTypes: String {
        "## Other names for types\n\n"
            + reference.aliases.map { alias in
                "### \(alias.name)\n\n\(alias.documentation)\n\nIn Lua: \(type(alias.type)).\n\n"
            }.joined()
    }

    /// A type with links to what it names.
    private func type(_ type: TypeExpression) -> String {
        switch type {
        case .named(let name):
            let words = name.split(separator: " ").map(String.init)
            if let place = places[name] { return place }
            // `query of member`
            if words.count == 3, words[1] == "of" {
                return "\(places[words[0]] ?? words[0]) of \(places[words[2]] ?? words[2])"
            }
            return name
        case .list(let element): return "list of \(self.type(element))"
        case .table(let value): return "table of \(self.type(value)) by name"
        case .either(let types): return types.map(self.type).joined(separator: " or ")
        case .choice(let names): return names.map { "`\"\($0)\"`" }.joined(separator: ", ")
        case .function(let arguments, let result):
            let taken = arguments.map { "\($0.name): \(self.type($0.type))" }.joined(separator: ", ")
            return "function(\(taken))" + (result.map { " that returns \(self.type($0))" } ?? "")
        case .options(let options): return places[options.name] ?? options.name
        }
    }

    // MARK: Lua's library

    private var standard: String {
        let libraries = Dictionary(grouping: StandardName.all) { $0.library ?? "" }
        let rows = libraries.sorted { $0.key < $1.key }.map { library, names in
            [
                library.isEmpty ? "globals" : "`\(library)`",
                names.filter(\.isAllowed).map { "`\($0.name)`" }.joined(separator: " "),
                names.filter { !$0.isAllowed }.map { "`\($0.name)`" }.joined(separator: " "),
            ]
        }
        return """
            ## Lua's own library

            What scripts have of Lua 5.4's standard library. `pairs` and `next` go in a fixed order (keys that
            are tables, functions or objects come last, in an order that is another in each run), `table.sort` is stable,
            `math.random` draws the same numbers in each run, and `load` takes text only.


            """ + Markdown.table(["library", "is there", "is not there"], rows)
    }
}

extension Markdown {
    fileprivate static func link(_ heading: String, _ text: String) -> String {
        "[`\(text)`](#\(anchor(heading)))"
    }
}
