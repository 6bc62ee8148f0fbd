import Community
import Digests
import Plugins
import Spelling

/// The plugins that a community's file holds. For use within one transaction.
///
/// - `plugins`: a row a plugin, also of one that was removed and not purged; `current` is the version in use.
/// - `plugin_versions`, with its files in `plugin_files`, whose bytes are in `sources` by their hashes, its
///   `plugin_grants` and its `plugin_contributions`.
/// - `plugin_scopes`: for which organizations a plugin is on, by their keys; `plugin_settings`: chosen values, by
///   organization likewise. 0 stands for the whole community.
/// - `plugin_events`: what was done.
struct PluginTable {
    let connection: OpaquePointer
    /// What Halqa declares: a plugin's fields are not among it when its manifest is read.
    let schema: Schema

    /// A version that is in use.
    struct Version {
        let number: Int64
        let plugin: String
        let version: String
        let hash: String
        let isPinned: Bool
        let stopped: String?
        let former: Int64?
    }

    /// The version in use of a plugin.
    ///
    /// - Throws: `unknownRecord` when it is not installed.
    func current(_ plugin: String) throws(StoreError) -> Version {
        if let version = try find(plugin) { return version }
        if let removed = try removal(of: plugin) { throw removed }
        let suggestion = Suggestion.phrase(for: plugin, among: try installed().map(\.plugin))
        throw StoreError(
            .unknownRecord,
            "there is no plugin '\(plugin)'"
                + (suggestion.isEmpty ? "; `halqa plugin list` shows those that are installed" : suggestion))
    }

    func find(_ plugin: String) throws(StoreError) -> Version? {
        try versions("plugins.id = \(bind: .text(plugin))").first
    }

    /// In the order of their identifiers.
    func installed() throws(StoreError) -> [Version] { try versions("1 ORDER BY plugins.id") }

    private func versions(_ condition: SQL) throws(StoreError) -> [Version] {
        let row = try Statement(
            connection,
            """
            SELECT number, plugins.id, version, hash, is_pinned, stopped, former
            FROM plugins JOIN plugin_versions ON number = current WHERE \(condition)
            """ as SQL)
        var versions: [Version] = []
        while try row.step() {
            versions.append(
                Version(
                    number: row.integer(0), plugin: row.text(1), version: row.text(2), hash: row.text(3),
                    isPinned: row.integer(4) != 0, stopped: row.isNull(5) ? nil : row.text(5),
                    former: row.isNull(6) ? nil : row.integer(6)))
        }
        return versions
    }

    /// The files of a version whose paths end so, each checked against its hash.
    ///
    /// - Throws: `damaged` when one is missing or is another one.
    func files(
        _ version: Version, within folder: String = "", ending: String = ""
    ) throws(StoreError) -> [String: [UInt8]] {
        let row = try Statement(
            connection,
            """
            SELECT path, plugin_files.hash, text FROM plugin_files LEFT JOIN sources USING (hash)
            WHERE version = \(bind: .integer(version.number))
            """ as SQL)
        var files: [String: [UInt8]] = [:]
        while try row.step() {
            let path = row.text(0)
            guard path.hasPrefix(folder), path.hasSuffix(ending) else { continue }
            let bytes = row.blob(2)
            guard SHA256.of(bytes) == row.text(1) else {
                throw StoreError(
                    .damaged,
                    "the plugin \(version.plugin) is damaged: its file '\(path)' is not the one that was installed; "
                        + "remove it and install it again")
            }
            files[path] = bytes
        }
        return files
    }

    /// - Throws: `damaged` when it cannot be read any more, `newerVersion` when this Halqa is too old for it.
    func manifest(_ version: Version) throws(StoreError) -> Manifest {
        guard let bytes = try files(version, within: Manifest.fileName)[Manifest.fileName] else {
            throw StoreError(
                .damaged,
                "the plugin \(version.plugin) is damaged: it has no \(Manifest.fileName); remove it and install it again"
            )
        }
        do { return try Manifest(bytes, schema: schema) } catch {
            throw StoreError(.newerVersion, "the plugin \(version.plugin) cannot be used here: \(error)")
        }
    }

    func granted(_ version: Version) throws(StoreError) -> Permissions {
        let row = try Statement(
            connection,
            "SELECT permission FROM plugin_grants WHERE version = \(bind: .integer(version.number))" as SQL)
        var permissions: [Permission] = []
        // What a later version of Halqa has granted is none here.
        while try row.step() {
            if let permission = try? Permission(row.text(0), schema: schema) {
                permissions.append(permission)
            }
        }
        return Permissions(permissions)
    }

    func contributions(_ version: Version) throws(StoreError) -> [InstalledContribution] {
        let row = try Statement(
            connection,
            """
            SELECT path, description, problem FROM plugin_contributions
            WHERE version = \(bind: .integer(version.number)) ORDER BY path
            """ as SQL)
        var contributions: [InstalledContribution] = []
        while try row.step() {
            guard let contribution = Contribution(path: row.text(0)) else { continue }
            contributions.append(
                InstalledContribution(
                    plugin: version.plugin, contribution: contribution,
                    description: row.isNull(1) ? nil : row.blob(1), problem: row.isNull(2) ? nil : row.text(2)
                ))
        }
        return contributions
    }

    /// - Parameter organization: the identifier of the one for whose people alone it is done.
    func note(
        _ action: PluginEvent.Action, _ version: Version, _ origin: ChangeSet.Origin, _ details: String = "",
        for organization: String? = nil
    ) throws(StoreError) {
        try Statement(
            connection,
            """
            INSERT INTO plugin_events (plugin, at, by, action, version, details, organization)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ).run([
            .text(version.plugin), .integer(origin.at.milliseconds), .text(origin.by), .text(action.rawValue),
            .text(version.version), .text(details),
            organization.map { name throws(StoreError) in .integer(try key(name)) } ?? .null,
        ])
    }

    /// The number of the last run, from which on a plugin's failures are counted anew.
    func forgetFailures(_ plugin: String) throws(StoreError) {
        try Statement(
            connection,
            """
            UPDATE plugins SET stopped = NULL, judged_from = (SELECT coalesce(max(number), 0) FROM runs)
            WHERE id = ?
            """
        ).run([.text(plugin)])
    }
}
