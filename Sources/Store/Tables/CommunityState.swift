import Community
import Glibc

/// What can be told of a community's file before anything is done to it.
struct CommunityState {
    /// Migrations that have still to be made, in their order.
    let pending: [String]
    let declared: CommunitySchema
    /// Whether tables or columns of the schema's fields are missing.
    let lacksFields: Bool
    /// What it keeps that the schema does not know.
    let undeclared: [String]

    var isUpToDate: Bool { pending.isEmpty && !lacksFields }

    /// - Parameter schema: what Halqa declares; what plugins have declared is in the file.
    /// - Throws: when it is missing, something else, damaged, or of a later version.
    init(
        _ file: CommunityFile, _ schema: Schema, _ migrations: Migrations, lookingAtFields: Bool = true
    ) throws(StoreError) {
        try Self.requireFile(file)
        try self.init(
            database: file.database, schema, migrations, lookingAtFields: lookingAtFields)
    }

    /// - Throws: when there is no community's file.
    static func requireFile(_ file: CommunityFile) throws(StoreError) {
        guard CommunityFile.exists(file.database) else {
            guard errno != EACCES else {
                throw StoreError(
                    .cannotRead,
                    "the community in '\(file.folder)' cannot be read: you may not look into the folder")
            }
            throw StoreError(
                .missing,
                "there is no community in '\(file.folder)'; make one with 'halqa init', or name its folder")
        }
        guard !CommunityFile.isFolder(file.database) else {
            throw StoreError(
                .notACommunity, "'\(file.database)' is a folder, and so is not a community of Halqa")
        }
    }

    init(
        database: String, _ schema: Schema, _ migrations: Migrations, lookingAtFields: Bool = true
    ) throws(StoreError) {
        self = try ReadingConnection.use(database) { connection throws(StoreError) in
            try CommunityState(connection, database, schema, migrations, lookingAtFields: lookingAtFields)
        }
    }

    /// - Parameter lookingAtFields: otherwise none is missing, and the schema is without those of plugins.
    init(
        _ connection: OpaquePointer, _ database: String, _ schema: Schema, _ migrations: Migrations,
        lookingAtFields: Bool = true
    ) throws(StoreError) {
        let mark = try Statement(connection, "PRAGMA application_id")
        guard try mark.step(), mark.integer(0) == Migrations.applicationID else {
            throw StoreError(.notACommunity, "'\(database)' is not a community of Halqa")
        }
        let known = migrations.all.map(\.name)
        var applied: Set<String> = []
        let statement = try Statement(connection, "SELECT identifier FROM grdb_migrations")
        while try statement.step() { applied.insert(statement.text(0)) }
        guard applied.isSubset(of: known) else {
            throw StoreError(
                .newerVersion,
                "the community in '\(database)' was written by a later version of Halqa; "
                    + "use that one. Nothing was changed")
        }
        pending = known.filter { !applied.contains($0) }
        guard lookingAtFields else {
            declared = CommunitySchema(unread: schema)
            lacksFields = false
            undeclared = []
            return
        }
        declared = try CommunitySchema(schema, in: connection)
        let tables = try FieldTables(declared.whole, in: connection)
        lacksFields = !tables.isComplete
        undeclared = tables.undeclared
    }

    /// - Parameter path: of the community's folder.
    /// - Throws: `olderVersion`.
    func requireUpToDate(_ path: String) throws(StoreError) {
        guard isUpToDate else {
            throw StoreError(
                .olderVersion,
                "the community in '\(path)' is of an earlier version of Halqa; "
                    + "somebody who may write to it has to use it once to bring it up to date")
        }
    }
}
