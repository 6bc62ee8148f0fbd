import Community
import Documents
import LuaKit

/// Rows of a test, written in Lua, as if they came from a file: a table each, with values by heading.
struct TableRows: RowReader {
    let header: SourceHeader
    let details = SourceDetails(.csv)
    let warnings: [String] = []
    private var rest: ArraySlice<SourceRow>

    init(_ rows: Value, session: Session) throws {
        guard case .table = rows else {
            throw ScriptError("'rows' of t:run must be a list of rows, and is \(rows.phrase)")
        }
        _ = try session.length(of: rows, "the rows of t:run")
        var titles: [String] = []
        var found: [[String: SourceCell]] = []
        for (index, row) in try session.state.sequence(rows).enumerated() {
            let what = "rows[\(index + 1)]"
            let reader = try TableReader(session.state, row, what)
            var cells: [String: SourceCell] = [:]
            for field in try session.state.fields(reader.table) {
                guard case .string(let name) = field.key, let title = name.text else {
                    throw ScriptError("\(what) has \(field.key.phrase) as a key, where headings are expected")
                }
                if !titles.contains(title) { titles.append(title) }
                cells[title] = try Self.cell(field.value, "\(what)[\"\(title)\"]", session)
            }
            found.append(cells)
        }
        header = SourceHeader(columns: titles.map { SourceColumn(parts: [$0]) }, rows: 1...1)
        // Below the header, as in a file.
        rest =
            found.enumerated().map { index, cells in
                SourceRow(number: index + 2, cells: titles.map { cells[$0] ?? .empty })
            }[...]
    }

    private static func cell(_ value: Value, _ what: String, _ session: Session) throws -> SourceCell {
        guard case .table = value else {
            return SourceCell(try WrittenValue(session: session).text(value, what))
        }
        let items = try session.state.sequence(value).map { item in
            SourceValue.text(try WrittenValue(session: session).text(item, what))
        }
        return SourceCell("", .list(items))
    }

    var progress: ReadingProgress { ReadingProgress(bytesRead: 0, bytesTotal: 0) }

    mutating func next() throws(ReadingError) -> SourceRow? { rest.popFirst() }
}
