import LuaKit

/// What the rows of a list are: all of one kind, so that none is left out of the columns of the others.
enum RowKind {
    case table
    case plain

    init(of row: Value) {
        if case .table = row { self = .table } else { self = .plain }
    }

    /// - Throws: `ScriptError` when the row is of another kind than the first.
    func check(_ row: Value, number: Int64) throws {
        let isRecord =
            if case .light(let light) = row { LightTag.entityPosition(light.tag) != nil } else { false }
        guard RowKind(of: row) == self, !isRecord else {
            throw ScriptError(
                "row \(number) is \(row.phrase), where the rows before it are "
                    + (self == .table ? "tables" : "plain values"))
        }
    }
}
