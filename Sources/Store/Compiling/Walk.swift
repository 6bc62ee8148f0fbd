import Community

/// A path of references followed by joins, from a row to each of the values at its end.
struct Walk {
    /// `FROM`: the row that it starts at and what is joined to it.
    var source: SQL
    /// What must hold on the way for the viewer to know each reference.
    var conditions: [SQL] = []
    var value: SQL
    /// In which order the values of one row come.
    var order: [SQL]
    /// Whether several ways may lead to one value.
    var isBranching = false
    private(set) var row: Compilation.Row

    fileprivate init(from row: Compilation.Row) {
        self.row = row
        source = row.source
        value = row.key
        order = [row.key]
    }

    fileprivate mutating func join(_ next: Compilation.Row, on condition: SQL) {
        source = "\(source) JOIN \(next.source) ON \(condition)"
        row = next
        value = next.key
        order = [next.key]
    }
}

extension Compilation {
    /// Follows fields that all but the last are references.
    func walk(_ fields: [Field], from start: Row) throws(StoreError) -> Walk {
        var walk = Walk(from: start)
        var manySteps = 0
        for field in fields {
            if field.type.isMany { manySteps += 1 }
            if case .path(let names, _) = field.type {
                walk.conditions.append(try disclosure(of: field, on: walk.row))
                for name in names { try step(self.field(name, of: walk.row.entity), &walk) }
                walk.isBranching = true
            } else {
                try step(field, &walk)
            }
            // After a reference to many, another one, or a value that several records may share.
            if manySteps > 1 || manySteps == 1 && !field.type.isMany { walk.isBranching = true }
        }
        if walk.isBranching { walk.order = [walk.value] }
        return walk
    }

    private func step(_ field: Field, _ walk: inout Walk) throws(StoreError) {
        let row = walk.row
        switch field.type {
        case .reference(let target):
            walk.conditions.append(try disclosure(of: field, on: row))
            let next = try self.row(of: target)
            walk.join(next, on: "\(next.key) = \(row.column(field))")
        case .references(let target):
            walk.conditions.append(try disclosure(of: field, on: row))
            let join = SQL(stringLiteral: alias())
            walk.source =
                "\(walk.source) JOIN \(name: row.entity.joinTable(field)) AS \(join) ON \(join).record = \(row.key)"
            let next = try self.row(of: target)
            walk.join(next, on: "\(next.key) = \(join).target")
            walk.order = ["\(join).position"]
        case .inverse(let entity, let name):
            walk.conditions.append(try disclosure(of: field, on: row))
            let next = try self.row(of: entity)
            let back = try self.field(name, of: next.entity)
            if back.isJoined {
                let join = SQL(stringLiteral: alias())
                walk.source =
                    "\(walk.source) JOIN \(name: next.entity.joinTable(back)) AS \(join) ON \(join).target = \(row.key)"
                walk.join(next, on: "\(next.key) = \(join).record")
            } else {
                walk.join(next, on: "\(next.column(back)) = \(row.key)")
            }
            walk.conditions.append(try disclosure(of: back, on: next))
        case .list:
            let items = SQL(stringLiteral: alias())
            walk.source = "\(walk.source) JOIN json_each(\(try guarded(field, of: row).value)) AS \(items)"
            walk.value = "\(items).value"
            walk.order = ["\(items).key"]
        case .path: throw StoreError(.defect, "a path within the path '\(field.name)'")
        default:
            walk.value = try guarded(field, of: row).read
            walk.order = [walk.value]
        }
    }
}
