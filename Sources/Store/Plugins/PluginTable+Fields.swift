import Community

// The fields that plugins declare.
extension PluginTable {
    func declare(
        _ fields: [CustomField], of plugin: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {}

    func declareAgain(
        _ fields: [CustomField], of plugin: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {}

    func retireFields(of plugin: String) throws(StoreError) {}

    func purgeFields(of plugin: String, by origin: ChangeSet.Origin) throws(StoreError) {}
}
