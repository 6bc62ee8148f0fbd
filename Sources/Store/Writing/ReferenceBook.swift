import Community

/// Which record has which identifier, while changes are made: those of the community, and those that the
/// changes themselves make and take away.
final class ReferenceBook {
    private let connection: OpaquePointer
    /// What is not in the tables: records that have still to be made, identifiers of records that are gone.
    private var keys: [String: [String: Int64]] = [:]
    private var identifiers: [String: [Int64: String]] = [:]
    /// What is, as far as it has been looked up: the same few records are referred to again and again.
    private var known = Known()

    private struct Known {
        var keys: [String: [String: Int64]] = [:]
        var identifiers: [String: [Int64: String]] = [:]
        var count = 0

        /// So that memory does not grow with the changes.
        static let most = 50_000
    }
    /// By entity: each looks a record up.
    private var keyStatements: [String: Statement] = [:]
    private var identifierStatements: [String: Statement] = [:]

    init(_ connection: OpaquePointer) {
        self.connection = connection
    }

    /// From here on the identifier means this record, which has no row yet.
    func set(_ entity: String, _ id: String, _ key: Int64) {
        keys[entity, default: [:]][id] = key
        identifiers[entity, default: [:]][key] = id
    }

    /// The record is gone: the identifier means none. Images of what referred to it still name it.
    func remove(_ entity: String, _ id: String, _ key: Int64) {
        keys[entity]?[id] = nil
        known.keys[entity]?[id] = nil
        identifiers[entity, default: [:]][key] = id
    }

    /// The key of a record that has no row yet.
    func awaited(_ entity: String, _ id: String) -> Int64? { keys[entity]?[id] }

    func key(_ entity: String, _ id: String) throws(StoreError) -> Int64? {
        if let key = known.keys[entity]?[id] ?? keys[entity]?[id] { return key }
        let statement: Statement
        if let known = keyStatements[entity] {
            statement = known
        } else {
            statement = try Statement(connection, "SELECT key FROM \(quoted(entity)) WHERE id = ?")
            keyStatements[entity] = statement
        }
        defer { statement.reset() }
        try statement.bind(.text(id), at: 1)
        guard try statement.step() else { return nil }
        let key = statement.integer(0)
        learn(entity, id, key)
        return key
    }

    func identifier(_ entity: String, _ key: Int64) throws(StoreError) -> String {
        if let id = known.identifiers[entity]?[key] ?? identifiers[entity]?[key] { return id }
        let statement: Statement
        if let known = identifierStatements[entity] {
            statement = known
        } else {
            statement = try Statement(connection, "SELECT id FROM \(quoted(entity)) WHERE key = ?")
            identifierStatements[entity] = statement
        }
        defer { statement.reset() }
        try statement.bind(.integer(key), at: 1)
        guard try statement.step() else {
            throw StoreError(.damaged, "a reference leads to no \(entity): its key is \(key)")
        }
        let id = statement.text(0)
        learn(entity, id, key)
        return id
    }

    private func learn(_ entity: String, _ id: String, _ key: Int64) {
        if known.count == Known.most { known = Known() }
        known.count += 1
        known.keys[entity, default: [:]][id] = key
        known.identifiers[entity, default: [:]][key] = id
    }

    /// A value with keys in the place of identifiers; nil where there is no such record.
    func inner(_ value: FieldValue, _ type: FieldType) throws(StoreError) -> FieldValue? {
        guard let target = type.target else { return value }
        switch value {
        case .reference(let id): return try key(target, id).map(FieldValue.key)
        case .list(let items):
            var keys: [FieldValue] = []
            for item in items {
                guard let key = try inner(item, type) else { return nil }
                keys.append(key)
            }
            return .list(keys)
        default: return value
        }
    }

    /// A value with identifiers in the place of keys.
    func outer(_ value: FieldValue, _ type: FieldType) throws(StoreError) -> FieldValue {
        guard let target = type.target else { return value }
        switch value {
        case .key(let key): return .reference(try identifier(target, key))
        case .list(let items):
            return .list(try items.map { item throws(StoreError) in try outer(item, type) })
        default: return value
        }
    }
}
