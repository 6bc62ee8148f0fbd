import Community
import Documents
import LuaKit
import Spelling

/// Puts the rows of a table together with what a script asked for besides: groups, totals, highlights.
///
/// Rows that come in the order of their groups go on at once, however many they are; others wait for the end.
struct TableAssembly {
    private let session: Session
    private let options: TableOptions
    private let columns: [Column]
    private let isInOrder: Bool
    private let take: (Part) throws -> Void
    private let totalKinds: [ColumnTotal.Kind?]
    private let hasTotals: Bool
    private var totals: [ColumnTotal?]
    private var subtotals: [ColumnTotal?]
    private var openGroup: Cell?
    private var waiting: [TableRow] = []
    private var groups: [(group: Cell, rows: [TableRow])] = []
    private var places: [Cell: Int] = [:]
    private var count = 0

    /// - Parameters:
    ///   - columns: with that of the groups, which is not shown, last where there are groups.
    ///   - isInOrder: whether rows of one group come together.
    init(
        _ session: Session, _ options: TableOptions, columns: [Column], isInOrder: Bool,
        take: @escaping (Part) throws -> Void
    ) throws {
        self.session = session
        self.options = options
        self.isInOrder = isInOrder
        self.take = take
        let shown = options.group == nil ? columns : columns.dropLast()
        self.columns = shown
        let records = Column(name: "records", title: HostWord.records(session), type: .list)
        let names = shown.map(\.name).filter { !$0.isEmpty }
        for name in options.totals.keys.sorted() where !names.contains(name) {
            throw ScriptError(
                "the table has totals of '\(name)', which is none of its columns"
                    + Suggestion.phrase(for: name, among: names))
        }
        totalKinds = shown.enumerated().map { place, column in
            options.columns?[place].total ?? (column.name.isEmpty ? nil : options.totals[column.name])
        }
        hasTotals = totalKinds.contains { $0 != nil }
        totals = totalKinds.map { $0.map(ColumnTotal.init) }
        subtotals = totals
        try take(
            .beginTable(
                TableHeader(
                    title: options.title, columns: shown + (session.namesRecords ? [records] : []),
                    grouping: options.group == nil ? nil : columns.last?.title)))
    }

    /// - Parameters:
    ///   - value: a row as the script's functions see it, by its place among these.
    ///   - records: the identifiers of the records behind each of the rows, asked for where tables name them.
    mutating func add(
        _ rows: [[Cell]], value: (Int) throws -> Value, records: () throws -> [[String]]
    ) throws {
        let records = session.namesRecords ? try records() : []
        var ready: [TableRow] = []
        for (index, cells) in rows.enumerated() {
            count += 1
            let group = options.group == nil ? nil : cells.last
            var row = TableRow(group == nil ? cells : cells.dropLast())
            try highlight(&row) { try value(index) }
            totals = try adding(row, to: totals)
            if session.namesRecords { row.cells.append(.list(records[index].map { .text($0) })) }
            guard let group else {
                ready.append(row)
                continue
            }
            if isInOrder {
                try enter(group)
                subtotals = try adding(row, to: subtotals)
                waiting.append(row)
            } else {
                let place = places[group] ?? groups.count
                if place == groups.count {
                    places[group] = place
                    groups.append((group, []))
                }
                groups[place].rows.append(row)
            }
        }
        try flush()
        if !ready.isEmpty { try take(.rows(ready)) }
    }

    mutating func end(notes: [String] = []) throws {
        for (group, rows) in groups {
            try enter(group)
            for row in rows { subtotals = try adding(row, to: subtotals) }
            for start in stride(from: 0, to: rows.count, by: 512) {
                try take(.rows(Array(rows[start..<min(start + 512, rows.count)])))
            }
        }
        try leave()
        try take(
            .endTable(
                TableFooter(notes: notes + totalNotes, totals: hasTotals ? cells(totals, isWhole: true) : nil)
            ))
    }

    // MARK: Groups and totals

    private mutating func enter(_ group: Cell) throws {
        guard openGroup != group else { return }
        try leave()
        openGroup = group
        try take(.group(group))
    }

    private mutating func leave() throws {
        try flush()
        guard openGroup != nil, hasTotals else { return }
        try take(.subtotal(cells(subtotals, isWhole: false)))
        subtotals = totalKinds.map { $0.map(ColumnTotal.init) }
    }

    private mutating func flush() throws {
        guard !waiting.isEmpty else { return }
        try take(.rows(waiting))
        waiting = []
    }

    private func adding(_ row: TableRow, to totals: [ColumnTotal?]) throws -> [ColumnTotal?] {
        guard hasTotals else { return totals }
        var totals = totals
        for place in totals.indices {
            try totals[place]?.add(row.cells[place]) { "row \(count), '\(columns[place].title)'" }
        }
        return totals
    }

    /// With a word for what they are where there is room for it: in the first column.
    private func cells(_ totals: [ColumnTotal?], isWhole: Bool) -> [Cell] {
        let cells = totals.enumerated().map { place, total -> Cell in
            if let total { return total.cell }
            return place == 0 ? .text(HostWord.total(isWhole: isWhole, session)) : .empty
        }
        return cells + (session.namesRecords ? [.empty] : [])
    }

    /// A sum is what readers expect; anything else is said.
    private var totalNotes: [String] {
        let others = zip(columns, totalKinds).compactMap { column, kind -> String? in
            guard let kind, kind != .sum else { return nil }
            return session.text(
                LocalizedText(label: column.title, value: HostWord.title(of: kind.rawValue, session)))
        }
        return others.isEmpty ? [] : [HostWord.totals(others.joined(separator: "; "), session)]
    }

    // MARK: Highlights

    private func highlight(_ row: inout TableRow, _ value: () throws -> Value) throws {
        let rules = options.columns?.enumerated().filter { $1.highlight != nil } ?? []
        guard options.highlight != nil || !rules.isEmpty else { return }
        let record = try value()
        if let rule = options.highlight {
            row.highlight = try ask(rule, [record], "the highlight of the table")
        }
        for (place, column) in rules {
            guard let rule = column.highlight, place < columns.count else { continue }
            let arguments = [try session.value(of: row.cells[place]), record]
            row.cellHighlights[place] = try ask(
                rule, arguments, "the highlight of the column '\(columns[place].title)'")
        }
    }

    private func ask(_ rule: Value, _ arguments: [Value], _ what: String) throws -> Highlight? {
        let answer = try session.state.call(rule, arguments).first ?? .nil
        let names = Highlight.allCases.map(\.rawValue)
        switch answer {
        case .nil, .boolean(false): return nil
        case .string(let name):
            guard let highlight = Highlight(rawValue: name.description) else {
                throw ScriptError(
                    "\(what) is '\(name)'; there are \(names.joined(separator: ", "))"
                        + Suggestion.phrase(for: name.description, among: names))
            }
            return highlight
        default:
            throw ScriptError(
                "\(what) gave \(answer.phrase), where \(names.joined(separator: ", ")) or nil is expected")
        }
    }
}

extension Session {
    /// A cell as a script sees it: of a choice its name, of a record what it is called, a list as a list.
    func value(of cell: Cell) throws -> Value {
        switch cell {
        case .empty: return .nil
        case .text(let text), .choice(let text, _), .record(_, let text): return .text(text)
        case .integer(let number): return .integer(number)
        case .number(let number): return .number(number)
        case .boolean(let flag): return .boolean(flag)
        case .day(let day): return Light(day).map(Value.light) ?? .nil
        case .instant(let instant, _): return Light(instant).map(Value.light) ?? .nil
        case .list(let cells): return try state.table(items: cells.map { try value(of: $0) })
        }
    }
}
