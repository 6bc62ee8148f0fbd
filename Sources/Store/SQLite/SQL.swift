/// A piece of SQL with the values of its parameters, in their order. Values never become part of the text.
///
/// `"\(name: "order") = \(bind: .integer(3))"` quotes the name and binds the number; a piece interpolated
/// into another keeps its values.
struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    var text: String
    var values: [SQLValue] = []

    /// Always and never true: `all` and `any` leave them out where they cannot matter.
    static let yes: SQL = "1"
    static let no: SQL = "0"

    var isYes: Bool { self == .yes }

    init(stringLiteral text: String) {
        self.text = text
    }

    init(stringInterpolation pieces: Pieces) {
        text = pieces.text
        values = pieces.values
    }

    static func all(_ parts: [SQL]) -> SQL {
        let rest = parts.filter { $0 != .yes }
        if rest.contains(.no) { return .no }
        return rest.isEmpty ? .yes : rest.count == 1 ? rest[0] : rest.joined(" AND ", each: "(", ")")
    }

    static func any(_ parts: [SQL]) -> SQL {
        let rest = parts.filter { $0 != .no }
        if rest.contains(.yes) { return .yes }
        return rest.isEmpty ? .no : rest.count == 1 ? rest[0] : rest.joined(" OR ", each: "(", ")")
    }

    /// True where the part is false and where it is unknown: conditions are never left half true.
    static func not(_ part: SQL) -> SQL {
        part == .yes ? .no : part == .no ? .yes : "((\(part)) IS NOT TRUE)"
    }

    /// `(?, ?, ?)`, or one parameter for very many values.
    static func list(_ values: [SQLValue]) -> SQL {
        guard values.count > 500 else {
            return SQL.commas(values.map { "\(bind: $0)" }, in: ("(", ")"))
        }
        var json = JSONText()
        json.sequence("[", values, "]") { json, value in
            switch value {
            case .integer(let number): json.raw(String(number))
            case .number(let number): json.raw(String(number))
            case .text(let text): json.string(text)
            case .json(let text): json.string(text.text)
            case .null, .bytes: json.raw("null")
            }
        }
        return "(SELECT value FROM json_each(\(bind: .text(json.text))))"
    }

    static func commas(_ parts: [SQL], in brackets: (String, String) = ("", "")) -> SQL {
        var result = parts.joined(", ")
        result.text = brackets.0 + result.text + brackets.1
        return result
    }

    struct Pieces: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ part: SQL) {
            text += part.text
            values += part.values
        }

        mutating func appendInterpolation(name: String) { text += quoted(name) }

        mutating func appendInterpolation(bind value: SQLValue) {
            text += "?"
            values.append(value)
        }
    }
}

extension [SQL] {
    func joined(_ separator: String, each opening: String = "", _ closing: String = "") -> SQL {
        var result = SQL(stringLiteral: "")
        for (index, part) in enumerated() {
            result.text += (index == 0 ? "" : separator) + opening + part.text + closing
            result.values += part.values
        }
        return result
    }
}

/// A name of a table or column as SQL writes it.
func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

/// A value as SQLite stores it.
enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case number(Double)
    case text(String)
    case bytes([UInt8])
    /// A text too, which is in UTF-8 already.
    case json(JSONText)

    init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
}
