import Documents
import LuaKit

extension TableOptions {
    static let declaration = Options(
        "table options", "A table of a document.",
        Option("rows", RowSource.expression, "What it has a row for.", required: true),
        Option(
            "columns",
            .list(of: .either([ColumnOptions.content, .options(ColumnOptions.declaration)])),
            "What it shows of each row.", default: "those that go with the rows"),
        Option("title", .texts, "What stands above it."),
        Option("group_by", .field, "The field under whose values rows come together."),
        Option(
            "totals", .table(of: ColumnTotal.expression),
            "What the last row says of a column by its name, and with `group_by` the last row of each group."),
        Option(
            "highlight", .function([.init("row", .any)], returns: Highlight.expression),
            "Says what a row deserves."))

    init(_ options: Value, _ session: Session) throws {
        let state = session.state
        let reader = try TableReader(state, options, "the table", Self.declaration)
        self.init(
            title: try reader.localized("title").map(session.text),
            rows: try RowSource(try reader.value("rows"), "the table"), columns: nil)
        let columns = try reader.value("columns")
        if !columns.isNil {
            let list = try TableReader(state, columns, "the columns of the table")
            try list.allow([], items: .max)
            let read = try state.sequence(columns).enumerated().map {
                try ColumnOptions($1, session, "column \($0 + 1)")
            }
            guard !read.isEmpty else { throw ScriptError("the table has no columns") }
            self.columns = read
        }
        if case .query(let query) = rows {
            for case .path(let path) in (self.columns ?? []).map(\.content) { _ = try query.fields(path) }
        }
        group = try reader.text("group_by")
        highlight = try Highlight.rule(reader)
        let totals = try reader.value("totals")
        guard !totals.isNil else { return }
        for field in try TableReader(state, totals, "the totals of the table").fields() {
            self.totals[field.name] = try ColumnTotal.Kind(named: field.value, "the totals of the table")
        }
    }
}

extension ColumnTotal {
    static let expression = TypeExpression.choice(Kind.allCases.map(\.rawValue))

    static func option(_ name: String, _ documentation: String) -> Option {
        Option(name, expression, documentation)
    }
}
