import Community

// The fields that plugins declare come and go with them.
extension PluginTable {
    private var fields: CustomFieldTable { CustomFieldTable(schema, connection) }

    func declare(
        _ fields: [CustomField], of plugin: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try self.fields.declare(fields, of: plugin, by: origin)
    }

    /// Declares the fields of an earlier version. One that has been widened since stays as wide as it is: it may
    /// hold what the earlier version's would not.
    func declareAgain(
        _ fields: [CustomField], of plugin: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        let rows = try self.fields.current.map(\.declared.field)
        try declare(
            fields.map { field in
                guard
                    let present = rows.first(where: {
                        $0.plugin == plugin && $0.entity == field.entity && $0.name == field.name
                    })
                else { return field }
                return (try? field.checkReplacing(present)) == nil ? present : field
            }, of: plugin, by: origin)
    }

    /// What to tell of a plugin that was removed and not purged; nil of any other.
    func removal(of plugin: String) throws(StoreError) -> StoreError? {
        let row = try Statement(
            connection, "SELECT 1 FROM plugins WHERE id = \(bind: .text(plugin)) AND current IS NULL" as SQL)
        guard try row.step() else { return nil }
        let kept = try fields.current.map(\.declared)
            .filter { $0.isRetired && $0.field.plugin == plugin }.map(\.description)
        return StoreError(
            .unknownRecord,
            "the plugin \(plugin) was removed"
                + (kept.isEmpty ? "" : "; what its fields hold is kept (\(kept.joined(separator: ", ")))")
                + "; install it again, or take away what is left of it: halqa plugin remove \(plugin) --purge"
        )
    }

    func retireFields(of plugin: String) throws(StoreError) { try fields.retire(plugin) }

    func purgeFields(of plugin: String, by origin: ChangeSet.Origin) throws(StoreError) {
        try fields.purge(plugin, by: origin)
    }
}
