import Documents
import LuaKit
import Spelling

extension ColumnOptions {
    /// What gives the value of a row: a field, a path or a function.
    static let content = TypeExpression.either([.field, .function([.init("row", .any)], returns: .any)])

    static let declaration = Options(
        "column options", "A column of a table, where more is to be said of it than what it shows.",
        items: [
            Option(
                "1", content,
                "What it shows of a row: a field, a path, a name in the row's table, or what a function of the row "
                    + "returns.",
                required: true)
        ],
        Option("title", .texts, "What stands above it.", default: "that of the field"),
        Option(
            "heading", .texts,
            "What an export has above the titles of neighbours that have the same heading."),
        Option(
            "tag", .string,
            "What an export has below the title, such as a hashtag of the Humanitarian Exchange Language."),
        ColumnType.option(
            "What its values are. `sparkline` draws lists of numbers as small lines.",
            default: "that of the field"),
        Option(
            "align", .choice(Column.Alignment.allCases.map(\.rawValue)),
            "Which side its values keep to, in the direction of reading.", default: "that of the type"),
        ColumnTotal.option("total", "What the last row says of it."),
        Option(
            "highlight",
            .function([.init("value", .any), .init("row", .any)], returns: Highlight.expression),
            "Says what a value of it deserves, of the value and the row."),
        Option("link", .boolean, "Whether its values are addresses that can be followed.", default: "false"))

    /// - Parameters:
    ///   - value: what the script gives for the column: a field, a path, a function, or a table of one.
    ///   - what: what messages call it: `column 3`.
    init(_ value: Value, _ session: Session, _ what: String) throws {
        let content: Value
        self.init(content: .path(""))
        if case .table = value {
            let reader = try TableReader(session.state, value, what, Self.declaration)
            content = try session.state.get(value, .integer(1))
            title = try reader.localized("title").map(session.text)
            heading = try reader.localized("heading").map(session.text)
            tag = try reader.text("tag")
            type = try ColumnType(reader)
            alignment = try Self.alignment(reader)
            total = try reader.text("total").map { try ColumnTotal.Kind(named: $0, what) }
            highlight = try Highlight.rule(reader)
            if try reader.boolean("link") == true { type = .link }
        } else {
            content = value
        }
        switch content {
        case .string(let path): self.content = .path(path.description)
        case .function: self.content = .function(content)
        default:
            throw ScriptError("\(what) must be a field, a path or a function, and is \(content.phrase)")
        }
    }

    private static func alignment(_ reader: TableReader) throws -> Column.Alignment? {
        guard let name = try reader.text("align") else { return nil }
        guard let alignment = Column.Alignment(rawValue: name) else {
            throw ScriptError("'align' of \(reader.what) is start, center or end, not '\(name)'")
        }
        return alignment
    }
}

extension ColumnType {
    static func option(_ documentation: String, default defaultText: String? = nil) -> Option {
        Option("type", .choice(allCases.map(\.rawValue)), documentation, default: defaultText)
    }

    /// The option `type`; nil when it is not given.
    init?(_ reader: TableReader) throws {
        guard let name = try reader.text("type") else { return nil }
        guard let type = ColumnType(rawValue: name) else {
            let names = ColumnType.allCases.map(\.rawValue)
            throw ScriptError(
                "'\(name)' is not a type of column; there are \(names.joined(separator: ", "))"
                    + Suggestion.phrase(for: name, among: names))
        }
        self = type
    }
}

extension Highlight {
    /// What a function that highlights returns.
    static let expression = TypeExpression.either([.choice(allCases.map(\.rawValue)), .named("nil")])

    /// The option `highlight`: a function that says what to highlight.
    static func rule(_ reader: TableReader) throws -> Value? {
        switch try reader.value("highlight") {
        case .nil: return nil
        case .function(let rule): return .function(rule)
        case let other: throw reader.expected("a function", "highlight", other)
        }
    }
}
