import Community
import Documents
import LuaKit
import Spelling

/// `document`: what a report says, from top to bottom.
enum DocumentType {
    private static let options = Options(
        "document options", "What stands at the top of a document.",
        Option("title", .texts, "What it is called.", default: "that of the report"),
        Option("subtitle", .texts, "What stands below its title."))

    private static let metricOptions = Options(
        "metric options", "What a metric is held against, and how it is shown.",
        Option("comparison", .any, "The same value at another time."),
        Option("target", .any, "What it should be."),
        ColumnType.option("What the values are."))

    static func function(_ session: Session) -> Function {
        Function(
            "document", "Begins a document. Without a title it has that of the report.",
            Parameter<Value?>("options", "What stands at its top.", type: .options(options)),
            returns: "The document, to be filled and returned.",
            example: #"local doc = document { subtitle = "As of " .. params.as_of:format "d MMMM yyyy" }"#
        ) { (state: State, options: Value?) throws -> DocumentObject in
            guard let options, !options.isNil else { return DocumentObject() }
            let reader = try TableReader(state, options, "the document", Self.options)
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
            Parameter<Value?>("options", "What it is held against.", type: .options(metricOptions)),
            returns: "The document.", example: #"doc:metric("Overdue", overdue:count(), { target = 0 })"#
        ) {
            (state: State, document: DocumentObject, title: Value, value: Value, options: Value?) throws
                -> DocumentObject in
            var (comparison, target, type) = (Value.nil, Value.nil, ColumnType.any)
            if let options, !options.isNil {
                let reader = try TableReader(state, options, "the metric", metricOptions)
                (comparison, target) = (try reader.value("comparison"), try reader.value("target"))
                type = try ColumnType(reader) ?? .any
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
                "options", "The chart, or the timeline.",
                type: .either([.options(ChartOptions.declaration), .options(TimelineOptions.declaration)])),
            returns: "The document.",
            example:
                #"doc:chart { kind = "bar", title = "By organization", rows = overdue:group("owners"):count() }"#
        ) { (state: State, document: DocumentObject, options: Value) throws -> DocumentObject in
            let kind = try TableReader(state, options, "the chart").text("kind")
            document.append(
                kind == Timeline.kind
                    ? .timeline(try TimelineOptions(options, session))
                    : .chart(try ChartOptions(options, session)),
                at: state.place)
            return document
        }
    }

    private static func table(_ session: Session) -> Function {
        Function(
            "table", of: DocumentObject.self, "Adds a table.",
            Parameter<Value>("options", "The table.", type: .options(TableOptions.declaration)),
            returns: "The document.",
            example:
                #"doc:table { rows = overdue, columns = { "title", { "owners.name", title = "Responsible" } } }"#
        ) { (state: State, document: DocumentObject, options: Value) throws -> DocumentObject in
            document.append(.table(try TableOptions(options, session)), at: state.place)
            return document
        }
    }

    static func localized(_ session: Session, _ value: Value, _ what: String) throws -> String {
        session.text(try TableReader.localized(session.state, value, what))
    }
}
