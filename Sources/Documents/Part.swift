/// One part of a document. A document is a stream of parts, so that a table of a million rows never is
/// in memory as a whole.
///
/// The order is `begin`, then any of the others, then `end`. A table is `beginTable`, `rows` as often as
/// wanted, `endTable`; within it there may be `group`, which begins a group of rows, and `subtotal`, which ends
/// one. Nothing else comes between them. `PartOrder` checks it.
public enum Part: Sendable, Hashable {
    case begin(DocumentHeader)
    /// `level`: 1 (below the document's title) to 6.
    case heading(level: Int, text: String)
    /// Paragraphs in Markdown (CommonMark).
    case text(String)
    /// A remark on what is shown: that a record counts in several groups, say. Plain text.
    case note(String)
    case metric(Metric)
    case chart(Chart)
    case timeline(Timeline)
    case beginTable(TableHeader)
    /// The rows that follow, up to the next group, have this in common.
    case group(Cell)
    /// Some of the table's rows, each with a cell for every column.
    case rows([TableRow])
    /// The totals of a group, with a cell for every column.
    case subtotal([Cell])
    case endTable(TableFooter)
    /// What the whole document comes from, where the header did not know it yet.
    case provenance(Provenance)
    case end
}
