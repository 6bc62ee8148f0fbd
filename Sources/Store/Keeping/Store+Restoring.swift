import Community
import GRDB
import GRDBSQLite
import Glibc

extension Store {
    /// What a restore would do, to be asked for.
    public struct Restoration {
        /// The number of the backup's last commit.
        public let commit: Int64
        /// Where the community that is there would be kept; nil where there is none.
        public let keeping: String?
        /// The number of its last commit; nil where it cannot be read.
        public let former: Int64?
    }

    /// Looks at a backup, and at what it would take the place of.
    ///
    /// - Throws: when the backup is missing, something else, damaged or of a later version.
    public static func restoration(from backup: String, to folder: String) throws(StoreError) -> Restoration {
        try refuseUnfit(backup)
        let file = CommunityFile(folder: folder)
        let isThere = CommunityFile.exists(file.database)
        return Restoration(
            commit: try lastCommit(backup), keeping: isThere ? file.freeBackup("before-restore") : nil,
            former: isThere ? try? lastCommit(file.database) : nil)
    }

    private static func lastCommit(_ database: String) throws(StoreError) -> Int64 {
        try ReadingConnection.use(database) { connection throws(StoreError) in
            let row = try Statement(connection, "SELECT max(number) FROM commits")
            return try row.step() && !row.isNull(0) ? row.integer(0) : 0
        }
    }

    /// Makes a backup the community of a folder. The community that was there, also a damaged one, is kept
    /// in the folder's `backups`.
    ///
    /// - Returns: where the former community is kept, if there was one.
    /// - Throws: when the backup is missing, something else, damaged or of a later version, or the community
    ///   is in use. Nothing is changed then.
    @discardableResult
    public static func restore(from backup: String, to folder: String) throws(StoreError) -> String? {
        try refuseUnfit(backup)
        let file = CommunityFile(folder: folder)
        try CommunityFile.makeFolder(folder)
        let part = try CommunityFile.makeAside(file.database)
        do {
            try copy(backup, into: part)
            let kept = CommunityFile.exists(file.database) ? try keep(file) : nil
            try CommunityFile.move(part, to: file.database)
            return kept
        } catch {
            CommunityFile.removeDatabase(part)
            throw error
        }
    }

    private static func refuseUnfit(_ backup: String) throws(StoreError) {
        guard CommunityFile.exists(backup) else {
            throw StoreError(.missing, "there is no backup '\(backup)'")
        }
        guard !CommunityFile.isFolder(backup) else {
            throw StoreError(
                .notACommunity, "'\(backup)' is a folder; give the file that 'halqa backup' made")
        }
        do {
            try refuseUnsound(backup)
        } catch {
            // What is known of the community's own file would send people looking there.
            guard error.kind == .damaged || error.kind == .notACommunity else { throw error }
            throw StoreError(
                error.kind,
                "the backup '\(backup)' "
                    + (error.kind == .damaged
                        ? "is damaged; nothing was changed: take another one"
                        : "is not a community of Halqa; nothing was changed"))
        }
    }

    private static func refuseUnsound(_ backup: String) throws(StoreError) {
        _ = try CommunityState(database: backup, .standard, .standard)
        let faults = try ReadingConnection.use(backup) { connection throws(StoreError) in
            try integrityFaults(connection)
        }
        guard faults.isEmpty else {
            throw StoreError(.damaged, faults[0])
        }
    }

    /// What SQLite finds wrong with a database's structure and references.
    static func integrityFaults(_ connection: OpaquePointer) throws(StoreError) -> [String] {
        var faults: [String] = []
        let integrity = try Statement(connection, "PRAGMA integrity_check(10)")
        while try integrity.step() { faults.append(integrity.text(0)) }
        if faults == ["ok"] { faults = [] }
        let references = try Statement(connection, "PRAGMA foreign_key_check")
        while try references.step(), faults.count < 10 {
            faults.append(
                "a \(references.text(0)) (key \(references.integer(1))) refers to a missing \(references.text(2))"
            )
        }
        return faults
    }

    /// Gives the community a second name in `backups`, when nobody uses it: so there is one at each moment until the
    /// other takes its place.
    private static func keep(_ file: CommunityFile) throws(StoreError) -> String {
        var kept = try file.backup("before-restore")
        do {
            // Puts all commits into the one file; fails while anybody else has it open.
            let queue = try DatabaseQueue(path: file.database)
            try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try queue.close()
        } catch {
            let reason = StoreError(error)
            // One that is damaged, or no database at all, is moved as it is.
            guard reason.kind == .damaged || reason.kind == .notACommunity else { throw reason }
        }
        // Where somebody has just taken the name there is another; some file systems have no second names.
        while link(file.database, kept) != 0 {
            if errno == EEXIST {
                kept = try file.backup("before-restore")
            } else {
                guard rename(file.database, kept) == 0 else {
                    throw StoreError(.cannotWrite, "'\(kept)' cannot be written: \(CommunityFile.reason)")
                }
                break
            }
        }
        if CommunityFile.exists(file.log) { rename(file.log, kept + "-wal") }
        CommunityFile.remove(file.sharedMemory)
        return kept
    }
}
