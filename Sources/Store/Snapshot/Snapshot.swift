import CRows
import Community
import GRDBSQLite

/// The community as it is at one commit, for one viewer: whatever is read here, by whichever way, is what
/// the viewer may see, and nothing tells of the rest. One read transaction on a connection of its own; nothing that
/// is written meanwhile changes it. It belongs to one thread, which may have another one read ahead of it.
public final class Snapshot {
    public let schema: Schema
    public let viewer: Viewer
    public let community: CommunityProperties
    /// The reader's language: texts that lack it are read in the community's.
    public let language: String
    /// The number of the last commit; 0 in a community without any.
    public let commit: Int64
    public let tags: LightTags
    /// How many rows have been read so far.
    public internal(set) var rowsRead = 0
    /// How many questions have been put to the engine so far: few, however many rows they read.
    public private(set) var statementsRun = 0

    /// The narrowest of the circles in which the records are known that were followed so far; nil when none is.
    public internal(set) var confidentiality: Confidentiality?
    /// How many records that are read are still followed.
    var recordsToFollow = 0

    let connection: ReadingConnection
    /// Changes that are laid over what is read, if any are.
    var overlay: Overlay?
    let reading: ReadingLanguage
    let policy: Policy
    /// What the plugin that asks may read; nil for no plugin.
    private let grants: Grants?
    private var statements = StatementCache()
    /// What was read of records by their keys.
    lazy var remembered = RecordCache()
    /// What reads ahead of loops, if anything does.
    private(set) var reader: OpaquePointer?

    /// - Parameters:
    ///   - connection: of its own, in a transaction that has been begun.
    ///   - declared: the community's schema as it was known before; read again if it was changed since.
    ///   - member: the identifier of the member for whom it is read; nil for the operator, who sees all.
    ///   - language: the reader's; nil for the member's own, else the community's.
    init(
        _ connection: ReadingConnection, declared: CommunitySchema, policy: Policy = .standard,
        as member: String?, language: String?, tags: LightTags, grants: Grants? = nil
    ) throws(StoreError) {
        self.connection = connection
        self.policy = policy
        self.tags = tags
        self.grants = grants
        let pointer = connection.pointer
        let schema = try declared.current(pointer).whole
        self.schema = schema
        let last = try Statement(pointer, "SELECT coalesce(max(number), 0) FROM commits")
        _ = try last.step()
        commit = last.integer(0)
        community = try CommunityProperties.read(pointer)
        viewer =
            try member.map { id throws(StoreError) in .member(try .find(id, schema, pointer)) } ?? .operator
        var own: String?
        if case .member(let member) = viewer { own = member.language }
        self.language = language ?? own ?? community.language
        reading = ReadingLanguage(self.language, fallback: community.language)
        try connection.addFunctions(for: reading)
    }

    deinit {
        if let reader { rows_stop(reader) }
    }

    /// Has a thread of its own read ahead of long loops, from now on. Without one, where the system gives none, loops
    /// read for themselves.
    public func beginReadingAhead() {
        if reader == nil { reader = rows_start() }
    }

    /// Begins to take note of how confidential the records are that are read, up to so many of them.
    public func beginFollowing(_ count: Int) {
        recordsToFollow = count
        confidentiality = confidentiality ?? .open
    }

    /// Stops what is being read, with an error of kind `interrupted`. May be called from a signal handler on
    /// the same thread.
    public func interrupt() {
        sqlite3_interrupt(connection.pointer)
    }

    /// How many records a query has.
    public func count(_ query: Query) throws(StoreError) -> Int {
        let sql = try compilation(for: query).count(query)
        return try one(sql) { Int($0.integer(0)) } ?? 0
    }

    /// The keys of a query's records, in its order.
    public func keys(_ query: Query) throws(StoreError) -> [Int64] {
        let compilation = compilation(for: query)
        let selection = try compilation.selection(query)
        var keys: [Int64] = []
        try rows(compilation.complete(selection.select([selection.row.key]))) { keys.append($0.integer(0)) }
        return keys
    }

    /// The groups of a query's records, in the order of their keys, the missing last.
    public func groups(_ grouping: Grouping) throws(StoreError) -> [Group] {
        let compiled = try compilation(for: grouping.query).groups(grouping)
        let value = Int32(compiled.keys.count)
        var groups: [Group] = []
        try rows(compiled.sql) { row in
            let keys = compiled.keys.enumerated().map { index, type in
                type.groupValue(Int32(index), of: row)
            }
            groups.append(Group(keys: keys, value: compiled.value.groupValue(value, of: row)))
        }
        return groups
    }

    /// The records of a query with the values of some fields, a batch at a time.
    ///
    /// - Parameter fields: indices into the entity's fields. Those with several values are left out: they
    ///   are `related`'s.
    public func cursor(_ query: Query, fields: Set<Int>) throws(StoreError) -> Cursor {
        let compilation = compilation(for: query)
        let selection = try compilation.selection(query)
        let wanted = columnar(fields, of: selection.row.entity)
        var columns = [selection.row.key]
        for field in wanted {
            columns.append(
                try compilation.guarded(selection.row.entity.fields[field], of: selection.row).value)
        }
        let statement = try take(compilation.complete(selection.fill(columns)))
        release()
        return Cursor(self, statement, newBatch(of: selection.row.entity), wanted)
    }

    /// Whether a field of an entity may be asked for at all, by the grants of the plugin that asks. What may
    /// not be is an error to ask for.
    public func mayAsk(for field: Field, of entity: Entity) -> Bool {
        grants?.allows(field, of: entity, in: schema) ?? true
    }

    // MARK: For the ways of reading

    /// - Parameter other: in whose place the policy is asked, whatever the viewer and the plugin may see.
    func compilation(_ shape: Compilation.Shape, for other: Viewer? = nil) -> Compilation {
        Compilation(
            schema, policy: policy, for: other ?? viewer, shape, grants: other == nil ? grants : nil,
            covered: overlay?.covered ?? []
        ) {
            id, entity throws(StoreError) in
            try self.key(of: id, in: entity)
        }
    }

    /// What one record leads to are few; otherwise a query may read all.
    private func compilation(for query: Query) -> Compilation {
        compilation(query.origin == nil ? .scan : .lookup)
    }

    func newBatch(of entity: Entity) -> RecordBatch { RecordBatch(entity, reading, tags, schema) }

    /// Those of some fields of an entity that batches have as columns, in their order.
    func columnar(_ fields: Set<Int>, of entity: Entity) -> [Int] {
        fields.sorted().filter { index in
            entity.fields.indices.contains(index) && entity.fields[index].type.isInColumn
        }
    }

    /// Goes through the rows of a question.
    func rows(_ sql: SQL, _ body: (Statement) throws(StoreError) -> Void) throws(StoreError) {
        let statement = try take(sql)
        defer { giveBack(statement) }
        while try statement.step() {
            rowsRead += 1
            try body(statement)
        }
    }

    func one<T>(_ sql: SQL, _ body: (Statement) -> T) throws(StoreError) -> T? {
        let statement = try take(sql)
        defer { giveBack(statement) }
        guard try statement.step() else { return nil }
        rowsRead += 1
        return body(statement)
    }

    /// A statement for a question. The connection is held until it is given back.
    ///
    /// - Parameter isCounted: whether it is a question of the asker's.
    func take(_ sql: SQL, isCounted: Bool = true) throws(StoreError) -> Statement {
        if isCounted { statementsRun += 1 }
        hold()
        do {
            guard let statement = statements.take(sql.text) else {
                return try Statement(connection.pointer, sql)
            }
            try statement.bind(sql.values)
            return statement
        } catch {
            release()
            throw error
        }
    }

    func giveBack(_ statement: Statement) {
        statement.reset()
        statements.put(statement)
        release()
    }

    /// Keeps the reader from the connection until it is released as often as it was held.
    func hold() {
        if let reader { rows_hold(reader) }
    }

    func release() {
        if let reader { rows_release(reader) }
    }
}

/// A group of records and what was asked of it.
public struct Group: Sendable, Hashable {
    /// A value for each of the grouping's keys; a record is a `.key`. Null for records that have none.
    public let keys: [FieldValue]
    public let value: FieldValue

    public init(keys: [FieldValue], value: FieldValue) {
        self.keys = keys
        self.value = value
    }
}

extension FieldType {
    /// A text in several languages is one text by the time it is grouped, a list one of its items.
    fileprivate func groupValue(_ column: Int32, of statement: Statement) -> FieldValue {
        switch self {
        case .localizedText: FieldType.text.value(column, of: statement)
        case .list(let element): element.value(column, of: statement)
        default: value(column, of: statement)
        }
    }
}
