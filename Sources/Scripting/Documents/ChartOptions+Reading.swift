import Documents
import LuaKit

extension ChartOptions {
    static let declaration = Options(
        "chart options", "A chart of a document.",
        Option("kind", .choice(Chart.Kind.allCases.map(\.rawValue)), "How it is drawn.", default: "\"bar\""),
        Option("title", .texts, "What stands above it."),
        Option(
            "rows", .either([GroupsObject.luaTypeExpression, .list(of: .table(of: .any))]),
            "Groups by one field or two, or a list of tables with a label and numbers.", required: true),
        Option("label", .string, "The name of a table's label.", default: "\"label\""),
        Option("value", .string, "The name of a table's number.", default: "\"value\""),
        Option("values", .list(of: .string), "The names of a table's numbers, where it has several."))

    init(_ options: Value, _ session: Session) throws {
        let reader = try TableReader(session.state, options, "the chart", Self.declaration)
        let kind = try Chart.Kind.named(try reader.text("kind") ?? "bar")
        var values = [try reader.text("value") ?? "value"]
        let several = try reader.value("values")
        if !several.isNil {
            values = try session.state.sequence(several).map {
                guard case .string(let name) = $0 else {
                    throw reader.expected("a list of names", "values", several)
                }
                return name.description
            }
        }
        self.init(
            kind: kind, title: try reader.localized("title").map(session.text),
            rows: try RowSource(try reader.value("rows"), "the chart"),
            label: try reader.text("label") ?? "label", values: values)
    }
}
