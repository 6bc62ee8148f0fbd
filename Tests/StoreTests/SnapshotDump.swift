import Community

@testable import Store

extension Snapshot {
    /// All that its viewer reads, by all ways of reading: records with their fields, in the order of each field, in
    /// groups, found by words and by name.
    func readings(searching words: [String]) throws -> [String] {
        var lines: [String] = []
        for entity in schema.entities {
            let name = entity.name
            let all = Query(name)
            let keys = try keys(all)
            lines.append("\(name) count: \(try count(all)) \(keys)")
            lines.append("\(name) identifiers: \(Self.sorted(try identifiers(entity, keys)))")
            lines.append("\(name) labels: \(Self.sorted(try labels(entity, keys)))")
            let cursor = try cursor(all, fields: Set(entity.fields.indices))
            while try cursor.next() {
                for row in 0..<cursor.batch.count {
                    let values = entity.fields.indices.map { "\(cursor.batch.value(row, $0))" }
                    lines.append("\(name) \(cursor.batch.key(row)): \(values.joined(separator: " | "))")
                }
            }
            for field in entity.fields {
                if !field.type.isInColumn {
                    let related = try related(entity, field, keys)
                    for key in keys { lines.append("\(name) \(key) \(field.name): \(related[key])") }
                    if let key = keys.last, let target = field.type.target {
                        var query = Query(target)
                        query.origin = Query.Origin(entity: name, key: key, field: field.name)
                        lines.append("\(name) \(key) \(field.name) leads to \(try self.keys(query))")
                    }
                } else if !field.type.isMany {
                    var sorted = all
                    sorted.order = [Query.SortKey(FieldPath(field.name), descending: true)]
                    lines.append("\(name) by \(field.name): \(try self.keys(sorted))")
                }
                let present = all.filtered([field.name], .isPresent)
                lines.append("\(name) with \(field.name): \(try self.keys(present))")
                let groups = try groups(Grouping(all, by: [FieldPath(field.name)], .count))
                lines.append("\(name) grouped by \(field.name): \(groups)")
            }
            for word in words {
                var query = all
                query.searches = [word]
                lines.append("\(name) with '\(word)': \(try self.keys(query))")
                let found = try? find(word, in: entity)
                lines.append("\(name) called '\(word)': \(found ?? 0)")
            }
        }
        return lines
    }

    private static func sorted(_ texts: [Int64: String]) -> [String] {
        texts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    }
}
