import Community

extension Compilation {
    /// What a record at the other end of a reference must be.
    struct Criterion {
        let condition: (Row) throws(StoreError) -> SQL
        /// The keys of the records that meet it, in brackets, when it is about nothing else.
        var keys: SQL?
        /// Whether only records that the viewer may see meet it, also within the policy.
        var isSeen = false

        init(_ condition: @escaping (Row) throws(StoreError) -> SQL) {
            self.condition = condition
        }

        static var anything: Criterion { Criterion { _ in .yes } }

        static var seen: Criterion {
            var criterion = anything
            criterion.isSeen = true
            return criterion
        }

        static func isOneOf(_ keys: [Int64]) -> Criterion {
            let list = SQL.list(keys.map(SQLValue.integer))
            var criterion = Criterion { row in "\(row.key) IN \(list)" }
            criterion.keys = list
            return criterion
        }
    }

    /// Where the row's reference leads to a record that meets the criterion. For the asker only records that
    /// the viewer may see count, and only where the viewer may know the reference.
    func leads(
        _ field: Field, of row: Row, _ side: Side, to criterion: Criterion
    ) throws(StoreError) -> SQL {
        let known = side == .asker ? try disclosure(of: field, on: row) : .yes
        switch field.type {
        case .reference(let target):
            return .all([known, try meets(row.column(field), target, side, criterion)])
        case .references(let target):
            let join = SQL(stringLiteral: alias())
            return .all([
                known,
                exists(
                    for: row, by: "\(join).record", in: "\(name: row.entity.joinTable(field)) AS \(join)",
                    where: try meets("\(join).target", target, side, criterion)),
            ])
        case .inverse(let entity, let name):
            return .all([known, try isReferred(row, from: entity, by: name, side, criterion)])
        case .path(let names, _):
            return .all([known, try leads(along: names[...], of: row, side, to: criterion)])
        default:
            throw StoreError(.badQuery, "'\(field.name)' of \(row.entity.name) is not a reference")
        }
    }

    private func leads(
        along names: ArraySlice<String>, of row: Row, _ side: Side, to criterion: Criterion
    ) throws(StoreError) -> SQL {
        guard let name = names.first else { return try criterion.condition(row) }
        let rest =
            names.count == 1
            ? criterion
            : Criterion { next throws(StoreError) in
                try self.leads(along: names.dropFirst(), of: next, side, to: criterion)
            }
        return try leads(field(name, of: row.entity), of: row, side, to: rest)
    }

    /// Where a record of another entity, which meets the criterion, refers to the row's.
    private func isReferred(
        _ row: Row, from entity: String, by name: String, _ side: Side, _ criterion: Criterion
    ) throws(StoreError) -> SQL {
        let isSeen = side == .asker || criterion.isSeen
        let other = try isSeen ? self.row(of: entity) : rawRow(of: self.entity(entity))
        let field = try self.field(name, of: other.entity)
        var meeting = Criterion { other throws(StoreError) in
            .all([
                side == .asker ? try self.disclosure(of: field, on: other) : .yes,
                try criterion.condition(other),
            ])
        }
        guard field.isJoined else {
            return exists(
                for: row, by: other.column(field), in: other.source, where: try meeting.condition(other))
        }
        meeting.isSeen = criterion.isSeen
        if side == .policy || policy.disclosure(of: field, in: entity, for: viewer) == .always {
            meeting.keys = criterion.keys
        }
        let join = SQL(stringLiteral: alias())
        return exists(
            for: row, by: "\(join).target", in: "\(name: other.entity.joinTable(field)) AS \(join)",
            where: try meets("\(join).record", entity, side, meeting))
    }

    /// Where a key is one of a record that meets the criterion.
    private func meets(
        _ key: SQL, _ entity: String, _ side: Side, _ criterion: Criterion
    ) throws(StoreError) -> SQL {
        let isSeen = side == .asker || criterion.isSeen
        let target = try isSeen ? row(of: entity) : rawRow(of: self.entity(entity))
        if isAny(target), let keys = criterion.keys { return "\(key) IN \(keys)" }
        let met = try criterion.condition(target)
        if met == .no { return .no }
        // Foreign keys hold, so what refers to something refers to a record.
        if met.isYes, isAny(target) { return "\(key) IS NOT NULL" }
        switch shape {
        case .scan: return "\(key) IN (SELECT \(target.key) FROM \(target.source) WHERE \(met))"
        case .lookup:
            return "EXISTS (SELECT 1 FROM \(target.source) WHERE \(target.key) = \(key) AND (\(met)))"
        }
    }

    private func exists(for row: Row, by column: SQL, in source: SQL, where met: SQL) -> SQL {
        if met == .no { return .no }
        switch shape {
        case .scan:
            return "\(row.key) IN (SELECT \(column) FROM \(source) WHERE \(column) IS NOT NULL AND (\(met)))"
        case .lookup:
            return "EXISTS (SELECT 1 FROM \(source) WHERE \(column) = \(row.key) AND (\(met)))"
        }
    }
}
