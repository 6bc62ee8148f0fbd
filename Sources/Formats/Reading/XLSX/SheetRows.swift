import Community
import Documents
import Glibc

/// The rows of a sheet as they come out of its XML, blank ones left out and merged cells as they stand.
final class SheetRows: XMLHandler {
    /// What waits to be taken; a piece of XML holds some.
    private var rows: [SourceRow] = []
    private var taken = 0
    private(set) var remarks = ReadingRemarks()

    private let texts: SharedTexts
    private let styles: CellStyles
    private let epoch: DateEpoch
    private let limits: ReadingLimits

    private var row = SourceRow(number: 0, cells: [])
    private var rowBytes = 0
    private var column = -1
    private var isInRow = false
    private var isInCell = false
    private var type = ""
    private var style = 0
    private var hasFormula = false
    private var isInValue = false
    private var value: [UInt8] = []
    private var inline = RichText()
    private var isInline = false

    init(_ texts: SharedTexts, _ styles: CellStyles, _ epoch: DateEpoch, _ limits: ReadingLimits) {
        self.texts = texts
        self.styles = styles
        self.epoch = epoch
        self.limits = limits
    }

    func take() -> SourceRow? {
        guard taken < rows.count else {
            rows.removeAll(keepingCapacity: true)
            taken = 0
            return nil
        }
        defer { taken += 1 }
        return rows[taken]
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
        switch name {
        case "row": try startRow(attributes["r"])
        case "c": try startCell(attributes)
        case "v": isInValue = true
        case "f": hasFormula = true
        case "is":
            isInline = true
            inline.clear()
        default: if isInline { inline.start(name) }
        }
    }

    func end(_ name: String) throws(ReadingError) {
        switch name {
        case "row":
            isInRow = false
            if !row.isBlank { rows.append(row) }
        case "c":
            isInCell = false
            try endCell()
        case "v": isInValue = false
        case "is": break
        default: if isInline { inline.end(name) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        if isInValue {
            guard value.count + bytes.count <= limits.cellBytes else {
                throw ReadingError(
                    .tooLarge, "row \(row.number): a cell has more than \(limits.cellBytes) bytes")
            }
            value.append(contentsOf: bytes)
        } else if isInline {
            try inline.append(bytes, limits)
        }
    }

    private func startRow(_ said: String?) throws(ReadingError) {
        let number = said.flatMap { Int($0) } ?? row.number + 1
        guard number > row.number, number < 1 << 31 else {
            throw ReadingError(
                .damaged, "the sheet's rows are out of order: row \(said ?? "") comes after row \(row.number)"
            )
        }
        guard !isInRow else {
            throw ReadingError(.damaged, "the sheet's row \(number) stands within row \(row.number)")
        }
        isInRow = true
        row = SourceRow(number: number, cells: [])
        rowBytes = 0
        column = -1
    }

    private func startCell(_ attributes: XMLAttributes) throws(ReadingError) {
        guard !isInCell else {
            throw ReadingError(.damaged, "row \(row.number): a cell stands within another one")
        }
        isInCell = true
        let said = attributes["r"]
        let next = said.map { SheetPlace($0)?.column ?? -1 } ?? column + 1
        guard next > column else {
            throw ReadingError(
                .damaged, "row \(row.number): its cells are out of order at '\((said ?? "").prefix(20))'")
        }
        guard next < limits.columns else {
            throw ReadingError(.tooLarge, "row \(row.number) has more than \(limits.columns) columns")
        }
        column = next
        type = attributes["t"] ?? ""
        style = attributes["s"].flatMap { Int($0) } ?? 0
        hasFormula = false
        isInline = false
        value.removeAll(keepingCapacity: true)
    }

    private func endCell() throws(ReadingError) {
        let cell = cell()
        isInline = false
        guard !cell.isEmpty else { return }
        while row.cells.count < column { row.cells.append(.empty) }
        row.cells.append(cell)
        rowBytes += cell.text.utf8.count
        guard rowBytes <= limits.rowBytes else {
            throw ReadingError(.tooLarge, "row \(row.number) has more than \(limits.rowBytes) bytes")
        }
    }

    private func cell() -> SourceCell {
        if isInline { return SourceCell(String(decoding: inline.plain, as: UTF8.self)) }
        guard !value.isEmpty else {
            // An empty text is a result as well, and has its type.
            guard hasFormula, type != "str" else { return .empty }
            remarks.note(.uncalculated, row: row.number)
            return SourceCell("", .uncalculated)
        }
        let text = String(decoding: value, as: UTF8.self)
        switch type {
        case "s":
            if let number = Int(text), let shared = texts[number] { return SourceCell(shared) }
            return fault("has a text that the workbook does not hold")
        case "str", "inlineStr": return SourceCell(text)
        case "b": return SourceCell(text == "1" ? "TRUE" : "FALSE", .boolean(text == "1"))
        case "e":
            remarks.note(.errors, row: row.number)
            return SourceCell(text, .error(text))
        case "d": return SourceCell(text)
        default:
            guard let number = Double(text), number.isFinite else {
                return fault("has a number that is none")
            }
            return self.number(number)
        }
    }

    private func fault(_ what: String) -> SourceCell {
        let place = SheetPlace(row: row.number, column: column)
        row.faults.append("the cell \(place) \(what); the file may be damaged")
        return .empty
    }

    private func number(_ number: Double) -> SourceCell {
        switch styles.kind(ofStyle: style) {
        case .number: break
        case .time where (0..<1).contains(number):
            let time = ClockTime(milliseconds: Int((number * 86_400_000).rounded()) % 86_400_000)
            return SourceCell(time.description, .time(time))
        case .time, .date(showsTime: true):
            guard let (day, time) = epoch.localTime(number) else { break }
            return SourceCell("\(day) \(time)", .localTime(day, time))
        case .date(showsTime: false):
            if epoch == .year1900, number >= 60, number < 61 { return SourceCell("1900-02-29") }
            guard let (day, time) = epoch.localTime(number) else { break }
            if time.milliseconds != 0 { return SourceCell("\(day) \(time)", .localTime(day, time)) }
            return SourceCell(day.description, .day(day))
        }
        if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 {
            return SourceCell(String(whole), .integer(whole))
        }
        return SourceCell(Self.text(number), .number(number))
    }

    /// With the 15 digits that spreadsheets show: 0.1 + 0.2 is 0.3 in a cell.
    private static func text(_ number: Double) -> String {
        let digits = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer -> String in
            guard let start = buffer.baseAddress else { return "" }
            _ = withVaList([number]) { vsnprintf(start, 40, "%.15g", $0) }
            return String(cString: start)
        }
        return Double(digits).map(numberText) ?? numberText(number)
    }
}
