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
        // With its folder, a name such as `file:a` is not taken for a URI.
        let part = "\(folder)/\(target.split(separator: "/").last ?? "").part"
        try CommunityFile.makePrivate(part)
        do {
            try ReadingConnection.use(source) { connection throws(StoreError) in
                // The copy is a write, though not to the community.
                try Statement(connection, "PRAGMA query_only = OFF").run()
                try Statement(connection, "VACUUM INTO ?").run([.text(part)])
            }
            try CommunityFile.move(part, to: target)
        } catch {
            CommunityFile.remove(part)
            guard error.kind != .full, error.kind != .damaged else { throw error }
            throw StoreError(.cannotCreate, "the copy '\(target)' cannot be written: \(error)")
        }
    }
}
