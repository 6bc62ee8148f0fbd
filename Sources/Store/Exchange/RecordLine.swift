import Community

/// Reads the lines that `Snapshot.lines` writes, as changes.
public struct RecordLine: Sendable {
    private let entity: Entity
    private let fields: [String: Field]
    /// The fields of which a record that does not name them has no value.
    private let complete: [String]

    /// - Parameter written: the fields that the records were written with; empty: what a line does not name stays.
    public init(_ entity: Entity, written: [String]) {
        self.entity = entity
        let fields = Dictionary(uniqueKeysWithValues: entity.writtenFields.map { ($0.name, $0) })
        self.fields = fields
        complete = written.filter { fields[$0] != nil }
    }

    /// Makes the record be what the line says, whether or not it is there.
    ///
    /// - Throws: when the line is no record of the entity, with what was expected.
    public func change(_ line: String) throws(ValueError) -> Change {
        guard case .object(let members) = JSONReader.value(of: line) else {
            throw ValueError("it is not a JSON object")
        }
        guard case .text(let id)? = members["id"] else { throw ValueError("it has no \"id\"") }
        var values: [String: FieldValue] = [:]
        for name in complete { values[name] = .null }
        for (name, json) in members.sorted(by: { $0.key < $1.key }) where name != "id" {
            guard let field = fields[name] else {
                if json == .null { continue }
                throw unknown(name, id)
            }
            values[name] = try value(json, field, id)
        }
        return .upsert(entity: entity.name, id: id, fields: values)
    }

    private func value(_ json: JSONReader.Value, _ field: Field, _ id: String) throws(ValueError)
        -> FieldValue
    {
        let value = RecordImage.value(json, of: field.type)
        var isWhole = !value.isNull || json == .null
        if case .localized(let text) = value, case .object(let members) = json {
            isWhole = text.texts.count == members.count
        }
        guard isWhole else {
            throw ValueError("\(entity.name) '\(id)': '\(field.name)' is not written as \(field.type.name)")
        }
        do { try field.type.check(value) } catch {
            throw ValueError("\(entity.name) '\(id)': '\(field.name)': \(error)")
        }
        return value
    }

    private func unknown(_ name: String, _ id: String) -> ValueError {
        let parts = name.split(separator: ".")
        guard parts.count == 3, parts[0] == "x" else {
            return ValueError(
                "\(entity.name) '\(id)': "
                    + SchemaError.unknownField(name, entity: entity.name, among: fields.keys.sorted())
                    .description)
        }
        return ValueError(
            "\(entity.name) '\(id)' has the field '\(name)', which the community lacks; install the plugin "
                + "'\(parts[1])', which has it")
    }
}
