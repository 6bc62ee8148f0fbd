import Community
import Documents
import LuaKit
import RecordTables

/// The cells of values that a script gives: records among them get their labels together.
struct ValueCells {
    let session: Session
    /// Nested lists and texts beyond these are refused.
    private static let limits = TreeLimits(depth: 16, nodes: 100_000, bytes: 16 << 20)

    /// - Parameter place: what a message calls the value of that index, when it cannot be shown.
    func cells(_ values: [Value], place: (Int) -> String = { _ in "the value" }) throws -> [Cell] {
        var labels: [Light: Cell] = [:]
        var keys: [Int: Set<Int64>] = [:]
        for case .light(let light) in values {
            if let position = LightTag.entityPosition(light.tag) {
                keys[position, default: []].insert(light.payload)
            }
        }
        let records = RecordCells(session.snapshot)
        for (position, keys) in keys where session.schema.entities.indices.contains(position) {
            let entity = session.schema.entities[position]
            for (key, cell) in try records.records(of: entity, keys.sorted()) {
                if let light = Light(tag: LightTag.record(entityAt: position), payload: key) {
                    labels[light] = cell
                }
            }
        }
        return try values.enumerated().map { index, value in
            do {
                return try cell(value, labels)
            } catch let error as ScriptError {
                throw ScriptError("\(place(index)): \(error.message)")
            } catch let error as LuaError where error.kind == .conversion || error.kind == .limit {
                throw ScriptError("\(place(index)): \(error.message)")
            }
        }
    }

    /// The cells of one column of groups.
    func cells(_ groups: GroupsObject, _ column: Int, _ rows: Range<Int>) throws -> [Cell] {
        let cells = try cells(rows.map { groups.rows[$0][column] })
        guard groups.types.indices.contains(column) else { return cells }
        let records = RecordCells(session.snapshot)
        return cells.map { records.titled($0, groups.types[column]) }
    }

    private func cell(_ value: Value, _ labels: [Light: Cell]) throws -> Cell {
        switch value {
        case .nil: return .empty
        case .boolean(let flag): return .boolean(flag)
        case .integer(let number): return .integer(number)
        case .number(let number): return try cell(number)
        case .string(let string): return .text(try text(string))
        case .light(let light): return try cell(light, labels)
        case .object(let local as LocalTimeObject):
            return .instant(local.instant, zone: local.zone.identifier)
        case .object(let hijri as HijriObject): return .text(hijri.date.description)
        case .object(let query as QueryObject):
            let entity = try query.entity
            let keys = try query.keys()
            let cells = try RecordCells(session.snapshot).records(of: entity, keys)
            return .list(keys.compactMap { cells[$0] })
        case .table: return try cell(try session.state.tree(value, within: Self.limits))
        default: throw ScriptError("a \(value.typeName) cannot be shown; give a value, a record or a list")
        }
    }

    private func cell(_ light: Light, _ labels: [Light: Cell]) throws -> Cell {
        let value = Value.light(light)
        if let day = Day(value) { return .day(day) }
        if let instant = Instant(value) { return .instant(instant, zone: session.zone.identifier) }
        if let month = Month(value) { return .text(month.description) }
        if let quarter = Quarter(value) { return .text(quarter.description) }
        if let span = DaySpan(value) { return .integer(span.count) }
        if let span = MonthSpan(value) { return .integer(span.count) }
        if let span = TimeSpan(value) { return .text("\(span.milliseconds / 60_000) min") }
        return labels[light] ?? .empty
    }

    /// A nested table: a list of values.
    private func cell(_ tree: Tree) throws -> Cell {
        switch tree {
        case .nil: return .empty
        case .boolean(let flag): return .boolean(flag)
        case .integer(let number): return .integer(number)
        case .number(let number): return try cell(number)
        case .string(let string): return .text(try text(string))
        case .light(let light): return try cells([.light(light)])[0]
        case .table(let table):
            guard table.fields.isEmpty else {
                throw ScriptError(
                    "a cell can hold a value or a list of values, not a table with names or holes")
            }
            return .list(try table.items.map(cell))
        }
    }

    /// A number that is none is a mistake of the script's: mostly a division by zero.
    private func cell(_ number: Double) throws -> Cell {
        guard number.isFinite else {
            throw ScriptError(
                number.isNaN
                    ? "the number is not one (0/0); test what is divided by, or leave the value out"
                    : "the number is infinite; test what is divided by, or leave the value out")
        }
        return .number(number)
    }

    private func text(_ string: LuaString) throws -> String {
        guard let text = string.text else {
            throw ScriptError("the text is not valid UTF-8: \(string.description.prefix(40))")
        }
        return text
    }
}
