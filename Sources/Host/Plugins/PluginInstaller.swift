import Community
import Plugins
import Runs
import Store

/// Installs, updates, rolls back and removes plugins, for who may.
public struct PluginInstaller {
    private let access: CommunityAccess
    private let executable: String

    /// - Parameter executable: this program's own file, which workers are started from.
    public init(_ access: CommunityAccess, executable: String) {
        self.access = access
        self.executable = executable
    }

    /// Reads a plugin and checks all of it, without changing anything.
    ///
    /// - Parameter path: a folder, a `.tar.gz` or a `.zip`.
    /// - Throws: `PluginError`; `Failure` of somebody who may not install; `StoreError`.
    public func proposal(from path: String) throws -> PluginProposal {
        let store = try access.store(for: .reading)
        try PluginRights(access, store).requireAdmin("installing and updating plugins")
        let package = try PluginSource(path: path).package()
        let present = try store.plugins().first { $0.id == package.manifest.id }
        // One that is damaged cannot be compared with.
        let before =
            present?.damage == nil
            ? present.flatMap { try? Package(files: store.pluginFiles($0.id), subject: $0.id) } : nil
        return PluginProposal(
            package: package, origin: path, contributions: try describe(package), present: present,
            difference: before.map { PluginDifference(before: $0, after: package) })
    }

    /// - Parameter organizations: the identifiers of those for whose people it is; nil for the whole community.
    public func install(
        _ proposal: PluginProposal, granting granted: Permissions, for organizations: [String]? = nil
    ) throws {
        let (store, rights) = try writing("installing a plugin")
        try store.install(
            installation(proposal, granted), for: organizations, by: rights.origin("plugin install"))
    }

    /// - Parameter allowingDowngrade: to an earlier version.
    public func checkUpdate(_ proposal: PluginProposal, allowingDowngrade: Bool) throws {
        let id = proposal.id
        guard let present = proposal.present else {
            throw Failure(
                .missing,
                "the plugin \(id) is not installed; install it: halqa plugin install \(proposal.origin)")
        }
        let new = proposal.package.manifest.version
        guard let old = Version(present.version), !proposal.isSame else { return }
        if new == old {
            throw Failure(
                .data,
                "the plugin \(id) is installed in version \(new) with other files; a changed plugin has to have "
                    + "a new version in plugin.toml")
        }
        if new < old, !allowingDowngrade {
            throw Failure(
                .data,
                "\(new) is earlier than \(old), the version of \(id) that is installed; go back with "
                    + "'halqa plugin rollback \(id)', or add --allow-downgrade")
        }
    }

    public func update(_ proposal: PluginProposal, granting granted: Permissions) throws {
        guard let present = proposal.present else { return }
        let (store, rights) = try writing("updating a plugin")
        try store.update(
            installation(proposal, proposal.kept.union(granted)), from: present.hash,
            by: rights.origin("plugin update"))
    }

    /// - Returns: the version that is in use now.
    public func rollBack(_ id: String) throws -> String {
        let (store, rights) = try writing("rolling a plugin back")
        try store.rollBackPlugin(id, from: store.plugin(id).hash, by: rights.origin("plugin rollback"))
        return try store.plugin(id).version
    }

    public func remove(_ id: String, purging isPurged: Bool) throws {
        let (store, rights) = try writing("removing a plugin")
        try store.removePlugin(id, purging: isPurged, by: rights.origin("plugin remove"))
    }

    public func pin(_ id: String, _ isPinned: Bool) throws {
        let (store, rights) = try writing("pinning a plugin")
        try store.pinPlugin(id, isPinned, by: rights.origin(isPinned ? "plugin pin" : "plugin unpin"))
    }

    public func grant(_ permissions: Permissions, to id: String) throws {
        let (store, rights) = try writing("granting permissions")
        try store.grant(permissions, to: id, by: rights.origin("plugin grant"))
    }

    public func revoke(_ permissions: Permissions, from id: String) throws {
        let (store, rights) = try writing("revoking permissions")
        try store.revoke(permissions, from: id, by: rights.origin("plugin grant --revoke"))
    }

    private func writing(_ what: String) throws -> (Store, PluginRights) {
        let store = try access.store(for: .writing)
        let rights = try PluginRights(access, store)
        try rights.requireAdmin(what)
        return (store, rights)
    }

    private func installation(_ proposal: PluginProposal, _ granted: Permissions) -> PluginInstallation {
        PluginInstallation(
            proposal.package, granted: granted, origin: proposal.origin, contributions: proposal.contributions
        )
    }

    /// What each contribution says of itself.
    private func describe(_ package: Package) throws -> [InstalledContribution] {
        package.contributions.map {
            InstalledContribution(plugin: package.manifest.id, contribution: $0, description: nil)
        }
    }
}
