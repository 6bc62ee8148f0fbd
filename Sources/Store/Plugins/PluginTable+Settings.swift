import Community
import Plugins
import Spelling

extension PluginTable {
    /// What was chosen for an organization alone, or for the whole community (0). A value that the plugin's
    /// present version would not accept is left out.
    func chosen(_ manifest: Manifest, _ organization: Int64) throws(StoreError) -> [String: FieldValue] {
        let row = try Statement(
            connection,
            """
            SELECT name, value FROM plugin_settings
            WHERE plugin = \(bind: .text(manifest.id)) AND organization = \(bind: .integer(organization))
            """ as SQL)
        var values: [String: FieldValue] = [:]
        while try row.step() {
            guard let setting = manifest.setting(row.text(0)), let json = JSONReader.value(of: row.text(1))
            else {
                continue
            }
            let value = RecordImage.value(json, of: setting.type)
            guard !value.isNull, (try? setting.type.check(value)) != nil else { continue }
            values[setting.name] = value
        }
        return values
    }

    /// The settings in force: those of the organization, else the community's, else their defaults.
    func settings(_ manifest: Manifest, for viewer: Viewer) throws(StoreError) -> [String: FieldValue] {
        var values = Dictionary(uniqueKeysWithValues: manifest.settings.map { ($0.name, $0.defaultValue) })
        values.merge(try chosen(manifest, 0)) { $1 }
        if case .member(let member) = viewer {
            values.merge(try chosen(manifest, member.organization)) { $1 }
        }
        return values
    }

    /// - Parameters:
    ///   - value: null to have the default again, or the community's value.
    ///   - organization: its identifier; empty for the whole community.
    func set(
        _ name: String, of manifest: Manifest, to value: FieldValue, _ organization: String
    ) throws(StoreError) {
        guard let setting = manifest.setting(name) else {
            let names = manifest.settings.map(\.name)
            let suggestion = Suggestion.phrase(for: name, among: names)
            throw StoreError(
                .badChange,
                "the plugin \(manifest.id) has no setting '\(name)'"
                    + (!suggestion.isEmpty
                        ? suggestion
                        : names.isEmpty ? "; it has none" : "; there are \(names.joined(separator: ", "))"))
        }
        do { try setting.type.check(value) } catch {
            throw StoreError(.badChange, "the setting '\(name)' of \(manifest.id): \(error)")
        }
        try checkReferences(value, setting)
        let key = try key(organization)
        try Statement(
            connection, "DELETE FROM plugin_settings WHERE plugin = ? AND organization = ? AND name = ?"
        )
        .run([.text(manifest.id), .integer(key), .text(name)])
        guard !value.isNull else { return }
        var json = JSONText()
        RecordImage.write(value, to: &json)
        try Statement(
            connection, "INSERT INTO plugin_settings (plugin, organization, name, value) VALUES (?, ?, ?, ?)"
        ).run([.text(manifest.id), .integer(key), .text(name), .text(json.text)])
    }

    /// Records that a setting names have to be there when it is chosen.
    private func checkReferences(_ value: FieldValue, _ setting: Setting) throws(StoreError) {
        guard let target = setting.type.target else { return }
        let book = ReferenceBook(connection)
        let items: [FieldValue] = if case .list(let items) = value { items } else { [value] }
        for case .reference(let id) in items where try book.key(target, id) == nil {
            throw StoreError(.badChange, "the setting '\(setting.name)': there is no \(target) '\(id)'")
        }
    }
}
