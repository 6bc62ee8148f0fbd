import Community
import LuaKit

/// The changes that a test has a rule look at.
struct TestChange {
    let session: Session
    let schema: Schema

    private static let verbs = ["create", "update", "upsert", "delete"]

    /// One change, or a list of them.
    func changes(_ value: Value) throws -> [Change] {
        let what = "'change' of t:run"
        let reader = try TableReader(session.state, value, what)
        guard try session.state.extent(reader.table).items > 0 else { return [try change(reader)] }
        _ = try session.length(of: value, "the changes of t:run")
        return try session.state.sequence(value).map { item in
            try change(TableReader(session.state, item, what))
        }
    }

    private func change(_ reader: TableReader) throws -> Change {
        try reader.allow(Self.verbs + ["id", "fields"])
        let verbs = try Self.verbs.filter { try !reader.value($0).isNil }
        guard let verb = verbs.first, verbs.count == 1, let name = try reader.text(verb) else {
            throw ScriptError("\(reader.what) is { create = \"session\", id = …, fields = { … } }, or the like")
        }
        let entity: Entity
        do { entity = try schema.entity(name) } catch { throw ScriptError("\(reader.what): \(error)") }
        let id = try reader.text("id")
        var fields: [String: FieldValue] = [:]
        if case .table = try reader.value("fields") {
            fields = try TestRecords(session: session, schema: schema).values(
                try reader.value("fields"), entity, reader.what)
        }
        switch (verb, id) {
        case ("create", _): return .create(entity: entity.name, id: id, fields: fields)
        case ("update", let id?): return .update(entity: entity.name, id: id, base: nil, fields: fields)
        case ("upsert", let id?): return .upsert(entity: entity.name, id: id, fields: fields)
        case ("delete", let id?): return .delete(entity: entity.name, id: id)
        default: throw ScriptError("\(reader.what) needs the 'id' of the \(name)")
        }
    }
}
