import Documents

/// How columns are aligned, seeing their first rows: one of which nothing is known, and that holds quantities,
/// keeps to the end as they do.
func shownAlignments(_ columns: [Column], _ rows: [TableRow]) -> [Column.Alignment] {
    columns.indices.map { index in
        let column = columns[index]
        guard column.type == .any, column.alignment == .start else { return column.alignment }
        let filled = rows.map { $0.cells[index] }.filter { $0 != .empty }
        return !filled.isEmpty && filled.allSatisfy(\.isQuantity) ? .end : .start
    }
}

extension Cell {
    fileprivate var isQuantity: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }
}
