import Community
import Spelling

extension PluginTable {
    func scope(_ plugin: String) throws(StoreError) -> PluginScope {
        let row = try Statement(
            connection,
            """
            SELECT organization, organization.id FROM plugin_scopes
            LEFT JOIN organization ON key = plugin_scopes.organization
            WHERE plugin = \(bind: .text(plugin)) ORDER BY 2
            """ as SQL)
        var organizations: [String] = []
        while try row.step() {
            if row.integer(0) == 0 { return .community }
            // One that was deleted since has no people.
            if !row.isNull(1) { organizations.append(row.text(1)) }
        }
        return .organizations(organizations)
    }

    /// Whether a plugin is on for a viewer: the operator may use each that is on for anybody.
    func isOn(_ plugin: String, for viewer: Viewer) throws(StoreError) -> Bool {
        let theirs: SQL =
            switch viewer {
            case .operator: "1"
            case .member(let member): "organization IN (0, \(bind: .integer(member.organization)))"
            }
        let row = try Statement(
            connection,
            "SELECT 1 FROM plugin_scopes WHERE plugin = \(bind: .text(plugin)) AND \(theirs)" as SQL)
        return try row.step()
    }

    /// - Parameter organization: its identifier; empty for the whole community, which takes the place of all others.
    func enable(_ plugin: String, _ organization: String) throws(StoreError) {
        let key = try key(organization)
        if key == 0 {
            try Statement(connection, "DELETE FROM plugin_scopes WHERE plugin = ?").run([.text(plugin)])
        }
        if key != 0, try scope(plugin) == .community { return }
        try Statement(
            connection,
            "INSERT INTO plugin_scopes (plugin, organization) VALUES (?, ?) ON CONFLICT DO NOTHING"
        ).run([.text(plugin), .integer(key)])
    }

    /// - Parameter organization: its identifier; empty for everybody.
    func disable(_ plugin: String, _ organization: String) throws(StoreError) {
        guard !organization.isEmpty else {
            return try Statement(connection, "DELETE FROM plugin_scopes WHERE plugin = ?").run([.text(plugin)]
            )
        }
        let key = try key(organization)
        if try scope(plugin) == .community {
            throw StoreError(
                .conflict,
                "the plugin \(plugin) is on for the whole community, not for \(organization) alone; disable it, and "
                    + "enable it for the organizations that are to have it")
        }
        try Statement(connection, "DELETE FROM plugin_scopes WHERE plugin = ? AND organization = ?").run([
            .text(plugin), .integer(key),
        ])
    }

    /// The key of an organization, by its identifier; 0 for the whole community.
    func key(_ organization: String) throws(StoreError) -> Int64 {
        guard !organization.isEmpty else { return 0 }
        let row = try Statement(
            connection, "SELECT key FROM organization WHERE id = \(bind: .text(organization))" as SQL)
        if try row.step() { return row.integer(0) }
        let all = try Statement(connection, "SELECT id FROM organization LIMIT 10000")
        var names: [String] = []
        while try all.step() { names.append(all.text(0)) }
        throw StoreError(
            .unknownRecord,
            "there is no organization '\(organization)'" + Suggestion.phrase(for: organization, among: names))
    }
}
