import Community

extension HeaderMatching {
    /// The value of a wanted column in a row: `.empty` where the file has none and may have none. Of several
    /// columns below one merged cell it is the first that is not empty; `cells(of:in:)` has each.
    ///
    /// - Throws: `CellError` with the row, the column and what was expected.
    public func value(of index: Int, in row: SourceRow, _ reader: SourceValueReader) throws(CellError)
        -> SourceValue
    {
        let column = wanted[index]
        for place in columns[index] where !row[place].isEmpty {
            do {
                let value = try reader.value(row[place], as: column.type)
                if value != .empty { return value }
            } catch {
                throw CellError(row, place, header, "\(error)")
            }
        }
        guard column.isOptional else {
            throw CellError(
                row, columns[index].first ?? 0, header, "it is empty; \(column.type.expectation) is expected")
        }
        return .empty
    }

    /// The cells of a wanted column in a row: one, several below one merged cell, or none.
    public func cells(of index: Int, in row: SourceRow) -> [SourceCell] { columns[index].map { row[$0] } }
}

/// Why a row of a foreign file cannot be taken.
public struct CellError: Error, Sendable, Hashable, CustomStringConvertible {
    public let row: Int
    /// The title of its column.
    public let column: String
    /// Where it is: `row 12, column 'Due' (C12)`.
    public let place: String
    public let reason: String

    public init(_ row: SourceRow, _ column: Int, _ header: SourceHeader, _ reason: String) {
        self.row = row.number
        self.column = header.columns.indices.contains(column) ? header.columns[column].title : ""
        place = header.place(of: row, column: column)
        self.reason = reason
    }

    public var description: String { "\(place): \(reason)" }
}
