import Community
import LuaKit
import Spelling

/// The records of a test's community, from tables.
struct TestRecords {
    let session: Session
    let schema: Schema

    func changes(_ records: Value) throws -> [Change] {
        let reader = try TableReader(session.state, records, "what t:community is given")
        return try session.state.fields(reader.table).flatMap { field -> [Change] in
            guard case .string(let name) = field.key else {
                throw ScriptError(
                    "\(reader.what) has \(field.key.phrase) as a key, where entities are expected")
            }
            let entity = try entity(name.description)
            let what = "the \(entity.plural)"
            guard case .table = field.value else {
                throw ScriptError("\(what) must be a list of records, and are \(field.value.phrase)")
            }
            _ = try session.length(of: field.value, what)
            return try session.state.sequence(field.value).enumerated().map { index, record in
                try change(record, entity, index + 1)
            }
        }
    }

    private func entity(_ name: String) throws -> Entity {
        guard let entity = schema.entities.first(where: { $0.plural == name }) else {
            let plurals = schema.entities.map(\.plural)
            let suggestion = Suggestion.phrase(for: name, among: plurals)
            throw ScriptError(
                "there are no '\(name)'"
                    + (suggestion.isEmpty ? "; there are \(plurals.joined(separator: ", "))" : suggestion))
        }
        return entity
    }

    private func change(_ record: Value, _ entity: Entity, _ number: Int) throws -> Change {
        var values = try values(record, entity, "\(entity.plural)[\(number)]")
        var id = "\(entity.identifierPrefix)-\(number)"
        if case .text(let given)? = values.removeValue(forKey: "id") { id = given }
        for field in entity.storedFields where field.isRequired && values[field.name] == nil {
            if case .choice(let choices) = field.type, field.defaultValue.isNull, let first = choices.first {
                values[field.name] = .text(first.name)
            }
        }
        return .create(entity: entity.name, id: id, fields: values)
    }
    /// The fields of a table, by name.
    func values(_ record: Value, _ entity: Entity, _ what: String) throws -> [String: FieldValue] {
        let reader = try TableReader(session.state, record, what)
        var values: [String: FieldValue] = [:]
        for given in try session.state.fields(reader.table) {
            guard case .string(let name) = given.key else {
                throw ScriptError("\(what) has \(given.key.phrase) as a key, where fields are expected")
            }
            let field: Field
            do { field = try schema.field(name.description, of: entity) } catch {
                throw ScriptError("\(what): \(error)")
            }
            guard field.type.isStored else {
                throw ScriptError(
                    "\(what): '\(field.name)' is the other side of a reference; give the reference itself")
            }
            values[field.name] = try WrittenValue(session: session).value(
                given.value, field.type, "\(what).\(field.name)")
        }
        return values
    }
}
