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

    public enum Purpose: Sendable, Hashable {
        case reading
        case writing
        /// Keeping what has nothing to do with the fields of records, which are not looked at: receipts.
        case recording
    }

    init(path: String, declared: CommunitySchema, writer: DatabaseQueue?) {
        self.path = path
        self.declared = declared
        self.writer = writer
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
            .beginning(file.database), declared: declared, as: member, language: language, tags: tags,
            grants: grants)
    }

    /// Writes in one transaction: all that the body does, or nothing when it throws.
    func write<T>(_ body: (OpaquePointer) throws(StoreError) -> T) throws(StoreError) -> T {
        guard let writer else {
            throw StoreError(.readOnly, "the community was opened for reading only")
        }
        do {
            return try writer.write { database in
                guard let connection = database.sqliteConnection else {
                    throw StoreError(.defect, "the community's connection is closed")
                }
                return try body(connection)
            }
        } catch { throw StoreError(error) }
    }
}
