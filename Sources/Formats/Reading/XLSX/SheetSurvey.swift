import Documents

/// A first look at a sheet. What heads several columns stands behind the cells in the file, and is needed
/// before them.
final class SheetSurvey: XMLHandler {
    private(set) var merged: [MergedCells] = []
    private(set) var hasValues = false
    private(set) var isRightToLeft = false
    private let limits: ReadingLimits

    init(_ limits: ReadingLimits) {
        self.limits = limits
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
        switch name {
        case "v", "is", "f": hasValues = true
        case "sheetView": isRightToLeft = ["1", "true", "on"].contains(attributes["rightToLeft"] ?? "")
        case "mergeCell":
            let corners = (attributes["ref"] ?? "").split(separator: ":").compactMap { SheetPlace($0) }
            guard corners.count == 2, corners[0].row <= corners[1].row,
                corners[0].column <= corners[1].column
            else { return }
            guard merged.count < limits.mergedCells else {
                throw ReadingError(
                    .tooLarge, "the sheet has more than \(limits.mergedCells) merged cells; unmerge them")
            }
            merged.append(
                MergedCells(
                    rows: corners[0].row...corners[1].row, columns: corners[0].column...corners[1].column))
        default: break
        }
    }

    func end(_ name: String) throws(ReadingError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}
}
