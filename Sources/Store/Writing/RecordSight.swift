import Community

/// What one viewer may see of records whose keys are known, one at a time, within a transaction: for what the
/// host says of a change or of the audit log. It asks the same compiler as every query.
final class RecordSight {
    /// Whether the viewer sees everything, so that nothing has to be asked.
    let isUnlimited: Bool
    private let schema: Schema
    private let policy: Policy
    let viewer: Viewer
    private let connection: OpaquePointer
    private var statements: [String: Statement] = [:]

    init(
        _ schema: Schema, _ policy: Policy = .standard, for viewer: Viewer, _ connection: OpaquePointer
    ) {
        self.schema = schema
        self.policy = policy
        self.viewer = viewer
        self.connection = connection
        isUnlimited = schema.entities.allSatisfy { entity in
            policy.visibility(of: entity.name, for: viewer) == .always
                && entity.fields.allSatisfy {
                    policy.disclosure(of: $0, in: entity.name, for: viewer) == .always
                }
        }
    }

    /// Whose commits the viewer may look at.
    var audit: Policy.Audit { policy.audit(for: viewer) }

    /// The key of a member's organization; nil when there is no such member.
    func organization(of member: String) throws(StoreError) -> Int64? {
        let statement = try prepared("organization") { () throws(StoreError) in
            try Statement(connection, "SELECT organization FROM member WHERE id = ?")
        }
        defer { statement.reset() }
        try statement.bind(.text(member), at: 1)
        return try statement.step() ? statement.integer(0) : nil
    }

    func sees(_ entity: Entity, _ key: Int64) throws(StoreError) -> Bool {
        if isUnlimited { return true }
        return try holds("key of \(entity.name)", .integer(key)) { compilation throws(StoreError) in
            let row = try compilation.row(of: entity)
            return "SELECT 1 FROM \(row.source) WHERE \(row.key) = ?"
        }
    }

    func sees(_ entity: Entity, id: String) throws(StoreError) -> Bool {
        if isUnlimited { return true }
        return try holds("id of \(entity.name)", .text(id)) { compilation throws(StoreError) in
            let row = try compilation.row(of: entity)
            return "SELECT 1 FROM \(row.source) WHERE \(row.id) = ?"
        }
    }

    /// Whether the viewer may know a field of a record that they see.
    func knows(_ field: Field, of entity: Entity, _ key: Int64) throws(StoreError) -> Bool {
        let disclosure = policy.disclosure(of: field, in: entity.name, for: viewer)
        if disclosure == .always || disclosure == .never { return disclosure == .always }
        return try holds("\(entity.name).\(field.name)", .integer(key)) { compilation throws(StoreError) in
            let row = compilation.rawRow(of: entity)
            let met = try compilation.predicate(disclosure, on: row, .policy)
            return "SELECT 1 FROM \(row.source) WHERE (\(met)) AND \(row.key) = ?"
        }
    }

    /// Whether the record of a key is one of those of a predicate of the policy.
    func meets(
        _ predicate: Predicate, named name: String, _ entity: Entity, _ key: Int64
    ) throws(StoreError) -> Bool {
        if predicate == .always || predicate == .never { return predicate == .always }
        return try holds("\(name) \(entity.name)", .integer(key)) { compilation throws(StoreError) in
            let row = compilation.rawRow(of: entity)
            let met = try compilation.predicate(predicate, on: row, .policy)
            return "SELECT 1 FROM \(row.source) WHERE (\(met)) AND \(row.key) = ?"
        }
    }

    /// A value without the records that the viewer may not see. References are by identifier.
    func shown(_ value: FieldValue, _ type: FieldType) throws(StoreError) -> FieldValue {
        guard !isUnlimited, let target = type.target else { return value }
        let entity: Entity
        do { entity = try schema.entity(target) } catch { throw StoreError(.defect, error.description) }
        switch value {
        case .reference(let id): return try sees(entity, id: id) ? value : .null
        case .list(let items):
            var rest: [FieldValue] = []
            for item in items {
                let item = try shown(item, .reference(target))
                if !item.isNull { rest.append(item) }
            }
            return rest.isEmpty ? .null : .list(rest)
        default: return value
        }
    }

    /// A record's difference as far as the viewer may know it; the record is there.
    func shown(_ diff: RecordDiff, _ entity: Entity, _ key: Int64) throws(StoreError) -> RecordDiff {
        guard !isUnlimited else { return diff }
        var fields: [FieldDiff] = []
        for part in diff.fields where try knows(part.field, of: entity, key) {
            let before = try shown(part.before, part.field.type)
            let after = try shown(part.after, part.field.type)
            guard before != after else { continue }
            fields.append(FieldDiff(part.field, before: before, after: after, isMerged: part.isMerged))
        }
        return RecordDiff(diff.action, entity: diff.entity, id: diff.id, fields: fields)
    }

    /// Whether a question about one value, its last parameter, has an answer.
    private func holds(
        _ name: String, _ value: SQLValue, _ question: (Compilation) throws(StoreError) -> SQL
    ) throws(StoreError) -> Bool {
        let statement = try prepared(name) { () throws(StoreError) in try prepare(question) }
        defer { statement.reset() }
        try statement.bind(value, at: statement.parameterCount)
        return try statement.step()
    }

    private func prepared(
        _ name: String, _ prepare: () throws(StoreError) -> Statement
    ) throws(StoreError) -> Statement {
        if let known = statements[name] { return known }
        let statement = try prepare()
        statements[name] = statement
        return statement
    }

    private func prepare(
        _ question: (Compilation) throws(StoreError) -> SQL
    ) throws(StoreError) -> Statement {
        let compilation = Compilation(schema, policy: policy, for: viewer, .lookup) {
            id, entity throws(StoreError) in
            throw StoreError(.defect, "the policy does not hang on the \(entity.name) '\(id)'")
        }
        return try Statement(connection, compilation.complete(question(compilation)))
    }
}
