import LuaKit

/// The columns that a list of rows has by itself.
struct ListColumns {
    /// The name of the only column of a list of plain values.
    static let only = "value"

    private var seen: Set<String> = []
    private var names: [String] = []
    private var width: Int64 = 0
    private var hasPlainValues = false
    /// More than a person can read, and than a spreadsheet holds.
    private static let most = 16_384

    mutating func add(_ row: Value, row number: Int64, _ state: State) throws {
        guard case .table = row else {
            hasPlainValues = true
            return
        }
        for field in try state.fields(row) {
            switch field.key {
            case .string(let key):
                guard let name = key.text else {
                    throw ScriptError("row \(number) has a name that is not valid UTF-8")
                }
                if seen.insert(name).inserted { names.append(name) }
            case .integer(let index):
                guard index >= 1, index <= Self.most else {
                    throw ScriptError("row \(number) has a value at \(index); columns are numbered from 1")
                }
                width = max(width, index)
            default: throw ScriptError("row \(number) has a \(field.key.typeName) as the name of a column")
            }
        }
        guard names.count <= Self.most else {
            throw ScriptError("the rows have more than \(Self.most) columns")
        }
    }

    var ordered: [String] {
        let numbered = width > 0 ? (1...width).map(String.init) : []
        let all = numbered + names
        return hasPlainValues || all.isEmpty ? [Self.only] + all : all
    }
}
