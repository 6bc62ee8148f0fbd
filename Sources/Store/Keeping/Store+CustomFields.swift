import Community

// The fields that plugins add. Each of these is one transaction; whoever has the community open, in this
// process or another, reads and writes by the new fields from their next snapshot or change on.
extension Store {
    /// The fields that plugins have declared, in the order in which they first were.
    public func customFields() throws(StoreError) -> [DeclaredField] {
        try ReadingConnection.use(file.database) { connection throws(StoreError) in
            try CustomFieldTable(declared.base, connection).current.map(\.declared)
        }
    }

    /// The fields of plugins, by their plugins, that are kept although their plugins were removed or declare them no
    /// longer.
    public func retiredFields() throws(StoreError) -> [String: [DeclaredField]] {
        Dictionary(grouping: try customFields().filter(\.isRetired), by: \.field.plugin)
    }

    /// Declares all fields of a plugin: new ones get their columns, changed ones keep what they hold, and those
    /// that the plugin has no longer are retired.
    ///
    /// - Throws: `badChange` when a field cannot be added, or changed in such a way; nothing is changed then.
    public func declare(
        _ fields: [CustomField], of plugin: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        try write { connection throws(StoreError) in
            try CustomFieldTable(declared.base, connection).declare(fields, of: plugin, by: origin)
        }
    }

    /// Keeps the fields of a plugin that is gone, with what they hold, as retired.
    public func retireFields(of plugin: String) throws(StoreError) {
        try write { connection throws(StoreError) in
            try CustomFieldTable(declared.base, connection).retire(plugin)
        }
    }

    /// Takes away the retired fields of a plugin with all that they hold, for good. The audit log keeps its images.
    public func purgeFields(of plugin: String, by origin: ChangeSet.Origin) throws(StoreError) {
        try write { connection throws(StoreError) in
            try CustomFieldTable(declared.base, connection).purge(plugin, by: origin)
        }
    }
}
