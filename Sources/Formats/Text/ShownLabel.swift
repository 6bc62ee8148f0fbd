import Documents

extension Chart.Row {
    /// The label; a dash where records have no value to be grouped by.
    var shownLabel: Cell {
        label == .empty ? .text("–") : label
    }
}
