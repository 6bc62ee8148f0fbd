import Community
import Documents
import LuaKit

/// What comes out of an import as it goes on.
public enum ImportEvent {
    /// A change, and the number of the row that it is made of.
    case change(Change, row: Int)
    case rejection(RejectedRow)
    case skip(SkippedRow)
    /// Between rows, often: how many were read, and how far in the file.
    case rows(Int, ReadingProgress)
    /// What a user should know about the file.
    case remark(String)
}

extension Evaluation {
    /// Runs an import on a file, and gives what comes of it to `take`.
    ///
    /// - Throws: `ScriptFailure`; what `take` throws.
    public func transform(
        _ source: ImportSource, _ options: ImportOptions, parameters: [String: String],
        take: (ImportEvent) throws -> Void
    ) throws {
        do {
            let transform = try importTransform()
            let params = try ParameterValues(session: session, what: "the import")
                .table(parameters, for: transform.parameters)
            let rows = try ImportRows(source, transform.input, options, session)
            var skipped = SkippedRows()
            try withoutActuallyEscaping(take) { take in
                let walk = ImportWalk(rows, session, name: programName, params: params) { [session] event in
                    if case .skip(let row) = event { skipped.add(row, session) }
                    try take(event)
                }
                switch transform.form {
                case .rowByRow(let function): try walk.rowByRow(function)
                case .allRows(let function): try walk.allRows(function)
                }
            }
            for remark in rows.remarks + skipped.remarks(session) { try take(.remark(remark)) }
        } catch let error {
            throw Self.failure(error, programName)
        }
    }

    /// Reads some rows of a file again, as they stand in it.
    ///
    /// - Parameters:
    ///   - numbers: of the rows, ascending.
    ///   - begin: takes the titles of the columns, before the first row.
    ///   - take: takes the number of a row and its cells.
    public func rows(
        _ source: ImportSource, _ options: ImportOptions, numbers: [Int],
        begin: ([String]) throws -> Void, take: (Int, [SourceCell]) throws -> Void
    ) throws {
        do {
            let rows = try ImportRows(source, try importTransform().input, options, session)
            let layout = rows.layout
            try begin(layout.map(\.title))
            var rest = numbers[...]
            while let wanted = rest.first, let row = try rows.next() {
                guard row.number >= wanted else { continue }
                if row.number == wanted { try take(row.number, layout.map { row.cell($0.places) }) }
                rest = rest.drop { $0 <= row.number }
            }
        } catch let error {
            throw Self.failure(error, programName)
        }
    }
}

extension SourceRow {
    /// The cell of one column, or the texts of several.
    fileprivate func cell(_ places: [Int]) -> SourceCell {
        if places.count == 1 { return self[places[0]] }
        return SourceCell(places.map { self[$0].text }.filter { !$0.isEmpty }.joined(separator: "\n"))
    }
}
