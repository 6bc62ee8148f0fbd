import GRDB

extension Migrations {
    /// For whose people alone a plugin was switched on or off, or set: the key of an organization, which is never used
    /// again. Before, it stood in the words only: `jor`, `days=5 for jor`.
    static func addOrganizationsOfPluginEvents(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE plugin_events ADD COLUMN organization INTEGER")
        // A new community has no tables of entities yet.
        guard try database.tableExists("organization") else { return }
        try database.execute(
            sql: """
                UPDATE plugin_events SET organization = (
                    SELECT key FROM organization WHERE CASE action
                        WHEN 'setting' THEN substr(details, -length(id) - 5) = ' for ' || id
                        ELSE details = id END)
                WHERE action IN ('setting', 'enable', 'disable')
                """)
    }
}
