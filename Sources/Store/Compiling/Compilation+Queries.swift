import Community

extension Compilation {
    /// A query's rows: what `SELECT` needs but the columns.
    struct Selection {
        let row: Row
        let condition: SQL
        let order: [SQL]
        let limit: Int?
        /// Whether it is every record of a table that the viewer may see, in the table's order.
        let isWhole: Bool

        /// The statement that fills batches with these columns, of which the first is the key.
        func fill(_ columns: [SQL]) -> SQL {
            guard isWhole, columns.count <= Self.mostGathered else { return select(columns) }
            let gather: SQL = "gather(\(.commas(columns)))"
            // `CASE`, as SQLite goes through the parts of an `AND` in an order of its own; without indexes the table's
            // is the only order in which it can come by.
            let condition = condition.isYes ? gather : "CASE WHEN \(condition) THEN \(gather) END"
            return "SELECT 1 FROM \(row.source) NOT INDEXED WHERE \(condition) ORDER BY \(row.key)"
        }

        /// SQLite's limit for a function's arguments is 127 (sqlite.org/limits.html).
        private static let mostGathered = 100

        func select(_ columns: [SQL], isOrdered: Bool = true) -> SQL {
            var sql: SQL = "SELECT \(.commas(columns)) FROM \(row.source) WHERE \(condition)"
            if isOrdered { sql = "\(sql) ORDER BY \(.commas(order))" }
            if let limit { sql = "\(sql) LIMIT \(bind: .integer(Int64(limit)))" }
            return sql
        }
    }

    func selection(_ query: Query) throws(StoreError) -> Selection {
        if let limit = query.limit, limit < 0 {
            throw StoreError(.badQuery, "a limit is 0 or more, not \(limit)")
        }
        let (row, isSeen) = try subject(of: entity(query.entity))
        var conditions: [SQL] = []
        for condition in query.conditions {
            conditions.append(try predicate(condition, on: row, .asker))
        }
        for text in query.searches { conditions.append(search(text, row)) }
        var order = try query.order.map { key throws(StoreError) in try self.order(key, row) }
        if let origin = query.origin {
            let (reached, position) = try reached(from: origin, row)
            conditions.append(reached)
            if order.isEmpty, let position { order.append(position) }
        }
        // A view may stand in the place of a table with changes laid over it.
        let isWhole =
            conditions.isEmpty && order.isEmpty && query.limit == nil && !covered.contains(row.table)
        return Selection(
            row: row, condition: .all(conditions + [isSeen]), order: order + [row.key], limit: query.limit,
            isWhole: isWhole)
    }

    /// The query's count. Of a limited one it stops at the limit.
    func count(_ query: Query) throws(StoreError) -> SQL {
        let selection = try selection(query)
        return query.limit == nil
            ? complete(selection.select(["count(*)"], isOrdered: false))
            : complete("SELECT count(*) FROM (\(selection.select(["1"], isOrdered: false)))")
    }

    /// Values that are missing, or not for the viewer, come last in either direction.
    private func order(_ key: Query.SortKey, _ row: Row) throws(StoreError) -> SQL {
        let fields = try fields(along: key.path, from: row.entity, for: "sorted by")
        let value = try value(along: fields[...], from: row) { value throws(StoreError) in
            try self.ordering(value.read, of: value.field.type)
        }
        return "\(value) \(key.isDescending ? "DESC" : "ASC") NULLS LAST"
    }

    /// Where the row's record is one that another's reference leads to, and its place among them.
    private func reached(from origin: Query.Origin, _ row: Row) throws(StoreError) -> (SQL, SQL?) {
        let start = try self.row(of: origin.entity)
        let field = try self.field(origin.field, of: start.entity)
        guard field.type.target == row.entity.name else {
            throw StoreError(
                .badQuery, "'\(field.name)' of \(start.entity.name) does not lead to \(row.entity.plural)")
        }
        let walk = try walk([field], from: start)
        let key = SQLValue.integer(origin.key)
        let conditions = ["\(start.key) = \(bind: key)"] + walk.conditions
        let reached: SQL =
            "\(row.key) IN (SELECT \(walk.value) FROM \(walk.source) WHERE \(.all(conditions)))"
        guard field.isJoined else { return (reached, nil) }
        let position: SQL = """
            (SELECT position FROM \(name: start.entity.joinTable(field))
            WHERE record = \(bind: key) AND target = \(row.key))
            """
        return (reached, position)
    }
}
