import CBatch
import Community

// Records written out whole, to be read again by `RecordLine`.
extension Snapshot {
    /// All fields that plugins have declared, as they are at this commit.
    var customFields: [CustomField] {
        get throws(StoreError) {
            try CustomFieldTable(schema, connection.pointer).current.map(\.declared.field)
        }
    }

    /// Gives each record of an entity that the viewer may see, in order of the identifiers, as a JSON object on one
    /// line, without its end: `{"id":"a-1","title":{"en":"…"},"owners":["jor"],"due":"2024-06-30"}`.
    ///
    /// Values are as they are stored, whole: texts in all of their languages, and nothing that a record only inherits.
    /// References are identifiers; fields without a value are left out.
    public func lines(of entity: Entity, _ take: (String) throws -> Void) throws {
        let fields = entity.writtenFields
        let columns = fields.filter(\.isColumn)
        let compilation = compilation(.scan)
        let row = try compilation.row(of: entity)
        var values = [row.key, row.id]
        for field in columns { values.append(try compilation.guarded(field, of: row, isOwn: true).value) }
        let statement = try self.take(
            compilation.complete("SELECT \(.commas(values)) FROM \(row.source) ORDER BY \(row.id)"))
        defer { giveBack(statement) }
        var batch: [WrittenRecord] = []
        var weight = 0
        while try statement.step() {
            rowsRead += 1
            var record = WrittenRecord(key: statement.integer(0), id: statement.text(1))
            for (place, field) in columns.enumerated() {
                let value = field.type.value(Int32(place + 2), of: statement)
                guard !value.isNull else { continue }
                record.values[field.name] = value
                weight += value.weight
            }
            batch.append(record)
            guard batch.count == Int(BATCH_ROWS) || weight > Self.heaviest else { continue }
            try write(batch, entity, fields, take)
            batch = []
            weight = 0
        }
        try write(batch, entity, fields, take)
    }

    /// UTF-8 bytes of texts after which records wait no longer for others.
    private static let heaviest = 4 << 20

    private func write(
        _ batch: [WrittenRecord], _ entity: Entity, _ fields: [Field], _ take: (String) throws -> Void
    ) throws {
        guard !batch.isEmpty else { return }
        let keys = batch.map(\.key)
        var batch = batch
        for field in fields {
            guard let target = field.type.target else { continue }
            let related = field.isJoined ? try self.related(entity, field, keys) : nil
            var leads: [[Int64]] = []
            for record in batch {
                if let related {
                    leads.append(Array(related[record.key]))
                } else if case .key(let key)? = record.values[field.name] {
                    leads.append([key])
                } else {
                    leads.append([])
                }
            }
            let names = try identifiers(try schema.entity(target), Set(leads.joined()).sorted())
            for place in batch.indices where !leads[place].isEmpty {
                let references = leads[place].compactMap { names[$0] }.map(FieldValue.reference)
                batch[place].values[field.name] = field.isJoined ? .list(references) : references.first
            }
        }
        for record in batch {
            var json = JSONText()
            json.raw("{\"id\":")
            json.string(record.id)
            for field in fields {
                guard let value = record.values[field.name], value != .list([]) else { continue }
                json.raw(",")
                json.string(field.name)
                json.raw(":")
                RecordImage.write(value, to: &json)
            }
            json.raw("}")
            try take(json.text)
        }
    }
}

/// A record on its way out.
private struct WrittenRecord {
    let key: Int64
    let id: String
    var values: [String: FieldValue] = [:]
}

extension FieldValue {
    /// About how many bytes it takes.
    fileprivate var weight: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .localized(let text): text.texts.values.reduce(0) { $0 + $1.utf8.count }
        case .list(let items): items.reduce(0) { $0 + $1.weight }
        default: 8
        }
    }
}
