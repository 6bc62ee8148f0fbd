import Community

/// Compiles questions of one viewer into SQL. Here, and nowhere else, visibility enters a query:
///
/// - A row of the asker's is one of `seen`: the records of an entity that the viewer may see, as a common
///   table expression that `complete` puts in front. Without it the query does not run. Only the row that a
///   question is about, which no other part of it names, is any row with that as a condition (`selection`).
/// - A field of the asker's becomes SQL only by `guarded(_:of:)`, which knows where the viewer may know it.
/// - A reference of the asker's is followed only by `leads(_:of:...)` and `Walk`, which hold both to every
///   step.
///
/// The policy's own predicates look at raw tables and columns: they decide, and are shown to nobody.
///
/// The first two ways, a row and the disclosure of a field, also hold what is asked to the grants of the plugin
/// that asks. The policy's predicates, and what a record inherits, are not the plugin's questions, and exempt.
final class Compilation {
    let schema: Schema
    let policy: Policy
    let viewer: Viewer
    let shape: Shape
    /// Finds the record of an identifier that the asker wrote, among those that the viewer may see.
    private let resolve: Resolver
    /// nil: whoever asks may read all that the viewer may.
    private let grants: Grants?
    /// The entities of which changed records are laid over what the community's file has.
    let covered: Set<String>
    /// How many exempt questions are being compiled within each other.
    private var exemptions = 0
    private var aliases = 0
    /// The entities of which the query needs what is visible, each after those that it is told from.
    private var seen: [(name: String, query: SQL)] = []

    typealias Resolver = (_ id: String, _ entity: Entity) throws(StoreError) -> Int64

    /// How records at the other end of a reference are looked for.
    enum Shape {
        /// Once for the whole query, as a set: a query reads many rows, of which each asks the same.
        case scan
        /// For each row by its key: a query reads few rows, and the set may be of a million.
        case lookup
    }

    /// Whose predicate it is.
    enum Side {
        case policy
        case asker
    }

    init(
        _ schema: Schema, policy: Policy = .standard, for viewer: Viewer, _ shape: Shape,
        grants: Grants? = nil, covered: Set<String> = [], resolve: @escaping Resolver
    ) {
        self.schema = schema
        self.policy = policy
        self.viewer = viewer
        self.shape = shape
        self.grants = grants
        self.covered = covered
        self.resolve = resolve
    }

    /// A row of an entity within a query.
    struct Row {
        let entity: Entity
        let alias: String
        /// The entity's table, or what the viewer may see of it.
        let table: String

        var key: SQL { SQL(stringLiteral: "\(alias).key") }
        var id: SQL { SQL(stringLiteral: "\(alias).id") }
        var source: SQL { "\(name: table) AS \(SQL(stringLiteral: alias))" }

        /// The raw column.
        func column(_ field: Field) -> SQL {
            field.type == .identifier ? id : "\(SQL(stringLiteral: alias)).\(name: field.name)"
        }
    }

    /// A row that the viewer may see, of an entity that the asker may read.
    func row(of entity: Entity) throws(StoreError) -> Row {
        try require(Grants.name(of: entity))
        let visible = policy.visibility(of: entity.name, for: viewer)
        let name = "seen_\(entity.name)"
        if visible != .always, !seen.contains(where: { $0.name == name }) {
            let row = rawRow(of: entity)
            let met = try exempt { () throws(StoreError) in try predicate(visible, on: row, .policy) }
            seen.append((name, "SELECT * FROM \(row.source) WHERE \(met)"))
        }
        return Row(entity: entity, alias: alias(), table: visible == .always ? entity.name : name)
    }

    func row(of entity: String) throws(StoreError) -> Row {
        try row(of: self.entity(entity))
    }

    /// Any row of an entity that the asker may read, and where the viewer may see it: to be the last of the
    /// conditions on it. The engine goes through them in their order, and what is asked for costs less to look
    /// at than what may be seen.
    func subject(of entity: Entity) throws(StoreError) -> (row: Row, isSeen: SQL) {
        try require(Grants.name(of: entity))
        let row = rawRow(of: entity)
        let visible = policy.visibility(of: entity.name, for: viewer)
        return (row, try exempt { () throws(StoreError) in try predicate(visible, on: row, .policy) })
    }

    /// Any row, for the policy's eyes only.
    func rawRow(of entity: Entity) -> Row {
        Row(entity: entity, alias: alias(), table: entity.name)
    }

    /// Whether the row may be any of its entity's, because the viewer sees them all.
    func isAny(_ row: Row) -> Bool { row.table == row.entity.name }

    /// The query with what it needs in front of it.
    func complete(_ query: SQL) -> SQL {
        guard !seen.isEmpty else { return query }
        // Not materialized: the set may be of a million records of which a few are asked for.
        let tables = seen.map { "\(name: $0.name) AS NOT MATERIALIZED (\($0.query))" as SQL }
        return "WITH \(.commas(tables)) \(query)"
    }

    func alias() -> String {
        aliases += 1
        return "t\(aliases)"
    }

    func entity(_ name: String) throws(StoreError) -> Entity {
        do { return try schema.entity(name) } catch { throw StoreError(.badQuery, error.description) }
    }

    func field(_ name: String, of entity: Entity) throws(StoreError) -> Field {
        do { return try schema.field(name, of: entity) } catch {
            throw StoreError(.badQuery, error.description)
        }
    }

    func key(of id: String, in entity: Entity) throws(StoreError) -> Int64 {
        try resolve(id, entity)
    }

    /// Where the viewer may know the field of the row's record, which they may see. Whatever the asker does with
    /// a field comes by here.
    func disclosure(of field: Field, on row: Row) throws(StoreError) -> SQL {
        if let name = Grants.name(of: field, in: row.entity) { try require(name) }
        return try exempt { () throws(StoreError) in
            try predicate(policy.disclosure(of: field, in: row.entity.name, for: viewer), on: row, .policy)
        }
    }

    // MARK: Grants

    private func require(_ name: String) throws(StoreError) {
        guard exemptions == 0, let grants, !grants.read.contains(name) else { return }
        throw StoreError(.notGranted, grants.refusal(of: name))
    }

    /// Whether the asker was granted what reading a field takes besides its entity.
    func isGranted(_ field: Field, of entity: Entity) -> Bool {
        Grants.name(of: field, in: entity).map { grants?.read.contains($0) ?? true } ?? true
    }

    /// Compiles what is no question of the asker's.
    func exempt<T>(_ body: () throws(StoreError) -> T) throws(StoreError) -> T {
        exemptions += 1
        defer { exemptions -= 1 }
        return try body()
    }

    // MARK: Predicates

    func predicate(_ predicate: Predicate, on row: Row, _ side: Side) throws(StoreError) -> SQL {
        switch predicate {
        case .always: return .yes
        case .never: return .no
        case .all(let parts): return .all(try predicates(parts, on: row, side))
        case .any(let parts): return .any(try predicates(parts, on: row, side))
        case .not(let part): return .not(try self.predicate(part, on: row, side))
        case .field(let name, let condition):
            return try self.condition(condition, on: field(name, of: row.entity), of: row, side)
        case .related(let name, let part):
            return try leads(
                field(name, of: row.entity), of: row, side,
                to: Criterion { target throws(StoreError) in
                    try self.predicate(part, on: target, side)
                })
        case .visible(let name):
            return try leads(field(name, of: row.entity), of: row, .policy, to: .seen)
        }
    }

    private func predicates(
        _ parts: [Predicate], on row: Row, _ side: Side
    ) throws(StoreError) -> [SQL] {
        try parts.map { part throws(StoreError) in try predicate(part, on: row, side) }
    }
}
