import Community

extension Compilation {
    /// A question about groups, and the types of what it answers.
    struct CompiledGrouping {
        let sql: SQL
        let keys: [FieldType]
        let value: FieldType
    }

    func groups(_ grouping: Grouping) throws(StoreError) -> CompiledGrouping {
        let selection = try selection(grouping.query)
        let row = selection.row
        var source = GroupSource(tables: row.source)
        var keys: [(value: SQL, type: FieldType, isColumn: Bool)] = []
        for path in grouping.keys {
            let fields = try fields(along: path, from: row.entity)
            let value =
                fields.contains(where: \.type.isMany)
                ? try branch(fields, from: row, &source)
                : try value(along: fields[...], from: row) { $0.read }
            keys.append((value, fields.last?.type ?? .identifier, value == fields.last.map(row.column)))
        }
        // Of a limited query its first records are meant, whatever groups they are in.
        var condition = selection.condition
        if grouping.query.limit != nil {
            let limited = try self.selection(grouping.query)
            condition = "\(row.key) IN (\(limited.select([limited.row.key])))"
        }
        let measure = try measure(grouping.aggregate, row)
        let names = keys.indices.map { SQL(stringLiteral: "g\($0)") }
        var columns = zip(keys, names).map { key, name -> SQL in "\(key.value) AS \(name)" }
        var inner: SQL
        if source.repeats {
            columns += ["\(row.key) AS record", "\(measure.value) AS measure"]
            inner = "SELECT DISTINCT \(.commas(columns)) FROM \(source.tables) WHERE \(condition)"
            inner = "SELECT \(.commas(names)), \(measure.result("measure")) AS result FROM (\(inner))"
        } else {
            columns.append("\(measure.result(measure.value)) AS result")
            inner = "SELECT \(.commas(columns)) FROM \(source.tables) WHERE \(condition)"
        }
        guard !keys.isEmpty else {
            return CompiledGrouping(sql: complete(inner), keys: [], value: measure.type)
        }
        var order: [SQL] = []
        for (key, name) in zip(keys, names) {
            order.append("\(try ordering(name, of: key.type)) NULLS LAST")
            order.append(name)
        }
        var grouped: SQL = "\(inner) GROUP BY \(.commas(names))"
        if grouping.aggregate == .count, let key = keys.first, keys.count == 1, key.isColumn,
            let tally = tally(of: key.type, key.value, from: source.tables, where: condition)
        {
            grouped = tally
        }
        let sql: SQL = "SELECT \(.commas(names)), result FROM (\(grouped)) ORDER BY \(.commas(order))"
        return CompiledGrouping(sql: complete(sql), keys: keys.map(\.type), value: measure.type)
    }

    /// What groups are made from.
    private struct GroupSource {
        var tables: SQL
        /// Whether it has a record with one and the same value several times.
        var repeats = false
    }

    /// Joins a row to each of the values at the end of a path; to null when it has none.
    private func branch(
        _ fields: [Field], from row: Row, _ source: inout GroupSource
    ) throws(StoreError) -> SQL {
        if let value = try branchPlainly(fields, from: row, &source) { return value }
        let join = SQL(stringLiteral: alias())
        let start = try self.row(of: row.entity)
        let walk = try walk(fields, from: start)
        source.tables = """
            \(source.tables) LEFT JOIN (SELECT \(walk.isBranching ? "DISTINCT" : "ALL") \(start.key) AS record, \
            \(walk.value) AS value FROM \(walk.source) WHERE \(.all(walk.conditions))) AS \(join) \
            ON \(join).record = \(row.key)
            """
        return "\(join).value"
    }

    /// The same for references to many that the viewer knows all of, and for a value of the records that they
    /// lead to, without looking at what the query leaves out: owners, the owners' names.
    private func branchPlainly(
        _ fields: [Field], from row: Row, _ source: inout GroupSource
    ) throws(StoreError) -> SQL? {
        guard fields.count <= 2, fields[0].isJoined, try disclosure(of: fields[0], on: row).isYes else {
            return nil
        }
        let target = try self.row(of: fields[0].type.target ?? "")
        guard isAny(target) else { return nil }
        let join = SQL(stringLiteral: alias())
        let table = row.entity.joinTable(fields[0])
        let joined: SQL =
            "\(source.tables) LEFT JOIN \(name: table) AS \(join) ON \(join).record = \(row.key)"
        guard fields.count == 2 else {
            source.tables = joined
            return "\(join).target"
        }
        guard fields[1].type.target == nil, !fields[1].type.isMany else { return nil }
        source.tables = "\(joined) LEFT JOIN \(target.source) ON \(target.key) = \(join).target"
        source.repeats = true
        return try guarded(fields[1], of: target).read
    }

    /// What is asked of each group.
    private struct Measure {
        /// Of each record.
        let value: SQL
        let type: FieldType
        /// Of the values of a group's records.
        let result: (SQL) -> SQL
    }

    private func measure(_ aggregate: Grouping.Aggregate, _ row: Row) throws(StoreError) -> Measure {
        switch aggregate {
        case .count: return Measure(value: "1", type: .anyInteger) { _ in "count(*)" }
        case .sum(let path):
            let (value, type) = try measured(path, row, "summed")
            guard case .number = type else {
                return Measure(value: value, type: .anyInteger) { "coalesce(sum(\($0)), 0)" }
            }
            return Measure(value: value, type: .anyNumber) { "total(\($0))" }
        case .average(let path):
            return Measure(value: try measured(path, row, "averaged").0, type: .anyNumber) { "avg(\($0))" }
        case .minimum(let path):
            let (value, type) = try measured(path, row, "put in order", allowsTime: true)
            return Measure(value: value, type: type) { "min(\($0))" }
        case .maximum(let path):
            let (value, type) = try measured(path, row, "put in order", allowsTime: true)
            return Measure(value: value, type: type) { "max(\($0))" }
        }
    }

    private func measured(
        _ path: FieldPath, _ row: Row, _ purpose: String, allowsTime: Bool = false
    ) throws(StoreError) -> (SQL, FieldType) {
        let fields = try fields(along: path, from: row.entity, for: purpose)
        let type = fields.last?.type ?? .identifier
        switch type {
        case .integer, .number: break
        case .day where allowsTime, .instant where allowsTime: break
        default:
            throw StoreError(
                .badQuery,
                "'\(path)' of \(row.entity.name) (\(type.name)) cannot be \(purpose): choose a number"
                    + (allowsTime ? ", a date or an instant" : ""))
        }
        return (try value(along: fields[...], from: row) { $0.value }, type)
    }
}
