import Community
import Spelling

extension Manifest {
    static func readSettings(_ root: ManifestTable, _ schema: Schema) -> [Setting] {
        guard let settings = root.subtable("settings") else { return [] }
        return settings.subtables().compactMap { name, table in
            guard CustomField.isName(name) else {
                settings.wrong(name, "\(settings.name(name)): '\(name)' is not \(nameExpectation)")
                return nil
            }
            table.allow(["type", "default", "minimum", "maximum", "choices", "title", "description"])
            let title = table.localized("title")
            let description = table.localized("description")
            guard let type = FieldType.read(table, "the setting '\(name)'", for: .setting, in: schema) else {
                return nil
            }
            return Setting(
                name: name, type: type, default: table.value("default", type), title: title,
                description: description)
        }
    }

    static func readFields(_ root: ManifestTable, _ plugin: String, _ schema: Schema) -> [CustomField] {
        guard let entities = root.subtable("fields") else { return [] }
        var fields: [CustomField] = []
        for (entity, declarations) in entities.subtables() {
            guard schema.entities.contains(where: { $0.name == entity }) else {
                let names = schema.entities.map(\.name)
                let suggestion = Suggestion.phrase(for: entity, among: names)
                entities.wrong(
                    entity,
                    "[fields.\(entity)]: there is no entity '\(entity)'"
                        + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion))
                continue
            }
            for (name, table) in declarations.subtables() {
                if let field = readField(name, table, plugin, entity, schema) { fields.append(field) }
            }
        }
        do { _ = try schema.adding(fields) } catch { root.wrong("fields", "\(error)") }
        return fields
    }

    private static func readField(
        _ name: String, _ table: ManifestTable, _ plugin: String, _ entity: String, _ schema: Schema
    ) -> CustomField? {
        table.allow([
            "type", "default", "minimum", "maximum", "choices", "title", "description", "personal", "inverse",
        ])
        let what = "the field '\(name)' of \(entity)"
        let english = Language.default.rawValue
        let title = table.localized("title")
        let description = table.localized("description").text(in: english, fallback: english)
        let isPersonal = table.boolean("personal") ?? false
        let inverse = table.subtable("inverse")
        inverse?.allow(["name", "title"])
        let inverseName = inverse?.requiredText("name", "\"reporting_items\"")
        guard let type = FieldType.read(table, what, for: .field, in: schema) else { return nil }
        do {
            return try CustomField(
                plugin: plugin, entity: entity, name: name, type: type, title: title,
                documentation: description,
                isPersonal: isPersonal, default: table.value("default", type),
                inverse: inverseName.map { ($0, inverse?.localized("title") ?? [:]) })
        } catch {
            table.wrong("type", "\(what) \(error)")
            return nil
        }
    }
}
