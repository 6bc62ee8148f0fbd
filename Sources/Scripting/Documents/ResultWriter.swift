import Community
import Documents
import LuaKit

/// Writes down what a report has returned: a document, or what implies one.
struct ResultWriter {
    let session: Session
    let title: String?
    let take: (Part) throws -> Void

    func write(_ result: Value) throws {
        switch result {
        case .object(let document as DocumentObject): try write(document)
        case .object(let query as QueryObject): try write(table: .query(query))
        case .object(let groups as GroupsObject): try write(table: .groups(groups))
        case .table: try write(table: result)
        case .string(let string):
            guard let text = string.text else {
                throw ScriptError("the report returned text that is not valid UTF-8")
            }
            try write(block: .text(text))
        case .boolean, .integer, .number, .light:
            try write(block: .metric(title: "", value: result, type: .any, comparison: .nil, target: .nil))
        case .object(let object) where object is LocalTimeObject || object is HijriObject:
            try write(block: .metric(title: "", value: result, type: .any, comparison: .nil, target: .nil))
        case .nil:
            throw ScriptError("the report returned nothing; return a document, a query, a list or a value")
        default:
            throw ScriptError(
                "the report returned \(result.phrase); return a document, a query, a list or a value")
        }
    }

    private func write(_ document: DocumentObject) throws {
        try take(
            .begin(
                DocumentHeader(
                    title: document.title ?? title, subtitle: document.subtitle, language: session.language)))
        for (block, place) in document.blocks {
            do {
                try write(block)
            } catch {
                guard let place, let message = ScriptFailure.mistake(error) else { throw error }
                var positioned = session.state.error(message, at: place)
                positioned.underlying = error
                throw positioned
            }
        }
        try take(.end)
    }

    private func write(block: DocumentObject.Block) throws {
        let document = DocumentObject()
        document.append(block, at: nil)
        try write(document)
    }

    private func write(table source: RowSource) throws {
        try write(block: .table(TableOptions(rows: source)))
    }

    /// A list is a table of its items; a table with names, one of its names and values.
    private func write(table: Value) throws {
        let fields = try session.state.fields(table)
        guard let first = fields.first, case .string = first.key else {
            return try write(table: .list(table))
        }
        let rows = try fields.map { field in
            try session.state.table(fields: [
                (key: "name", value: field.key), (key: "value", value: field.value),
            ])
        }
        let list = try session.state.table(items: rows)
        try write(
            block: .table(
                TableOptions(
                    rows: .list(list),
                    columns: ["name", "value"].map { ColumnOptions(content: .path($0)) })))
    }

    private func write(_ block: DocumentObject.Block) throws {
        switch block {
        case .heading(let level, let text): try take(.heading(level: level, text: text))
        case .text(let text): try take(.text(text))
        case .note(let text): try take(.note(text))
        case .metric(let title, let value, let type, let comparison, let target):
            let names = ["value", "comparison", "target"]
            let what = title.isEmpty ? "the result" : "the metric '\(title)'"
            let cells = try ValueCells(session: session).cells([value, comparison, target]) {
                title.isEmpty ? what : "the \(names[$0]) of \(what)"
            }
            try take(
                .metric(
                    Metric(
                        title: title, value: cells[0], type: type,
                        comparison: comparison.isNil ? nil : cells[1], target: target.isNil ? nil : cells[2]))
            )
        case .chart(let options): try take(.chart(try ChartWriter(session: session).chart(options)))
        case .table(let options): try TableWriter(session: session, take: take).write(options)
        }
    }
}
