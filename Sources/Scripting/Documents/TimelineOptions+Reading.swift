import Documents
import LuaKit

extension TimelineOptions {
    static let declaration = Options(
        "timeline options", "A chart of what begins and ends when. It has `starts`, `ends` or both.",
        Option("kind", .choice([Timeline.kind]), "That it is a timeline.", required: true),
        Option("title", .texts, "What stands above it."),
        Option("rows", RowSource.expression, "What it has a bar for.", required: true),
        Option(
            "label", ColumnOptions.content, "What a bar is called.",
            default: "what records are called; `label` of a table"),
        Option("starts", ColumnOptions.content, "When it begins: a date or an instant."),
        Option("ends", ColumnOptions.content, "When it ends: a date or an instant."),
        Option("group", ColumnOptions.content, "By what bars are coloured."),
        Option("progress", ColumnOptions.content, "How much of it is done, 0 to 100."))

    init(_ options: Value, _ session: Session) throws {
        let reader = try TableReader(session.state, options, "the timeline", Self.declaration)
        let option = { (name: String) throws -> ColumnOptions? in
            let value = try reader.value(name)
            return value.isNil ? nil : try ColumnOptions(value, session, "'\(name)' of the timeline")
        }
        self.init(
            title: try reader.localized("title").map(session.text),
            rows: try RowSource(try reader.value("rows"), "the timeline"), label: try option("label"),
            starts: try option("starts"), ends: try option("ends"), group: try option("group"),
            progress: try option("progress"))
        guard starts != nil || ends != nil else {
            throw ScriptError(
                "the timeline has neither 'starts' nor 'ends'; say which of a row's dates they are: ends = \"due\""
            )
        }
    }
}
