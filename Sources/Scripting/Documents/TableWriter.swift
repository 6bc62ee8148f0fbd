import CBatch
import Community
import Documents
import LuaKit
import RecordTables
import Store

/// Writes a table that a script asked for as parts of a document, some rows at a time.
struct TableWriter {
    let session: Session
    let take: (Part) throws -> Void

    private var cells: ValueCells { ValueCells(session: session) }

    /// Takes a batch, and the keys of the rows to make of it where those are not just its own.
    private typealias Rows = (RecordBatch, [Int64]?) throws -> Void

    /// A column that is ready to be written.
    private struct Prepared {
        enum Content {
            case fields([Field])
            case name(String)
            case function(Value)
        }

        let column: Column
        let content: Content

        /// What messages call it.
        var phrase: String { column.name.isEmpty ? "'\(column.title)'" : "'\(column.name)'" }
    }

    func write(_ table: TableOptions) throws {
        if let columns = table.columns, columns.count > ListColumns.most {
            throw ScriptError(
                "the table has \(columns.count) columns; \(ListColumns.most) are the most that can be shown")
        }
        switch table.rows {
        case .query(let query):
            let ordered = try table.group.flatMap { try inOrder(query, of: $0) }
            try write(table, records: try query.entity, isInOrder: ordered != nil) {
                try forEachBatch(of: ordered ?? query, $0)
            }
        case .groups(let groups): try write(table, groups)
        case .list(let list):
            let count = try session.length(of: list, "the rows of the table")
            if let entity = try session.entity(of: table.rows) {
                try write(table, records: entity) { try forEachBatch(of: list, count, entity, $0) }
            } else {
                try write(table, list, count)
            }
        }
    }

    // MARK: Records

    private func write(
        _ table: TableOptions, records entity: Entity, isInOrder: Bool = false,
        _ forEachBatch: (Rows) throws -> Void
    ) throws {
        let own = table.columns ?? entity.columns.map { ColumnOptions(content: .path($0)) }
        let columns = try (own + groupColumn(table)).map { try prepare($0, of: entity) }
        if table.group != nil, case .fields(let path)? = columns.last?.content,
            path.contains(where: \.type.isMany)
        {
            throw ScriptError(
                "the rows of the table cannot come under '\(table.group ?? "")', of which a record may have several"
            )
        }
        var assembly = try TableAssembly(
            session, table, columns: columns.map(\.column), isInOrder: isInOrder, take: take)
        let reader = RecordCells(try session.snapshot)
        var written = 0
        try forEachBatch { batch, keys in
            let byColumn = try columns.map { column -> [Cell] in
                switch column.content {
                case .fields(let path): return try reader.cells(path, in: batch)
                case .name: return []
                case .function(let function):
                    let values = try batch.keys.map {
                        try call(function, session.record(entity.name, key: $0))
                    }
                    return try cells.cells(values) { "row \(written + $0 + 1), \(column.phrase)" }
                }
            }
            // A list may have a record twice, and in any order; the batch has each once, in its own.
            let rows = keys?.map { batch.row(of: $0) } ?? Array(0..<batch.count)
            let found = rows.compactMap(\.self)
            try session.snapshot.follow(entity, found.map { batch.keys[$0] })
            try assembly.add(
                found.map { row in byColumn.map { $0[row] } },
                value: { session.record(entity.name, key: batch.keys[found[$0]]) },
                records: {
                    let names = try session.snapshot.identifiers(entity, batch.keys)
                    return found.map { [names[batch.keys[$0]] ?? ""] }
                })
            written += rows.count
        }
        try assembly.end()
    }

    private func groupColumn(_ table: TableOptions) -> [ColumnOptions] {
        table.group.map { [ColumnOptions(content: .path($0))] } ?? []
    }

    /// The same query in the order of a field; nil where another order would give other records.
    private func inOrder(_ query: QueryObject, of group: String) throws -> QueryObject? {
        guard query.query.limit == nil else { return nil }
        _ = try query.fields(group)
        return query.with { $0.order.insert(Query.SortKey(FieldPath(group)), at: 0) }
    }

    /// The batches of a query, open to the script's functions as well.
    private func forEachBatch(of query: QueryObject, _ body: Rows) throws {
        if query.query.origin != nil {
            let entity = try query.entity
            return try forEachBatch(keys: try query.keys(), entity, body)
        }
        let cursor = try session.bridge.loop(over: query.query)
        defer { cursor.close() }
        while let batch = try cursor.nextBatch() {
            try session.state.checkStopped()
            session.state.attach(batch.pointer, tag: cursor.tag)
            defer { session.state.detach(batch.pointer, tag: cursor.tag) }
            try body(batch, nil)
        }
    }

    private func forEachBatch(
        of list: Value, _ count: Int64, _ entity: Entity, _ body: Rows
    ) throws {
        for start in stride(from: Int64(1), through: count, by: Int(BATCH_ROWS)) {
            var keys: [Int64] = []
            for index in start..<min(start + Int64(BATCH_ROWS), count + 1) {
                guard case .light(let light) = try session.state.get(list, .integer(index)),
                    session.entity(of: light)?.name == entity.name
                else {
                    throw ScriptError(
                        "row \(index) is not a record of \(entity.name), as the rows before it are")
                }
                keys.append(light.payload)
            }
            try forEachBatch(keys: keys, entity, body)
        }
    }

    private func forEachBatch(keys: [Int64], _ entity: Entity, _ body: Rows) throws {
        for start in stride(from: 0, to: keys.count, by: Int(BATCH_ROWS)) {
            try session.state.checkStopped()
            // A function of the script's reads the same records.
            session.bridge.willRead(keys, of: entity.name)
            let chunk = Array(keys[start..<min(start + Int(BATCH_ROWS), keys.count)])
            try body(try session.snapshot.load(entity, chunk, fields: []), chunk)
        }
    }

    private func prepare(_ options: ColumnOptions, of entity: Entity) throws -> Prepared {
        switch options.content {
        case .function(let function):
            return Prepared(
                column: column(options, Column(name: "", title: "", type: .any)), content: .function(function)
            )
        case .path(let path):
            let fields: [Field]
            do {
                fields = try session.schema.fields(along: FieldPath(path), from: entity)
            } catch {
                throw ScriptError("\(error)")
            }
            return Prepared(
                column: column(options, Column(fields, schema: session.schema, text: session.text)),
                content: .fields(fields))
        }
    }

    // MARK: Groups

    private func write(_ table: TableOptions, _ groups: GroupsObject) throws {
        let own = table.columns ?? groups.names.map { ColumnOptions(content: .path($0)) }
        let columns = try (own + groupColumn(table)).map { options -> Prepared in
            guard case .path(let name) = options.content, let index = groups.names.firstIndex(of: name) else {
                return try prepare(options, names: groups.names)
            }
            guard index < groups.keys.count else {
                let title = HostWord.title(of: name, session)
                return Prepared(
                    column: column(options, Column(name: name, title: title, type: .number)),
                    content: .name(name))
            }
            let fields = try session.schema.fields(along: FieldPath(name), from: groups.entity)
            var whole = Column(fields, schema: session.schema, text: session.text)
            whole.type = fields.last?.type.elementColumnType ?? .any
            return Prepared(column: column(options, whole), content: .name(name))
        }
        var assembly = try TableAssembly(
            session, table, columns: columns.map(\.column), isInOrder: false, take: take)
        for start in stride(from: 0, to: groups.rows.count, by: Int(BATCH_ROWS)) {
            let rows = start..<min(start + Int(BATCH_ROWS), groups.rows.count)
            let byColumn = try columns.map { column -> [Cell] in
                switch column.content {
                case .name(let name):
                    let index = groups.names.firstIndex(of: name) ?? 0
                    return try cells.cells(groups, index, rows)
                case .function(let function):
                    let values = try rows.map { try call(function, groups.table($0, session.state)) }
                    return try cells.cells(values) { "row \(rows.lowerBound + $0 + 1), \(column.phrase)" }
                case .fields: return []
                }
            }
            try assembly.add(
                rows.indices.map { row in byColumn.map { $0[row - rows.lowerBound] } },
                value: { try groups.table(rows.lowerBound + $0, session.state) },
                records: { try rows.map { try groups.records($0) } })
        }
        try assembly.end(notes: groups.isOverlapping ? [HostWord.overlapping(session)] : [])
    }

    // MARK: Lists

    private func write(_ table: TableOptions, _ list: Value, _ count: Int64) throws {
        let own = try table.columns?.map { try prepare($0, names: nil) } ?? listColumns(list, count)
        let columns = try own + groupColumn(table).map { try prepare($0, names: nil) }
        var assembly = try TableAssembly(
            session, table, columns: columns.map(\.column), isInOrder: false, take: take)
        let kind = try RowKind(of: session.state.get(list, .integer(1)))
        for start in stride(from: Int64(1), through: count, by: Int(BATCH_ROWS)) {
            try session.state.checkStopped()
            let rows = try (start..<min(start + Int64(BATCH_ROWS), count + 1)).map { index in
                let row = try session.state.get(list, .integer(index))
                try kind.check(row, number: index)
                return row
            }
            let byColumn = try columns.map { column -> [Cell] in
                try cells.cells(
                    rows.map { row in
                        switch column.content {
                        case .function(let function): return try call(function, row)
                        case .name(let name): return try value(of: row, name)
                        case .fields: return .nil
                        }
                    }
                ) { "row \(start + Int64($0)), \(column.phrase)" }
            }
            let made = rows.indices.map { row in byColumn.map { $0[row] } }
            // Behind the rows of a script's own making are the records that they show.
            try assembly.add(made, value: { rows[$0] }, records: { made.map { $0.flatMap { $0.records } } })
        }
        try assembly.end()
    }

    /// A row's value of a column: by name, by number in a row that is a list, or the row itself.
    private func value(of row: Value, _ name: String) throws -> Value {
        guard case .table = row else {
            guard name == ListColumns.only else {
                throw ScriptError(
                    "the rows are plain values, and have no column '\(name)'; theirs is '\(ListColumns.only)'"
                )
            }
            return row
        }
        if let number = Int64(name) { return try session.state.get(row, .integer(number)) }
        return try session.state.get(row, name)
    }

    /// The columns of a list of tables: every key that any of them has, in the order of `pairs`.
    private func listColumns(_ list: Value, _ count: Int64) throws -> [Prepared] {
        var names = ListColumns()
        let kind = try RowKind(of: session.state.get(list, .integer(1)))
        for index in stride(from: Int64(1), through: count, by: 1) {
            if index & 0xFFF == 0 { try session.state.checkStopped() }
            let row = try session.state.get(list, .integer(index))
            try kind.check(row, number: index)
            if kind == .table { try names.add(row, row: index, session.state) }
        }
        return try names.ordered.map { try prepare(ColumnOptions(content: .path($0)), names: nil) }
    }

    private func prepare(_ options: ColumnOptions, names: [String]?) throws -> Prepared {
        switch options.content {
        case .function(let function):
            return Prepared(
                column: column(options, Column(name: "", title: "", type: .any)), content: .function(function)
            )
        case .path(let name):
            if let names, !names.contains(name) {
                throw ScriptError(
                    "the groups have no column '\(name)'; they have \(names.joined(separator: ", "))")
            }
            return Prepared(
                column: column(options, Column(name: name, title: name, type: .any)), content: .name(name))
        }
    }

    // MARK: What all have

    /// The column that goes with the rows, as far as the script asks for nothing else.
    private func column(_ options: ColumnOptions, _ own: Column) -> Column {
        let title = options.title ?? own.title
        let texts = [options.heading, title].compactMap { $0 }.filter { !$0.isEmpty }
        return Column(
            name: own.name, title: session.isExport ? title : texts.joined(separator: " – "),
            type: options.type ?? own.type, alignment: options.alignment,
            heading: session.isExport ? options.heading : nil, tag: session.isExport ? options.tag : nil)
    }

    private func call(_ function: Value, _ row: Value) throws -> Value {
        try session.state.call(function, [row]).first ?? .nil
    }
}

extension Cell {
    /// The identifiers of the records in it.
    fileprivate var records: [String] {
        switch self {
        case .record(let id, _): return [id]
        case .list(let cells): return cells.flatMap { $0.records }
        default: return []
        }
    }
}
