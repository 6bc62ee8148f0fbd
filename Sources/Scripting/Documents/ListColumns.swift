import LuaKit

/// The columns that a list of rows has by itself.
struct ListColumns {
    /// The name of the only column of a list of plain values.
    static let only = "value"
    /// More than a person can read, and than a spreadsheet holds.
    static let most = 16_384

    private var seen: Set<String> = []
    private var names: [String] = []
    private var width: Int64 = 0

    mutating func add(_ row: Value, row number: Int64, _ state: State) throws {
        for field in try state.fields(row) {
            switch field.key {
            case .string(let key):
                guard let name = key.text else {
                    throw ScriptError("row \(number) has a name that is not valid UTF-8")
                }
                if seen.insert(name).inserted { names.append(name) }
            case .integer(let index):
                guard index >= 1 else {
                    throw ScriptError("row \(number) has a value at \(index); columns are numbered from 1")
                }
                width = max(width, index)
            default:
                throw ScriptError("row \(number) has \(field.key.phrase) as the name of a column")
            }
        }
        let (count, overflow) = width.addingReportingOverflow(Int64(names.count))
        guard !overflow, count <= Self.most else {
            throw ScriptError("row \(number) makes more than \(Self.most) columns; that many cannot be shown")
        }
    }

    /// `value` for rows that are plain values.
    var ordered: [String] {
        let all = (width > 0 ? (1...width).map(String.init) : []) + names
        return all.isEmpty ? [Self.only] : all
    }
}
