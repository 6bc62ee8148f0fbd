import Community
import GRDB
import GRDBSQLite
import Glibc

extension Store {
    /// Opens the community in a folder.
    ///
    /// For writing, one of an earlier version is brought up to date, after a backup; its tables grow by the
    /// fields that the schema has more.
    ///
    /// - Parameter schema: what Halqa declares; the fields that plugins have added are in the community's file.
    /// - Throws: `missing`, `notACommunity`, `damaged`, `newerVersion`; for reading `olderVersion` when it
    ///   has to be brought up to date first; for writing `readOnly`. Nothing is changed then.
    public init(
        opening path: String, schema: Schema = .standard, for purpose: Purpose
    ) throws(StoreError) {
        try self.init(opening: path, schema: schema, for: purpose, migrations: .standard)
    }

    init(
        opening path: String, schema: Schema, for purpose: Purpose, migrations: Migrations
    ) throws(StoreError) {
        let file = CommunityFile(folder: path)
        let state = try CommunityState(file, schema, migrations, lookingAtFields: purpose != .recording)
        switch purpose {
        case .reading, .readingConfined:
            try state.requireUpToDate(path)
            self.init(
                path: path, declared: state.declared, writer: nil, isConfined: purpose == .readingConfined)
        case .recording:
            try state.requireUpToDate(path)
            try Self.requireWritable(file)
            self.init(path: path, declared: state.declared, writer: try Self.connect(file.database))
        case .writing:
            try Self.requireWritable(file)
            guard state.undeclared.isEmpty else {
                throw StoreError(
                    .newerVersion,
                    "the community in '\(path)' has what this version of Halqa does not know: "
                        + state.undeclared.joined(separator: ", ")
                        + "; use the version that wrote them. Nothing was changed")
            }
            if !state.isUpToDate {
                let name = "before-" + (state.pending.first ?? "fields").prefix { $0 != " " }
                try Self.copy(file.database, to: file.backup(name))
            }
            let queue = try Self.connect(file.database)
            let declared =
                state.isUpToDate ? state.declared : try Self.bringUpToDate(queue, schema, migrations)
            self.init(path: path, declared: declared, writer: queue)
        }
    }

    private static func requireWritable(_ file: CommunityFile) throws(StoreError) {
        guard access(file.database, W_OK) == 0, access(file.folder, W_OK) == 0 else {
            throw StoreError(
                .readOnly,
                "the community in '\(file.folder)' can only be read; check the folder's permissions")
        }
    }

    /// The community in a folder as it is now, for one viewer: what opening it for reading and a snapshot of it
    /// give, read once.
    ///
    /// - Parameters: those of `snapshot`; `isConfined` as for opening for `readingConfined`.
    /// - Throws: what opening for reading and `snapshot` throw.
    public static func snapshot(
        opening path: String, schema: Schema = .standard, as member: String? = nil, language: String? = nil,
        grants: Grants? = nil, isConfined: Bool = false
    ) throws(StoreError) -> Snapshot {
        let file = CommunityFile(folder: path)
        try CommunityState.requireFile(file)
        let connection = try ReadingConnection.beginning(file.database, isConfined: isConfined)
        let state = try CommunityState(connection.pointer, file.database, schema, .standard)
        try state.requireUpToDate(path)
        return try Snapshot(
            connection, declared: state.declared, as: member, language: language, tags: LightTags(),
            grants: grants)
    }

    /// Makes a new community in a folder, which is made as well if need be.
    ///
    /// - Parameter changes: what it has from the beginning.
    /// - Throws: `exists` when the folder has a community, `cannotCreate`, `full`. There is no community then.
    public static func create(
        at path: String, schema: Schema = .standard, name: LocalizedText, language: String, now: Instant,
        with changes: ChangeSet? = nil
    ) throws(StoreError) -> Store {
        let properties = CommunityProperties(name: name, language: language, createdAt: now)
        do {
            return try create(at: path, schema: schema, properties) { store in
                if let changes { _ = try store.apply(changes) }
            }
        } catch { throw StoreError(error) }
    }

    /// Makes a new community that has from the beginning what `fill` writes into it.
    ///
    /// - Throws: as above, and what `fill` throws besides.
    public static func create(
        at path: String, schema: Schema = .standard, _ properties: CommunityProperties,
        filledBy fill: (Store) throws -> Void
    ) throws -> Store {
        let file = CommunityFile(folder: path)
        guard !CommunityFile.exists(file.database) else {
            throw StoreError(.exists, "there is a community in '\(path)' already")
        }
        try CommunityFile.makeFolder(path)
        // The log beside it takes after it: both are their owner's alone.
        let part = try CommunityFile.makeAside(file.database)
        do {
            let queue = try connect(part)
            let declared = try bringUpToDate(queue, schema, .standard)
            let store = Store(path: path, declared: declared, writer: queue)
            try store.write(properties.write)
            try fill(store)
            // Closing would do so as well, but would not tell of a full disk.
            _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try queue.close()
        } catch {
            CommunityFile.removeDatabase(part)
            guard error is StoreError || error is DatabaseError else { throw error }
            let reason = StoreError(error)
            throw StoreError(
                reason.kind == .full ? .full : .cannotCreate,
                "no community can be made in '\(path)': \(reason.description)")
        }
        do { try CommunityFile.put(part, at: file.database) } catch {
            CommunityFile.removeDatabase(part)
            throw error
        }
        return try Store(opening: path, schema: schema, for: .writing)
    }

    /// A connection that writes.
    static func connect(_ path: String) throws(StoreError) -> DatabaseQueue {
        SQLiteLibrary.settle()
        var configuration = Configuration()
        configuration.label = "community"
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            // FULL: with NORMAL, a power cut may take the last commits.
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -64000;
                    PRAGMA temp_store = FILE; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
                    """)
        }
        do { return try DatabaseQueue(path: path, configuration: configuration) } catch {
            throw StoreError(error)
        }
    }

    private static func bringUpToDate(
        _ queue: DatabaseQueue, _ schema: Schema, _ migrations: Migrations
    ) throws(StoreError) -> CommunitySchema {
        do {
            try migrations.migrator.migrate(queue)
            return try queue.write { database in
                guard let connection = database.sqliteConnection else {
                    throw StoreError(.defect, "the community's connection is closed")
                }
                let declared = try CommunitySchema(schema, in: connection)
                try FieldTables(declared.whole, in: connection).complete(connection)
                return declared
            }
        } catch { throw StoreError(error) }
    }
}
