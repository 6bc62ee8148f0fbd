import Community
import Documents
import LuaKit

/// Makes a timeline out of the rows that a script gives, which are read as those of a table are.
struct TimelineWriter {
    let session: Session
    let take: (Part) throws -> Void

    /// As many rows as anybody looks through.
    private static let mostRows = 1000
    private static let mostNamed = 3

    func write(_ options: TimelineOptions) throws {
        let entity = try session.entity(of: options.rows)
        let label = options.label ?? ColumnOptions(content: .path(entity?.label ?? "label"))
        // The places of what there is among the columns.
        var columns = [label]
        let place = { (column: ColumnOptions?) -> Int? in
            guard let column else { return nil }
            columns.append(column)
            return columns.count - 1
        }
        let (starts, ends) = (place(options.starts), place(options.ends))
        let (group, progress) = (place(options.group), place(options.progress))
        var header = TableHeader(columns: [])
        var cells: [[Cell]] = []
        let namesRecords = session.namesRecords
        session.namesRecords = false
        defer { session.namesRecords = namesRecords }
        try TableWriter(session: session) { part in
            switch part {
            case .beginTable(let table): header = table
            case .rows(let rows):
                cells += rows.map(\.cells)
                guard cells.count <= Self.mostRows else {
                    throw ScriptError(
                        "the timeline has more than \(Self.mostRows) rows, the most that can be shown; "
                            + "ask for fewer with :where or :limit")
                }
            default: return
            }
        }.write(TableOptions(rows: options.rows, columns: columns))
        let found = group.map { group in cells.map { $0[group] }.filter { $0 != .empty } } ?? []
        let groups = groupType(options, entity).map { $0.inOrder(found) } ?? FieldType.text.inOrder(found)
        var reversed: [String] = []
        let rows = try cells.enumerated().map { index, cells in
            let what = "row \(index + 1) of the timeline"
            var start = try starts.map { try moment(cells[$0], what, header.columns[$0]) } ?? nil
            let end = try ends.map { try moment(cells[$0], what, header.columns[$0]) } ?? nil
            if let begin = start, let end, end.precedes(begin) {
                reversed.append(cells[0].plainText)
                start = nil
            }
            return Timeline.Row(
                label: cells[0], span: Timeline.Span(starts: start, ends: end),
                group: group.flatMap { groups.firstIndex(of: cells[$0]) },
                progress: try progress.map { try number(cells[$0], what) } ?? nil)
        }
        if entity == nil, !rows.isEmpty, rows.allSatisfy({ $0.span == nil }) {
            throw ScriptError(
                "no row of the timeline has a date; say which of their names are: starts = \"…\", ends = \"…\""
            )
        }
        try take(
            .timeline(
                try Timeline(
                    title: options.title, grouping: group.map { header.columns[$0].title } ?? "",
                    groups: groups, rows: rows)))
        if !reversed.isEmpty {
            let more = reversed.count > Self.mostNamed ? " …" : ""
            let labels = reversed.prefix(Self.mostNamed).joined(separator: "; ") + more
            try take(.note(HostWord.endsBeforeItStarts(labels, session)))
        }
    }

    /// The type of the field that rows are grouped by, where it is one.
    private func groupType(_ options: TimelineOptions, _ entity: Entity?) -> FieldType? {
        guard let entity, case .path(let path)? = options.group?.content else { return nil }
        return try? session.schema.fields(along: FieldPath(path), from: entity).last?.type
    }

    private func moment(_ cell: Cell, _ what: String, _ column: Column) throws -> Timeline.Moment? {
        switch cell {
        case .empty: return nil
        case .day(let day): return .day(day)
        case .instant(let instant, let zone): return .instant(instant, zone: zone)
        default:
            throw ScriptError(
                "\(what), '\(column.title)': \(cell.plainText) is neither a date nor an instant; "
                    + "of a text make one: date \"2024-06-30\"")
        }
    }

    private func number(_ cell: Cell, _ what: String) throws -> Double? {
        let number: Double
        switch cell {
        case .empty: return nil
        case .integer(let integer): number = Double(integer)
        case .number(let other): number = other
        default:
            throw ScriptError("\(what) has \(cell.plainText) as its progress, where 0 to 100 is expected")
        }
        guard (0...100).contains(number) else {
            throw ScriptError("\(what) has the progress \(cell.plainText), where 0 to 100 is expected")
        }
        return number
    }
}
