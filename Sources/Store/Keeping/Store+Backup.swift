import Community
import GRDBSQLite

extension Store {
    /// Writes a consistent copy of the community into a file, also while others use it.
    ///
    /// - Throws: `exists` when there is such a file.
    public func backup(to target: String) throws(StoreError) {
        try Self.copy(file.database, to: target)
    }

    /// A whole, consistent copy of a database as one file, in place only when it is complete.
    static func copy(_ source: String, to target: String) throws(StoreError) {
        guard !CommunityFile.exists(target) else {
            throw StoreError(.exists, "'\(target)' is there already; choose another name")
        }
        let folder = CommunityFile.folder(of: target)
        guard CommunityFile.isFolder(folder) else {
            throw StoreError(
                .cannotCreate, "there is no folder '\(folder)' for the copy '\(target)'; make it first")
        }
        let part = try CommunityFile.makeAside(target)
        do {
            try copy(source, into: part)
            try CommunityFile.put(part, at: target)
        } catch {
            CommunityFile.removeDatabase(part)
            guard error.kind != .full, error.kind != .damaged, error.kind != .exists else { throw error }
            throw StoreError(.cannotCreate, "the copy '\(target)' cannot be written: \(error)")
        }
    }

    /// The same into an empty file that is there.
    static func copy(_ source: String, into part: String) throws(StoreError) {
        try ReadingConnection.use(source) { connection throws(StoreError) in
            // The copy is a write, though not to the community.
            try Statement(connection, "PRAGMA query_only = OFF").run()
            try Statement(connection, "VACUUM INTO ?").run([.text(part)])
        }
    }
}
