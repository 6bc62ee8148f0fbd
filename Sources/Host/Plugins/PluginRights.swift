import Community
import Runs
import Store

/// What somebody may do with a community's plugins: the row "plugins, settings, grants" of the table of rights.
struct PluginRights {
    let viewer: Viewer
    private let snapshot: Snapshot

    init(_ access: CommunityAccess, _ store: Store) throws {
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

    /// - Parameter what: `installing a plugin`.
    func requireAdmin(_ what: String) throws(Failure) {
        guard role.map({ $0 == .admin }) ?? true else {
            throw Failure(.notPermitted, "\(what) is an admin's to do; ask one")
        }
    }

    /// Admins decide for everybody, focal points for their own organization.
    ///
    /// - Parameter organization: its identifier; nil for the whole community.
    func requireDeciding(for organization: String?, _ what: String) throws {
        guard role != nil, role != .admin else { return }
        guard role == .focalPoint, case .member(let member) = viewer else { return try requireAdmin(what) }
        guard let organization,
            try snapshot.key(snapshot.schema.entity("organization"), id: organization) == member.organization
        else {
            throw Failure(
                .notPermitted, "\(what) is yours to do for your own organization; name it with --organization"
            )
        }
    }

    /// Whether a plugin may be seen: focal points see those that are on for their people.
    func sees(_ plugin: InstalledPlugin) throws -> Bool {
        guard !seesAll, case .member(let member) = viewer else { return true }
        guard case .organizations(let organizations) = plugin.scope else { return true }
        let entity = try snapshot.schema.entity("organization")
        return try organizations.contains { try snapshot.key(entity, id: $0) == member.organization }
    }
}
