import Community
import Foundation
import Plugins
import Runs
import Scripting
import Store

/// Installs, updates, rolls back and removes plugins, for who may.
public struct PluginInstaller {
    private let access: CommunityAccess
    private let workers: Workers

    /// - Parameter workers: where the run has its worker from.
    public init(_ access: CommunityAccess, workers: Workers) {
        self.access = access
        self.workers = workers
    }

    var bundled: BundledPlugins { BundledPlugins(executable: workers.executable) }

    /// What a plugin is read for.
    public enum Purpose: Sendable, Hashable {
        case install
        case update(allowingDowngrade: Bool)
    }

    /// Reads a plugin and checks all of it, without changing anything.
    ///
    /// - Parameter path: a folder, a `.tar.gz` or a `.zip`, or the identifier of a plugin that comes with Halqa.
    /// - Throws: `PluginError`; `Failure` of somebody who may not install, and of what is installed already, or not
    ///   yet, or in a later version; `StoreError`.
    public func proposal(from path: String, to purpose: Purpose) throws -> PluginProposal {
        let store = try access.store(for: .reading)
        try PluginRights(access, store).requireAdmin("installing and updating plugins")
        let package = try PluginSource(path: path, bundled: bundled).package(
            ArchiveUnpacking(workers: workers, requiresConfinement: access.requiresConfinement))
        let present = try store.plugins().first { $0.id == package.manifest.id }
        switch purpose {
        case .install:
            if let present {
                throw Failure(
                    .cannotCreate,
                    "the plugin \(present.id) is installed already, in version \(present.version); "
                        + "update it: halqa plugin update \(path)")
            }
        case .update(let allowingDowngrade): try check(package, path, present, allowingDowngrade)
        }
        let contributions = try describe(package, store)
        try store.checkDependencies(with: package.manifest)
        // One that is damaged cannot be compared with.
        let before =
            present?.damage == nil
            ? present.flatMap { try? Package(files: store.pluginFiles($0.id), subject: $0.id) } : nil
        return PluginProposal(
            package: package, origin: path, contributions: contributions, present: present,
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

    /// Whether a package may take the place of what is installed.
    private func check(
        _ package: Package, _ path: String, _ present: InstalledPlugin?, _ allowingDowngrade: Bool
    ) throws {
        let id = package.manifest.id
        guard let present else {
            throw Failure(
                .missing, "the plugin \(id) is not installed; install it: halqa plugin install \(path)")
        }
        guard present.hash != package.hash || present.damage != nil else { return }
        guard !present.isPinned else { throw StoreError.pinned(id, present.version) }
        let new = package.manifest.version
        guard let old = Version(present.version), present.hash != package.hash else { return }
        if new == old {
            throw Failure(
                .data,
                "the plugin \(id) is installed in version \(new) with other files; a changed plugin has to have "
                    + "a new version in plugin.toml")
        }
        if new < old, !allowingDowngrade {
            let former = present.former.map { "go back to \($0) with 'halqa plugin rollback \(id)', or " }
            throw Failure(
                .data,
                "\(new) is earlier than \(old), the version of \(id) that is installed; \(former ?? "")"
                    + "add --allow-downgrade")
        }
    }

    /// Where the plugin's contributions are loaded. Columns of its imports may be of its own fields, which the community
    /// does not have before it is installed.
    private func loading(_ package: Package, _ store: Store) throws -> ContributionLoading {
        let fields = package.manifest.fields
        guard !fields.isEmpty, package.contributions.contains(where: { $0.kind == .transform }) else {
            return try ContributionLoading(
                workers: workers, community: access.folder,
                requiresConfinement: access.requiresConfinement)
        }
        let others = try store.customFields().map(\.field).filter { $0.plugin != package.manifest.id }
        return try ContributionLoading(
            workers: workers, fields: others + fields, requiresConfinement: access.requiresConfinement)
    }

    /// What each contribution says of itself, told by a worker that loads it.
    ///
    /// - Throws: `PluginError` with all that do not load.
    private func describe(_ package: Package, _ store: Store) throws -> [InstalledContribution] {
        guard !package.contributions.isEmpty else { return [] }
        let libraries = try PluginLibraries(of: package.manifest, beside: nil) { store }
        let context = PluginContext(package, libraries)
        let loading = try self.loading(package, store)
        var described: [InstalledContribution] = []
        var mistakes: [String] = []
        for contribution in package.contributions {
            let program = Program(
                name: "\(package.manifest.id)/\(contribution.path)",
                source: package.files[contribution.path] ?? [],
                plugin: context)
            switch try loading.describe(program) {
            case .failure(let failure): mistakes.append(failure.description)
            case .success(let description):
                described.append(
                    InstalledContribution(
                        plugin: package.manifest.id, contribution: contribution,
                        description: Array(try JSONEncoder().encode(description))))
            }
        }
        guard mistakes.isEmpty else {
            throw PluginError(.wrong, "the plugin \(package.manifest.id)", mistakes)
        }
        return described
    }
}
