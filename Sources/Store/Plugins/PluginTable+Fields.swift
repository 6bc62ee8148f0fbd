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

    func retireFields(of plugin: String) throws(StoreError) { try fields.retire(plugin) }

    func purgeFields(of plugin: String, by origin: ChangeSet.Origin) throws(StoreError) {
        try fields.purge(plugin, by: origin)
    }
}
