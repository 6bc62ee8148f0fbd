import Community
import Documents
import LuaKit
import RecordTables

/// The cells of values that a script gives. Records among them, also within lists, get their labels
/// together.
struct ValueCells {
    let session: Session
    /// Nested lists and texts beyond these are refused.
    private static let limits = TreeLimits(depth: 16, nodes: 100_000, bytes: 16 << 20)

    /// A value, read as far as it takes without asking for labels.
    private enum Content {
        case value(Value)
        case list(Tree.Table)
        case records([Light])
    }

    /// - Parameter place: what a message calls the value of that index, when it cannot be shown.
    func cells(_ values: [Value], place: (Int) -> String = { _ in "the value" }) throws -> [Cell] {
        let contents = try values.enumerated().map { index, value in
            try Self.told(place(index)) { try content(value) }
        }
        let labels = try labels(of: contents)
        return try contents.enumerated().map { index, content in
            try Self.told(place(index)) {
                switch content {
                case .value(let value): try cell(value, labels)
                case .list(let table): try cell(table, labels)
                case .records(let records): .list(records.compactMap { labels[$0] })
                }
            }
        }
    }

    /// The cells of one column of groups.
    func cells(_ groups: GroupsObject, _ column: Int, _ rows: Range<Int>) throws -> [Cell] {
        let cells = try cells(rows.map { groups.rows[$0][column] })
        guard groups.types.indices.contains(column) else { return cells }
        let records = RecordCells(try session.snapshot)
        return cells.map { records.titled($0, groups.types[column]) }
    }

    /// Says of a mistake where it is. What a stop throws is thrown on as it is.
    private static func told<Result>(_ place: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as ScriptError {
            throw ScriptError("\(place): \(error.message)")
        } catch let error as LuaError where error.kind == .conversion || error.kind == .limit {
            throw ScriptError("\(place): \(error.message)")
        }
    }

    private func content(_ value: Value) throws -> Content {
        switch value {
        case .object(let query as QueryObject):
            let entity = try query.entity.name
            let position = session.schema.position(of: entity) ?? 0
            return .records(
                try query.keys().compactMap { Light(tag: LightTag.record(entityAt: position), payload: $0) })
        case .table:
            guard case .table(let table) = try session.state.tree(value, within: Self.limits) else {
                return .value(.nil)
            }
            return .list(table)
        default: return .value(value)
        }
    }

    private func labels(of contents: [Content]) throws -> [Light: Cell] {
        var keys: [Int: Set<Int64>] = [:]
        func add(_ light: Light) {
            if let position = LightTag.entityPosition(light.tag) {
                keys[position, default: []].insert(light.payload)
            }
        }
        func add(_ table: Tree.Table) {
            for item in table.items {
                switch item {
                case .light(let light): add(light)
                case .table(let table): add(table)
                default: break
                }
            }
        }
        for content in contents {
            switch content {
            case .value(.light(let light)): add(light)
            case .value: break
            case .list(let table): add(table)
            case .records(let records): records.forEach(add)
            }
        }
        var labels: [Light: Cell] = [:]
        let records = RecordCells(try session.snapshot)
        for (position, keys) in keys where session.schema.entities.indices.contains(position) {
            for (key, cell) in try records.records(of: session.schema.entities[position], keys.sorted()) {
                if let light = Light(tag: LightTag.record(entityAt: position), payload: key) {
                    labels[light] = cell
                }
            }
        }
        return labels
    }

    private func cell(_ value: Value, _ labels: [Light: Cell]) throws -> Cell {
        switch value {
        case .nil: return .empty
        case .boolean(let flag): return .boolean(flag)
        case .integer(let number): return .integer(number)
        case .number(let number): return try cell(number)
        case .string(let string): return .text(try text(string))
        case .light(let light): return cell(light, labels)
        case .object(let local as LocalTimeObject):
            return .instant(local.instant, zone: local.zone.identifier)
        case .object(let hijri as HijriObject): return .text(hijri.date.description)
        default: throw ScriptError("\(value.phrase) cannot be shown; give a value, a record or a list")
        }
    }

    private func cell(_ light: Light, _ labels: [Light: Cell]) -> Cell {
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

    private func cell(_ table: Tree.Table, _ labels: [Light: Cell]) throws -> Cell {
        guard table.fields.isEmpty else {
            throw ScriptError("a cell holds a value or a list of values, not a table with names or holes")
        }
        return .list(
            try table.items.map { item in
                switch item {
                case .nil: .empty
                case .boolean(let flag): .boolean(flag)
                case .integer(let number): .integer(number)
                case .number(let number): try cell(number)
                case .string(let string): .text(try text(string))
                case .light(let light): cell(light, labels)
                case .table(let table): try cell(table, labels)
                }
            })
    }

    private func cell(_ number: Double) throws -> Cell {
        guard number.isFinite else { throw ScriptError(Self.refusal(of: number)) }
        return .number(number)
    }

    /// A number that is none is a mistake of the script's: mostly a division by zero.
    static func refusal(of number: Double) -> String {
        "\(number.isNaN ? "the number is not one (0/0)" : "the number is infinite"); test what it is divided by, "
            + "or leave the value out"
    }

    private func text(_ string: LuaString) throws -> String {
        guard let text = string.text else {
            throw ScriptError("the text is not valid UTF-8: \(string.description.prefix(40))")
        }
        return text
    }
}
