import Community
import GRDB

/// A community's folder: `community.db`, and backups of it in `backups`.
///
/// All that is kept goes through here: reading by `snapshot`, writing by `apply`, in one transaction or not
/// at all. Several processes may have the same community open.
public struct Store: Sendable {
    /// The folder.
    public let path: String
    /// As it was when the store was opened, with the fields that plugins had added by then, unless it was opened for
    /// recording. Each snapshot has that of its moment.
    public var schema: Schema { declared.whole }
    let declared: CommunitySchema
    private let writer: DatabaseQueue?

    /// Whether snapshots write nothing, not even into shared memory.
    private let isConfined: Bool

    public enum Purpose: Sendable, Hashable {
        case reading
        case writing
        /// Reading in a process that has no other connection to the community: where its host holds the memory that
        /// those share who have it open (`SharedMemoryHold`), not even that is written to.
        case readingConfined
        /// Keeping what has nothing to do with the fields of records, which are not looked at: receipts.
        case recording
    }

    init(path: String, declared: CommunitySchema, writer: DatabaseQueue?, isConfined: Bool = false) {
        self.path = path
        self.declared = declared
        self.writer = writer
        self.isConfined = isConfined
    }

    var file: CommunityFile { CommunityFile(folder: path) }

    /// The community as it is now, for one viewer.
    ///
    /// - Parameters:
    ///   - member: the identifier of the member for whom it is read; nil for the operator, who sees all.
    ///   - language: the reader's; nil for the member's own, else the community's.
    ///   - grants: what the plugin that reads may ask for besides; nil for no plugin.
    /// - Throws: `unknownRecord` when there is no such member.
    public func snapshot(
        as member: String? = nil, language: String? = nil, tags: LightTags = LightTags(),
        grants: Grants? = nil
    ) throws(StoreError) -> Snapshot {
        try Snapshot(
            .beginning(file.database, isConfined: isConfined), declared: declared, as: member,
            language: language, tags: tags,
            grants: grants)
    }

    /// Writes in one transaction: all that the body does, or nothing when it throws.
    func write<T>(_ body: (OpaquePointer) throws(StoreError) -> T) throws(StoreError) -> T {
        do { return try transact(keeping: true, body) } catch { throw StoreError(error) }
    }

    /// The same for a body that throws what it likes.
    ///
    /// - Parameter keeping: whether what it does is kept, unless it has taken it back itself; otherwise it is all taken
    ///   back.
    func transact<T>(keeping: Bool, _ body: (OpaquePointer) throws -> T) throws -> T {
        guard let writer else {
            throw StoreError(.readOnly, "the community was opened for reading only")
        }
        do { return try Self.transact(writer, keeping: keeping, body) } catch let error as DatabaseError {
            throw Self.refused(StoreError(error), writer)
        }
    }

    /// What to say of a commit that failed, once it is certain that it is not there.
    ///
    /// When the disk fails as the log is synchronized, the log has the whole commit, and whoever opens the file next
    /// would find it. So something is written over it: the file's user version, as it is.
    private static func refused(_ failure: StoreError, _ writer: DatabaseQueue) -> StoreError {
        guard failure.kind == .cannotRead else { return failure }
        do {
            try writer.writeWithoutTransaction { database in
                let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                try database.inTransaction(.immediate) {
                    try database.execute(sql: "PRAGMA user_version = \(version)")
                    return .commit
                }
            }
            return StoreError(.cannotWrite, "\(failure.description) Nothing was changed")
        } catch {
            return StoreError(
                .cannotWrite,
                "\(failure.description) When the disk is well again, 'halqa changes list' tells whether the change was kept"
            )
        }
    }

    /// Frees the file of what is not there any more, and runs a statement before, outside of any transaction.
    func purge(_ statement: String) throws(StoreError) {
        guard let writer else {
            throw StoreError(.readOnly, "the community was opened for reading only")
        }
        do {
            try writer.writeWithoutTransaction { database in
                try database.execute(sql: statement)
                _ = try database.checkpoint(.truncate)
            }
        } catch { throw StoreError(error) }
    }

    private static func transact<T>(
        _ writer: DatabaseQueue, keeping: Bool, _ body: (OpaquePointer) throws -> T
    ) throws -> T {
        try writer.writeWithoutTransaction { database in
            var result: T?
            // Immediate: what is read has to be what is there when it is written.
            try database.inTransaction(.immediate) {
                guard let connection = database.sqliteConnection else {
                    throw StoreError(.defect, "the community's connection is closed")
                }
                result = try body(connection)
                return keeping && database.isInsideTransaction ? .commit : .rollback
            }
            guard let result else { throw StoreError(.defect, "a transaction came to no end") }
            return result
        }
    }
}
