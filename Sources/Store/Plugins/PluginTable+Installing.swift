import Community
import Digests
import Plugins

extension PluginTable {
    func install(
        _ installation: PluginInstallation, _ organizations: [String]?, _ origin: ChangeSet.Origin
    ) throws(StoreError) {
        let plugin = installation.id
        if let present = try find(plugin) {
            throw StoreError(
                .exists,
                "the plugin \(plugin) is installed already, in version \(present.version); "
                    + "update it with 'halqa plugin update'")
        }
        try checkDependencies(with: installation.package.manifest)
        try Statement(
            connection,
            "INSERT INTO plugins (id, is_pinned, judged_from) VALUES (?, 0, 0) ON CONFLICT DO UPDATE SET is_pinned = 0"
        ).run([.text(plugin)])
        let version = try put(installation, former: nil, origin)
        for organization in organizations ?? [""] { try enable(plugin, organization) }
        try note(
            .install, version, origin, installation.granted.list.map(\.description).joined(separator: ", "))
    }

    /// - Parameter hash: of the version that the admin has seen the difference to.
    func update(
        _ installation: PluginInstallation, from hash: String, _ origin: ChangeSet.Origin
    ) throws(StoreError) {
        let present = try current(installation.id)
        try checkUnchanged(present, hash)
        guard !present.isPinned else {
            throw StoreError.pinned(present.plugin, present.version)
        }
        try checkDependencies(with: installation.package.manifest)
        let more = installation.granted.subtracting(try granted(present))
        let version = try put(installation, former: present, origin)
        try note(
            .update, version, origin,
            "from \(present.version)"
                + (more.isEmpty ? "" : "; granted " + more.list.map(\.description).joined(separator: ", ")))
    }

    /// Back to the version that the one in use took the place of, with what that one was granted.
    func rollBack(_ plugin: String, from hash: String, _ origin: ChangeSet.Origin) throws(StoreError) {
        let present = try current(plugin)
        try checkUnchanged(present, hash)
        guard let former = present.former else {
            throw StoreError(.conflict, "there is no earlier version of the plugin \(plugin) to go back to")
        }
        try Statement(connection, "UPDATE plugins SET current = ?, is_pinned = 0 WHERE id = ?").run([
            .integer(former), .text(plugin),
        ])
        let version = try current(plugin)
        let manifest = try manifest(version)
        try checkDependencies(with: manifest)
        try declareAgain(manifest.fields, of: plugin, by: origin)
        try forgetFailures(plugin)
        try note(.rollback, version, origin, "from \(present.version)")
    }

    /// The plugin is gone; its versions stay, so that old runs can be done again, and so do its fields' values.
    func remove(_ plugin: String, _ origin: ChangeSet.Origin) throws(StoreError) {
        let present = try current(plugin)
        for other in try installed() where other.plugin != plugin {
            if (try? manifest(other))?.depends[plugin] != nil {
                throw StoreError(
                    .conflict,
                    "the plugin \(plugin) cannot be removed: \(other.plugin) needs it; remove that one first")
            }
        }
        try note(.remove, present, origin)
        try Statement(
            connection, "UPDATE plugins SET current = NULL, stopped = NULL, is_pinned = 0 WHERE id = ?"
        )
        .run([.text(plugin)])
        try Statement(connection, "DELETE FROM plugin_scopes WHERE plugin = ?").run([.text(plugin)])
        try retireFields(of: plugin)
    }

    /// What is left of a plugin that was removed goes: its versions, settings, and its fields with their values.
    ///
    /// - Throws: `unknownRecord` when there is nothing, `conflict` when it is still installed.
    func purge(_ plugin: String, _ origin: ChangeSet.Origin) throws(StoreError) {
        guard try find(plugin) == nil else {
            throw StoreError(
                .conflict, "the plugin \(plugin) is installed; remove it first: halqa plugin remove \(plugin)"
            )
        }
        let known = try Statement(
            connection, "SELECT 1 FROM plugins WHERE id = \(bind: .text(plugin))" as SQL)
        guard try known.step() else {
            throw StoreError(.unknownRecord, "there is no plugin '\(plugin)', and nothing is left of one")
        }
        known.reset()
        try Statement(connection, "DELETE FROM plugins WHERE id = ?").run([.text(plugin)])
        try Statement(
            connection,
            """
            DELETE FROM sources WHERE hash NOT IN (SELECT source FROM runs) AND hash NOT IN (SELECT hash FROM plugin_files)
            """
        ).run()
        try purgeFields(of: plugin, by: origin)
        try Statement(
            connection,
            "INSERT INTO plugin_events (plugin, at, by, action, version, details) VALUES (?, ?, ?, ?, '', '')"
        ).run([
            .text(plugin), .integer(origin.at.milliseconds), .text(origin.by),
            .text(PluginEvent.Action.purge.rawValue),
        ])
    }

    /// Puts a version in its place: its files, grants, contributions, fields.
    private func put(
        _ installation: PluginInstallation, former: Version?, _ origin: ChangeSet.Origin
    ) throws(StoreError) -> Version {
        let manifest = installation.package.manifest
        guard installation.granted.isSubset(of: manifest.needs) else {
            let more = installation.granted.subtracting(manifest.needs).quoted
            throw StoreError(.badChange, "the plugin \(manifest.id) does not ask for \(more)")
        }
        let number = try version(installation, former: former, origin)
        try Statement(connection, "DELETE FROM plugin_grants WHERE version = ?").run([.integer(number)])
        try grant(installation.granted, number)
        try Statement(connection, "DELETE FROM plugin_contributions WHERE version = ?").run([.integer(number)]
        )
        for contribution in installation.contributions {
            try Statement(
                connection,
                "INSERT INTO plugin_contributions (version, path, description, problem) VALUES (?, ?, ?, ?)"
            ).run([
                .integer(number), .text(contribution.contribution.path),
                contribution.description.map(SQLValue.bytes) ?? .null, SQLValue(contribution.problem),
            ])
        }
        try Statement(connection, "UPDATE plugins SET current = ? WHERE id = ?").run([
            .integer(number), .text(manifest.id),
        ])
        try declare(manifest.fields, of: manifest.id, by: origin)
        try forgetFailures(manifest.id)
        return try current(manifest.id)
    }

    /// The number of a version, whose files are kept once.
    private func version(
        _ installation: PluginInstallation, former: Version?, _ origin: ChangeSet.Origin
    ) throws(StoreError) -> Int64 {
        let package = installation.package
        try Statement(
            connection,
            """
            INSERT INTO plugin_versions (plugin, version, hash, origin, at, by, former) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET origin = excluded.origin, at = excluded.at, by = excluded.by,
                former = excluded.former
            """
        ).run([
            .text(package.manifest.id), .text(package.manifest.version.description), .text(package.hash),
            .text(installation.origin), .integer(origin.at.milliseconds), .text(origin.by),
            former.map { .integer($0.number) } ?? .null,
        ])
        let row = try Statement(
            connection,
            """
            SELECT number FROM plugin_versions
            WHERE plugin = \(bind: .text(package.manifest.id)) AND hash = \(bind: .text(package.hash))
            """ as SQL)
        _ = try row.step()
        let number = row.integer(0)
        row.reset()
        for path in package.paths {
            let bytes = package.files[path] ?? []
            let hash = SHA256.of(bytes)
            try Statement(
                connection,
                "INSERT INTO sources (hash, text) VALUES (?, ?) ON CONFLICT DO UPDATE SET text = excluded.text"
            )
            .run([.text(hash), .bytes(bytes)])
            try Statement(
                connection,
                "INSERT INTO plugin_files (version, path, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            ).run([.integer(number), .text(path), .text(hash)])
        }
        return number
    }

    func grant(_ permissions: Permissions, _ version: Int64) throws(StoreError) {
        for permission in permissions.list {
            try Statement(
                connection,
                "INSERT INTO plugin_grants (version, permission) VALUES (?, ?) ON CONFLICT DO NOTHING"
            ).run([.integer(version), .text(permission.description)])
        }
    }

    private func checkUnchanged(_ present: Version, _ hash: String) throws(StoreError) {
        guard present.hash == hash else {
            throw StoreError(
                .conflict,
                "the plugin \(present.plugin) was changed by somebody else meanwhile: it is version "
                    + "\(present.version) now; look at it again")
        }
    }

    /// Refuses what is wrong with the dependencies of a plugin, or becomes so for those that depend on it. What
    /// is wrong elsewhere is no reason.
    func checkDependencies(with manifest: Manifest) throws(StoreError) {
        var others: [Manifest] = []
        for version in try installed() where version.plugin != manifest.id {
            // One that is damaged neither needs nor gives anything.
            if let other = try? self.manifest(version) { others.append(other) }
        }
        let before = Set(DependencyProblem.problems(among: others))
        let problems = DependencyProblem.problems(among: others + [manifest]).filter { !before.contains($0) }
        guard problems.isEmpty else {
            throw StoreError(.conflict, problems.map(\.description).joined(separator: "\n"))
        }
    }
}
