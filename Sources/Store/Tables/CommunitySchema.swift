import Community

/// The schema of one community at one moment: what Halqa declares, and the fields that plugins have declared in
/// the community's file. Whoever reads or writes takes the one of their own transaction, so that a field
/// that somebody else adds or purges meanwhile is neither lost nor misread.
struct CommunitySchema: Sendable {
    /// What Halqa declares.
    let base: Schema
    let whole: Schema
    /// The number of the commit that last changed what plugins declare; 0 before the first.
    private let version: Int64

    /// As a community's file has it.
    ///
    /// - Throws: `newerVersion` when a declaration is not understood, or does not fit what Halqa declares.
    init(_ base: Schema, in connection: OpaquePointer) throws(StoreError) {
        let version = try Self.version(connection)
        let fields = version == 0 ? [] : try CustomFieldTable(base, connection).current.map(\.declared.field)
        try self.init(base, fields, version)
    }

    /// Without looking at the community's file; `current` reads what is in it.
    init(unread base: Schema) {
        self.base = base
        whole = base
        version = -1
    }

    private init(_ base: Schema, _ fields: [CustomField], _ version: Int64) throws(StoreError) {
        self.base = base
        self.version = version
        do { whole = try base.adding(fields) } catch {
            throw StoreError(
                .newerVersion,
                "the community's fields do not fit this version of Halqa: \(error); use the version that added them"
            )
        }
    }

    /// This one, unless the community's fields were changed since.
    func current(_ connection: OpaquePointer) throws(StoreError) -> CommunitySchema {
        try Self.version(connection) == version ? self : CommunitySchema(base, in: connection)
    }

    private static func version(_ connection: OpaquePointer) throws(StoreError) -> Int64 {
        let statement = try Statement(connection, "SELECT value FROM meta WHERE name = 'fields'")
        return try statement.step() ? statement.integer(0) : 0
    }

    /// From here on other transactions know that the fields are others.
    static func setVersion(_ commit: Int64, _ connection: OpaquePointer) throws(StoreError) {
        try Statement(
            connection,
            "INSERT INTO meta (name, value) VALUES ('fields', ?) ON CONFLICT DO UPDATE SET value = excluded.value"
        ).run([.text(String(commit))])
    }
}
