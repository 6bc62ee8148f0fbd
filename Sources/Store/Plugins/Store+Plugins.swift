import Community
import Plugins

// Changing the plugins of a community. Each of these is one transaction; rights are not checked.
extension Store {
    /// Installs a plugin that the community does not have.
    ///
    /// - Parameter organizations: the identifiers of those for whose people it is; nil for the whole community.
    /// - Throws: `exists`; `conflict` when dependencies are not met; `badChange` when a field cannot be added.
    public func install(
        _ installation: PluginInstallation, for organizations: [String]? = nil, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in try table.install(installation, organizations, origin) }
    }

    /// Puts another version in the place of the one in use.
    ///
    /// - Parameter hash: of the package in use, as whoever decided saw it.
    /// - Throws: `conflict` when it is another one meanwhile or pinned, or dependencies would not be met.
    public func update(
        _ installation: PluginInstallation, from hash: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in try table.update(installation, from: hash, origin) }
    }

    /// Goes back to the version before the one in use, with what that was granted.
    public func rollBackPlugin(
        _ id: String, from hash: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in try table.rollBack(id, from: hash, origin) }
    }

    /// Takes a plugin out of use. What its fields hold stays, and so do its versions' files, until they are purged.
    ///
    /// - Parameter isPurged: to purge them at once.
    public func removePlugin(
        _ id: String, purging isPurged: Bool = false, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in
            let isInstalled = try table.find(id) != nil
            if isInstalled || !isPurged { try table.remove(id, origin) }
            if isPurged { try table.purge(id, origin) }
        }
    }

    /// - Throws: `badChange` when the plugin does not ask for it.
    public func grant(
        _ permissions: Permissions, to id: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in
            let version = try table.current(id)
            let rest = permissions.subtracting(try table.manifest(version).needs)
            guard rest.isEmpty else {
                throw StoreError(
                    .badChange,
                    "the plugin \(id) does not ask for '\(rest.list[0])'; `halqa plugin show \(id)` tells what it asks for"
                )
            }
            try table.grant(permissions, version.number)
            try table.note(
                .grant, version, origin, permissions.list.map(\.description).joined(separator: ", "))
        }
    }

    public func revoke(
        _ permissions: Permissions, from id: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in
            let version = try table.current(id)
            for permission in permissions.list {
                try Statement(
                    table.connection, "DELETE FROM plugin_grants WHERE version = ? AND permission = ?"
                ).run([.integer(version.number), .text(permission.description)])
            }
            try table.note(
                .revoke, version, origin, permissions.list.map(\.description).joined(separator: ", "))
        }
    }

    /// Switches a plugin on, also one that was switched off for its failures.
    ///
    /// - Parameter organization: the identifier of one for whose people it is; nil for the whole community.
    public func enablePlugin(
        _ id: String, for organization: String? = nil, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in
            let version = try table.current(id)
            try table.enable(id, organization ?? "")
            try table.forgetFailures(id)
            try table.note(.enable, version, origin, organization ?? "", for: organization)
        }
    }

    public func disablePlugin(
        _ id: String, for organization: String? = nil, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in
            let version = try table.current(id)
            try table.disable(id, organization ?? "")
            try table.note(.disable, version, origin, organization ?? "", for: organization)
        }
    }

    /// Keeps a plugin at its version, or lets it be updated again.
    public func pinPlugin(_ id: String, _ isPinned: Bool, by origin: ChangeSet.Origin) throws(StoreError) {
        try change { table throws(StoreError) in
            let version = try table.current(id)
            try Statement(table.connection, "UPDATE plugins SET is_pinned = ? WHERE id = ?").run([
                .integer(isPinned ? 1 : 0), .text(id),
            ])
            try table.note(isPinned ? .pin : .unpin, version, origin)
        }
    }

    /// Chooses values of settings, all or none.
    ///
    /// - Parameters:
    ///   - values: null to have the default again, or the community's value.
    ///   - organization: the identifier of one for whose people they hold; nil for the whole community.
    /// - Throws: `badChange` of a setting that is not there, or a value that it cannot have.
    public func setSettings(
        _ values: [String: FieldValue], of id: String, for organization: String? = nil,
        by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try change { table throws(StoreError) in
            let version = try table.current(id)
            let manifest = try table.manifest(version)
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                try table.set(name, of: manifest, to: value, organization ?? "")
                let scope = organization.map { " for \($0)" } ?? ""
                try table.note(.setting, version, origin, "\(name)=\(value)\(scope)", for: organization)
            }
        }
    }

    private func change<T>(_ body: (PluginTable) throws(StoreError) -> T) throws(StoreError) -> T {
        try write { connection throws(StoreError) in
            try body(PluginTable(connection: connection, schema: declared.base))
        }
    }
}
