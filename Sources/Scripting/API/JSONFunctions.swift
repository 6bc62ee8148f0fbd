import Community
import Foundation
import LuaKit

/// `json`: values as JSON text (RFC 8259) and back.
enum JSONFunctions {
    static func module(_ state: State) -> Module {
        let null = JSONNull()
        return Module(
            "json", "JSON text (RFC 8259).",
            functions: [
                Function(
                    "encode",
                    "Writes a value as JSON. A table of items 1, 2, 3 … is an array, one with names an object, "
                        + "an empty one an array. Dates and instants are written as text.",
                    Parameter<Value>("value", "The value."), returns: "The text.",
                    example:
                        #"json.encode { id = "jor", due = date "2024-06-30" } --> '{"due":"2024-06-30","id":"jor"}'"#
                ) { (state: State, value: Value) throws -> String in
                    try JSONValue(state.tree(value, object: { $0 is JSONNull ? JSONNull.tree : nil })).text
                },
                Function(
                    "decode", "Reads JSON. A null is `json.null`, so that it keeps its place.",
                    Parameter<String>("text", "The text."), returns: "The value.",
                    example: #"json.decode('[1, 2.5, "x"]')[2] --> 2.5"#
                ) { (state: State, text: String) throws -> Value in
                    let value: JSONValue
                    do {
                        value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
                    } catch {
                        throw ScriptError("the text is not JSON: \(text.prefix(40))")
                    }
                    return try value.value(state, null: .object(null))
                },
            ],
            constants: [
                Module.Constant(
                    "null", "What a null of JSON is read as.", type: JSONNull.luaTypeExpression, .object(null)
                )
            ])
    }

    static var type: ObjectType<JSONNull> {
        ObjectType("What stands for a null of JSON, which nil cannot: it would make holes.")
    }
}

/// What stands for JSON's null.
final class JSONNull: HostObject {
    static let luaType = "null"
    /// The tag of the light value that stands for it in a `Tree`: one that no script can have.
    static let tag: UInt8 = 255
    static var tree: Tree? { Light(tag: tag, payload: 0).map(Tree.light) }
}

/// A value of JSON.
private enum JSONValue: Decodable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let integer = try? container.decode(Int64.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    init(_ tree: Tree) throws {
        switch tree {
        case .nil: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(number)
        case .number(let number):
            guard number.isFinite else {
                throw ScriptError("JSON cannot hold it: \(ValueCells.refusal(of: number))")
            }
            self = .number(number)
        case .string(let string):
            guard let text = string.text else {
                throw ScriptError("JSON holds text, and this is not valid UTF-8")
            }
            self = .text(text)
        case .light(let light): self = try Self.light(light)
        case .table(let table):
            guard !table.fields.isEmpty else {
                self = .list(try table.items.map(JSONValue.init))
                return
            }
            guard table.items.isEmpty else {
                throw ScriptError("JSON has lists and objects, and this table has items as well as names")
            }
            var members: [String: JSONValue] = [:]
            for field in table.fields {
                guard case .string(let key) = field.key, let name = key.text else {
                    throw ScriptError(
                        "the names in a JSON object are text, and this table has the key \(field.key)")
                }
                members[name] = try JSONValue(field.value)
            }
            self = .object(members)
        }
    }

    private static func light(_ light: Light) throws -> JSONValue {
        if light.tag == JSONNull.tag { return .null }
        let value = Value.light(light)
        if let day = Day(value) { return .text(day.description) }
        if let instant = Instant(value) { return .text(instant.description) }
        if let month = Month(value) { return .text(month.description) }
        if let quarter = Quarter(value) { return .text(quarter.description) }
        throw ScriptError("JSON cannot hold \(value.phrase); give its id, or one of its fields")
    }

    /// Without spaces; the names of an object in order, so that equal values are equal texts.
    var text: String {
        switch self {
        case .null: "null"
        case .boolean(let flag): String(flag)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .text(let text): Self.quoted(text)
        case .list(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\($0.value.text)" }
                .joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\u{0}"..<" ": quoted += "\\u" + String(format: "%04x", scalar.value)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    func value(_ state: State, null: Value) throws -> Value {
        switch self {
        case .null: null
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .list(let values): try state.table(items: values.map { try $0.value(state, null: null) })
        case .object(let members):
            try state.table(
                fields: members.sorted { $0.key < $1.key }.map {
                    ($0.key, try $0.value.value(state, null: null))
                })
        }
    }
}
