import Community
import Documents
import LuaKit
import Spelling

/// `document`: what a report says, from top to bottom.
enum DocumentType {
    static func function(_ session: Session) -> Function {
        Function(
            "document", "Begins a document. Without a title it has that of the report.",
            Parameter<Value?>(
                "options", "A table with `title` and `subtitle`: texts, or tables of texts by language."),
            returns: "The document, to be filled and returned.",
            example: #"local doc = document { subtitle = "As of " .. params.as_of:format "d MMMM yyyy" }"#
        ) { (state: State, options: Value?) throws -> DocumentObject in
            guard let options, !options.isNil else { return DocumentObject() }
            let reader = try TableReader(state, options, "the document")
            try reader.allow(["title", "subtitle"])
            return DocumentObject(
                title: try reader.localized("title").map(session.text),
                subtitle: try reader.localized("subtitle").map(session.text))
        }
    }

    static func type(_ session: Session) -> ObjectType<DocumentObject> {
        ObjectType(
            "What a report says, from top to bottom.",
            methods: words(session) + [metric(session), chart(session), table(session)])
    }

    private static func words(_ session: Session) -> [Function] {
        [
            Function(
                "heading", of: DocumentObject.self, "Adds a heading.",
                Parameter<Value>("text", "A text, or texts by language."),
                Parameter<Int>("level", "1 to 6.", default: 1), returns: "The document.",
                example: #"doc:heading { en = "Agenda", fr = "Ordre du jour", ar = "جدول الأعمال" }"#
            ) { (state: State, document: DocumentObject, text: Value, level: Int) throws -> DocumentObject in
                guard (1...6).contains(level) else {
                    throw ScriptError("the level of a heading is 1 to 6, not \(level)")
                }
                document.append(
                    .heading(level: level, try localized(session, text, "the heading")), at: state.place)
                return document
            },
            Function(
                "text", of: DocumentObject.self, "Adds paragraphs in Markdown.",
                Parameter<Value>("text", "A text, or texts by language."), returns: "The document.",
                example: #"doc:text(session.summary)"#
            ) { (state: State, document: DocumentObject, text: Value) throws -> DocumentObject in
                document.append(.text(try localized(session, text, "the text")), at: state.place)
                return document
            },
            Function(
                "note", of: DocumentObject.self, "Adds a remark on what is shown.",
                Parameter<Value>("text", "A text, or texts by language."), returns: "The document.",
                example: #"doc:note "Items without a due date are left out.""#
            ) { (state: State, document: DocumentObject, text: Value) throws -> DocumentObject in
                document.append(.note(try localized(session, text, "the note")), at: state.place)
                return document
            },
        ]
    }

    private static func metric(_ session: Session) -> Function {
        Function(
            "metric", of: DocumentObject.self, "Adds one number, or other value, that says how things are.",
            Parameter<Value>("title", "What it is: a text, or texts by language."),
            Parameter<Value>("value", "The value."),
            Parameter<Value?>(
                "options",
                "A table: `comparison`, the same at another time; `target`, what it should be; `type`."),
            returns: "The document.", example: #"doc:metric("Overdue", overdue:count(), { target = 0 })"#
        ) {
            (state: State, document: DocumentObject, title: Value, value: Value, options: Value?) throws
                -> DocumentObject in
            var (comparison, target, type) = (Value.nil, Value.nil, ColumnType.any)
            if let options, !options.isNil {
                let reader = try TableReader(state, options, "the metric")
                try reader.allow(["comparison", "target", "type"])
                (comparison, target) = (try reader.value("comparison"), try reader.value("target"))
                type = try columnType(reader) ?? .any
            }
            document.append(
                .metric(
                    title: try localized(session, title, "the metric's title"), value: value, type: type,
                    comparison: comparison, target: target), at: state.place)
            return document
        }
    }

    private static func chart(_ session: Session) -> Function {
        Function(
            "chart", of: DocumentObject.self, "Adds a chart.",
            Parameter<Value>(
                "options",
                "A table: `kind` (bar, stacked_bar, line, donut, timeline), `title`, `rows` (groups, or a list of "
                    + "tables), and for tables `label` and `value`, the names of a row's label and number, or `values` "
                    + "for several. A timeline has `rows` as a table has them, and `starts`, `ends` or both, which are "
                    + "dates or instants; `label`; `group`, by which bars are coloured; `progress`, 0 to 100: each a "
                    + "field, a path, or a function of the row."),
            returns: "The document.",
            example:
                #"doc:chart { kind = "bar", title = "By organization", rows = overdue:group("owners"):count() }"#
        ) { (state: State, document: DocumentObject, options: Value) throws -> DocumentObject in
            let reader = try TableReader(state, options, "the chart")
            let name = try reader.text("kind") ?? "bar"
            if name == Timeline.kind {
                document.append(.timeline(try timeline(session, options)), at: state.place)
                return document
            }
            try reader.allow(["kind", "title", "rows", "label", "value", "values"])
            let kind = try Chart.Kind.named(name)
            var values = [try reader.text("value") ?? "value"]
            let several = try reader.value("values")
            if !several.isNil {
                values = try state.sequence(several).map {
                    guard case .string(let name) = $0 else {
                        throw reader.expected("a list of names", "values", several)
                    }
                    return name.description
                }
            }
            document.append(
                .chart(
                    ChartOptions(
                        kind: kind, title: try reader.localized("title").map(session.text),
                        rows: try RowSource(try reader.value("rows"), "the chart"),
                        label: try reader.text("label") ?? "label", values: values)), at: state.place)
            return document
        }
    }

    private static func timeline(_ session: Session, _ options: Value) throws -> TimelineOptions {
        let reader = try TableReader(session.state, options, "the timeline")
        try reader.allow(["kind", "title", "rows", "label", "starts", "ends", "group", "progress"])
        let option = { (name: String) throws -> ColumnOptions? in
            let value = try reader.value(name)
            return value.isNil ? nil : try column(session, value, "'\(name)' of the timeline")
        }
        let timeline = TimelineOptions(
            title: try reader.localized("title").map(session.text),
            rows: try RowSource(try reader.value("rows"), "the timeline"), label: try option("label"),
            starts: try option("starts"), ends: try option("ends"), group: try option("group"),
            progress: try option("progress"))
        guard timeline.starts != nil || timeline.ends != nil else {
            throw ScriptError(
                "the timeline has neither 'starts' nor 'ends'; say which of a row's dates they are: ends = \"due\""
            )
        }
        return timeline
    }

    private static func table(_ session: Session) -> Function {
        Function(
            "table", of: DocumentObject.self, "Adds a table.",
            Parameter<Value>(
                "options",
                "A table: `rows` (a query, groups, or a list of records or tables), `columns`, `title`; `group_by`, a "
                    + "field under whose values rows come together; `totals`, what the last row says of a column by its "
                    + "name (sum, average, count, min, max), and with `group_by` the last row of each group; `highlight`, "
                    + "a function of the row that gives \"danger\", \"warning\", \"success\", \"muted\" or nil. A "
                    + "column is a field or path, or a table of one, or of a function of the row, with `title`, `heading` "
                    + "(above the titles of neighbours that have the same one), `type` and `align`; `tag`, which an export "
                    + "has below the title, such as a hashtag of the Humanitarian Exchange Language; `total`; `highlight`, a function of its value and the row; `link = true` where "
                    + "values are addresses. The type `sparkline` draws lists of numbers as small lines."
            ),
            returns: "The document.",
            example:
                #"doc:table { rows = overdue, columns = { "title", { "owners.name", title = "Responsible" } } }"#
        ) { (state: State, document: DocumentObject, options: Value) throws -> DocumentObject in
            let reader = try TableReader(state, options, "the table")
            try reader.allow(["rows", "columns", "title", "totals", "group_by", "highlight"])
            var table = TableOptions(
                title: try reader.localized("title").map(session.text),
                rows: try RowSource(try reader.value("rows"), "the table"), columns: nil)
            let columns = try reader.value("columns")
            if !columns.isNil {
                let list = try TableReader(state, columns, "the columns of the table")
                try list.allow([], items: .max)
                table.columns = try state.sequence(columns).enumerated().map {
                    try column(session, $1, "column \($0 + 1)")
                }
                guard table.columns?.isEmpty == false else { throw ScriptError("the table has no columns") }
            }
            if case .query(let query) = table.rows {
                for case .path(let path) in (table.columns ?? []).map(\.content) {
                    _ = try query.fields(path)
                }
            }
            table.group = try reader.text("group_by")
            table.highlight = try rule(reader)
            let totals = try reader.value("totals")
            if !totals.isNil {
                for field in try TableReader(state, totals, "the totals of the table").fields() {
                    table.totals[field.name] = try ColumnTotal.Kind(
                        named: field.value, "the totals of the table")
                }
            }
            document.append(.table(table), at: state.place)
            return document
        }
    }

    private static func column(_ session: Session, _ value: Value, _ what: String) throws -> ColumnOptions {
        let content: Value
        var options = ColumnOptions(content: .path(""))
        if case .table = value {
            let reader = try TableReader(session.state, value, what)
            try reader.allow(
                ["title", "heading", "tag", "type", "align", "total", "highlight", "link"], items: 1)
            content = try session.state.get(value, .integer(1))
            options.title = try reader.localized("title").map(session.text)
            options.heading = try reader.localized("heading").map(session.text)
            options.tag = try reader.text("tag")
            options.type = try columnType(reader)
            options.alignment = try alignment(reader)
            options.total = try reader.text("total").map { try ColumnTotal.Kind(named: $0, what) }
            options.highlight = try rule(reader)
            if try reader.boolean("link") == true { options.type = .link }
        } else {
            content = value
        }
        switch content {
        case .string(let path): options.content = .path(path.description)
        case .function: options.content = .function(content)
        default:
            throw ScriptError("\(what) must be a field, a path or a function, and is \(content.phrase)")
        }
        return options
    }

    /// A function that says what to highlight.
    private static func rule(_ reader: TableReader) throws -> Value? {
        switch try reader.value("highlight") {
        case .nil: return nil
        case .function(let rule): return .function(rule)
        case let other: throw reader.expected("a function", "highlight", other)
        }
    }

    private static func columnType(_ reader: TableReader) throws -> ColumnType? {
        guard let name = try reader.text("type") else { return nil }
        guard let type = ColumnType(rawValue: name) else {
            let names = ColumnType.allCases.map(\.rawValue)
            throw ScriptError(
                "'\(name)' is not a type of column; there are \(names.joined(separator: ", "))"
                    + Suggestion.phrase(for: name, among: names))
        }
        return type
    }

    private static func alignment(_ reader: TableReader) throws -> Column.Alignment? {
        guard let name = try reader.text("align") else { return nil }
        guard let alignment = Column.Alignment(rawValue: name) else {
            throw ScriptError("'align' of \(reader.what) is start, center or end, not '\(name)'")
        }
        return alignment
    }

    static func localized(_ session: Session, _ value: Value, _ what: String) throws -> String {
        session.text(try TableReader.localized(session.state, value, what))
    }
}
