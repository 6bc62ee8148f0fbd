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
        var source = row.source
        var keys: [(value: SQL, type: FieldType)] = []
        for path in grouping.keys {
            let fields = try fields(along: path, from: row.entity)
            let last = fields.last?.type ?? .identifier
            if fields.contains(where: \.type.isMany) {
                keys.append((try branch(fields, from: row, &source), last))
            } else {
                keys.append((try value(along: fields[...], from: row) { $0.read }, last))
            }
        }
        // Of a limited query its first records are meant, whatever groups they are in.
        var condition = selection.condition
        if grouping.query.limit != nil {
            let limited = try self.selection(grouping.query)
            condition = "\(row.key) IN (\(limited.select([limited.row.key])))"
        }
        let (aggregate, type) = try aggregate(grouping.aggregate, row)
        let names = keys.indices.map { SQL(stringLiteral: "g\($0)") }
        var columns = zip(keys, names).map { key, name -> SQL in "\(key.value) AS \(name)" }
        columns.append("\(aggregate) AS result")
        var inner: SQL = "SELECT \(.commas(columns)) FROM \(source) WHERE \(condition)"
        guard !keys.isEmpty else { return CompiledGrouping(sql: complete(inner), keys: [], value: type) }
        inner = "\(inner) GROUP BY \(.commas(names))"
        var order: [SQL] = []
        for (key, name) in zip(keys, names) {
            order.append("\(try ordering(name, of: key.type)) NULLS LAST")
            order.append(name)
        }
        return CompiledGrouping(
            sql: complete("SELECT \(.commas(names)), result FROM (\(inner)) ORDER BY \(.commas(order))"),
            keys: keys.map(\.type), value: type)
    }

    /// Joins a row to each of the values at the end of a path, each once; to null when it has none.
    private func branch(_ fields: [Field], from row: Row, _ source: inout SQL) throws(StoreError) -> SQL {
        let join = SQL(stringLiteral: alias())
        let start = try self.row(of: row.entity)
        let walk = try walk(fields, from: start)
        let conditions = SQL.all(walk.conditions)
        if fields.count == 1, fields[0].isJoined, conditions.isYes, isAny(walk.row) {
            let table = row.entity.joinTable(fields[0])
            source = "\(source) LEFT JOIN \(name: table) AS \(join) ON \(join).record = \(row.key)"
            return "\(join).target"
        }
        source = """
            \(source) LEFT JOIN (SELECT \(walk.isBranching ? "DISTINCT" : "ALL") \(start.key) AS record, \
            \(walk.value) AS value FROM \(walk.source) WHERE \(conditions)) AS \(join) \
            ON \(join).record = \(row.key)
            """
        return "\(join).value"
    }

    private func aggregate(
        _ aggregate: Grouping.Aggregate, _ row: Row
    ) throws(StoreError) -> (SQL, FieldType) {
        switch aggregate {
        case .count: return ("count(*)", .anyInteger)
        case .sum(let path):
            let (value, type) = try measure(path, row, "summed")
            return type == .number
                ? ("total(\(value))", type) : ("coalesce(sum(\(value)), 0)", .anyInteger)
        case .average(let path): return ("avg(\(try measure(path, row, "averaged").0))", .number)
        case .minimum(let path):
            let (value, type) = try measure(path, row, "put in order", allowsTime: true)
            return ("min(\(value))", type)
        case .maximum(let path):
            let (value, type) = try measure(path, row, "put in order", allowsTime: true)
            return ("max(\(value))", type)
        }
    }

    private func measure(
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
