import Community
import LuaKit
import Store

/// A query as a script holds it. Adding to one makes a new one; nothing is read before it is asked for.
final class QueryObject: HostObject {
    static let luaType = "query"

    let query: Query
    let session: Session

    init(_ query: Query, session: Session) {
        self.query = query
        self.session = session
    }

    func with(_ change: (inout Query) throws -> Void) rethrows -> QueryObject {
        var copy = query
        try change(&copy)
        return QueryObject(copy, session: session)
    }

    var entity: Entity {
        get throws { try session.schema.entity(query.entity) }
    }

    /// The origin of a query that only follows a reference: its records are read with those of the batch.
    private var plainOrigin: Query.Origin? {
        guard let origin = query.origin, query.conditions.isEmpty, query.searches.isEmpty,
            query.order.isEmpty,
            query.limit == nil
        else { return nil }
        return origin
    }

    /// The inner keys of all records, in order.
    func keys() throws -> [Int64] {
        if let origin = plainOrigin { return try session.bridge.related(origin) }
        let keys = try session.snapshot.keys(query)
        session.bridge.willRead(keys, of: query.entity)
        return keys
    }

    func count() throws -> Int {
        if let origin = plainOrigin { return try session.bridge.related(origin).count }
        return try session.snapshot.count(query)
    }

    /// Whether a record is one of the query's.
    func contains(_ key: Int64) throws -> Bool {
        if query == Query(query.entity) { return true }
        if plainOrigin != nil || query.limit != nil { return try keys().contains(key) }
        guard let id = try session.snapshot.identifiers(entity, [key])[key] else { return false }
        return try session.snapshot.count(query.filtered(["id"], .equals(.text(id)))) > 0
    }

    func first() throws -> Value {
        let key: Int64?
        if let origin = plainOrigin {
            key = try session.bridge.related(origin).first
        } else {
            let limit = min(query.limit ?? 1, 1)
            key = try session.snapshot.keys(with { $0.limit = limit }.query).first
        }
        return key.map { session.record(query.entity, key: $0) } ?? .nil
    }

    /// The field at the end of a path, and all on the way to it.
    func fields(_ path: String) throws -> [Field] {
        do {
            return try session.schema.fields(along: FieldPath(path), from: try entity)
        } catch let error as SchemaError {
            throw ScriptError(error.description)
        }
    }

    /// What a `for` loop walks.
    func iterator() throws -> RecordIterator {
        guard plainOrigin != nil else {
            let loop = try session.bridge.loop(over: query)
            return .cursor(Records(tag: loop.tag, cursor: loop))
        }
        var rest = try keys()[...]
        let (session, entity) = (session, query.entity)
        return .function(
            Function("next", "The next record.", returns: "The record, or nil after the last one.") {
                () -> Value in
                rest.popFirst().map { session.record(entity, key: $0) } ?? .nil
            })
    }
}

/// The iterator of `each`: over the batches of a cursor, or over a few keys that are known already.
enum RecordIterator: LuaWritable {
    case cursor(Records)
    case function(Function)

    static var luaType: String { "iterator" }
    static var luaTypeExpression: TypeExpression { .function([], returns: RecordValue.luaTypeExpression) }

    func write(to stack: Stack) throws -> Int32 {
        switch self {
        case .cursor(let records): return try records.write(to: stack)
        case .function(let function): return try stack.state.function(function).write(to: stack)
        }
    }
}
