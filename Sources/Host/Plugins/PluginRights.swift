import Community
import Runs
import Store

/// What somebody may do with a community's plugins: the row "plugins, settings, grants" of the table of rights.
struct PluginRights {
    let viewer: Viewer
    private let store: Store
    private let snapshot: Snapshot

    init(_ access: CommunityAccess, _ store: Store) throws {
        self.store = store
        snapshot = try store.snapshot(as: access.viewer)
        viewer = snapshot.viewer
    }

    /// Who makes changes, and when.
    func origin(_ command: String) -> ChangeSet.Origin {
        ChangeSet.Origin(by: viewer.name, command: command, at: .fromClock())
    }

    private var role: Role? {
        if case .member(let member) = viewer { member.role } else { nil }
    }

    /// Whether all plugins are theirs to look at, with the errors of everybody's runs.
    var seesAll: Bool { role.map { $0 >= .moderator } ?? true }

    func requireReading() throws(Failure) {
        guard role.map({ $0 >= .focalPoint }) ?? true else {
            throw Failure(
                .notPermitted,
                "plugins are looked at by focal points, moderators and admins; `halqa list reports` shows what you can run"
            )
        }
    }

    /// What was chosen for an organization is its own to look at.
    func requireReading(for organization: String) throws {
        guard !seesAll, try !isOwn(organization) else { return }
        throw Failure(
            .notPermitted, "the settings of other organizations are looked at by moderators and admins")
    }

    private func isOwn(_ organization: String) throws -> Bool {
        try snapshot.key(snapshot.schema.entity("organization"), id: organization).map(isOwn) ?? false
    }

    private func isOwn(_ organization: Int64) -> Bool {
        if case .member(let member) = viewer { member.organization == organization } else { false }
    }

    /// - Parameter what: `installing a plugin`.
    func requireAdmin(_ what: String) throws(Failure) {
        guard role.map({ $0 == .admin }) ?? true else {
            throw Failure(.notPermitted, "\(what) is an admin's to do; ask one")
        }
    }

    /// Admins decide for everybody, focal points for their own organization of what was meant for it: an admin grants
    /// permissions for those for whom a plugin is.
    ///
    /// - Parameter organization: its identifier; nil for the whole community.
    func requireDeciding(on plugin: String, for organization: String?, _ what: String) throws {
        guard role != nil, role != .admin else { return }
        guard role == .focalPoint else { return try requireAdmin(what) }
        guard let organization, try isOwn(organization) else {
            throw Failure(
                .notPermitted, "\(what) is yours to do for your own organization; name it with --organization"
            )
        }
        if try !wasSwitchedOff(plugin) { _ = try visible(plugin) }
    }

    /// Whether it has been on for the viewer's own people since it was installed, and is not any more.
    private func wasSwitchedOff(_ plugin: String) throws -> Bool {
        try store.pluginEvents(plugin, limit: .max).prefix { $0.action != .install }
            .contains { $0.action == .disable && $0.organization.map(isOwn) ?? false }
    }

    /// A plugin that may be seen; any other is as if there were none.
    func visible(_ id: String) throws -> InstalledPlugin {
        do {
            let plugin = try store.plugin(id)
            if try sees(plugin) { return plugin }
        } catch let error as StoreError where error.kind == .unknownRecord && !seesAll {
            // It may tell of others that are called alike.
        }
        throw Failure(
            .missing, "there is no plugin '\(id)'; `halqa plugin list` shows those that are installed")
    }

    /// Whether a plugin may be seen: focal points see those that are on for their people.
    func sees(_ plugin: InstalledPlugin) throws -> Bool {
        guard !seesAll, case .organizations(let organizations) = plugin.scope else { return true }
        return try organizations.contains(where: isOwn)
    }

    /// Whether an event may be looked at: what was chosen for an organization is its own.
    func sees(_ event: PluginEvent) -> Bool {
        seesAll || event.organization.map(isOwn) ?? true
    }
}
