import Community
import GRDB
import GRDBSQLite
import Glibc

extension Store {
    /// Makes a backup the community of a folder. The community that was there, also a damaged one, is kept
    /// in the folder's `backups`.
    ///
    /// - Returns: where the former community is kept, if there was one.
    /// - Throws: when the backup is missing, something else, damaged or of a later version, or the community
    ///   is in use. Nothing is changed then.
    @discardableResult
    public static func restore(from backup: String, to folder: String) throws(StoreError) -> String? {
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
        let file = CommunityFile(folder: folder)
        try CommunityFile.makeFolder(folder)
        CommunityFile.remove(file.part)
        try copy(backup, to: file.part)
        var kept: String?
        do {
            if CommunityFile.exists(file.database) { kept = try keep(file) }
            try CommunityFile.move(file.part, to: file.database)
        } catch {
            CommunityFile.remove(file.part)
            throw error
        }
        return kept
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
        let kept = try file.backup("before-restore")
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
        guard link(file.database, kept) == 0 || rename(file.database, kept) == 0 else {
            throw StoreError(.cannotWrite, "'\(kept)' cannot be written: \(CommunityFile.reason)")
        }
        if CommunityFile.exists(file.log) { rename(file.log, kept + "-wal") }
        CommunityFile.remove(file.sharedMemory)
        return kept
    }
}
