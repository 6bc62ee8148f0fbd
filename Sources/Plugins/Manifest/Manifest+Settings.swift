import Community
import Spelling

extension Manifest {
    static func readSettings(_ root: ManifestTable) -> [Setting] {
        guard let settings = root.subtable("settings") else { return [] }
        return settings.subtables().compactMap { name, table in
            guard checkName(name, settings) else { return nil }
            table.allow(["type", "default", "minimum", "maximum", "choices", "title", "description"])
            guard let type = DeclaredType.read(table, entities: []) else { return nil }
            let setting = Setting(
                name: name, type: type.type, default: table.value("default", type.type.withoutBounds),
                minimum: type.minimum, maximum: type.maximum, title: table.localized("title"),
                description: table.localized("description"))
            do { try setting.check(setting.defaultValue) } catch {
                table.wrong("default", "\(table.name("default")): \(error)")
            }
            return setting
        }
    }

    static func readFields(_ root: ManifestTable, _ id: String?, _ schema: Schema) -> [CustomField] {
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
                guard checkName(name, declarations) else { continue }
                table.allow(["type", "minimum", "maximum", "choices", "title", "description"])
                guard let type = DeclaredType.read(table, entities: schema.entities.map(\.name)) else {
                    continue
                }
                if type.type.isInteger == false, type.minimum != nil || type.maximum != nil {
                    table.wrong("type", "\(table.name("minimum")): only fields of whole numbers have bounds")
                }
                let title = table.localized("title")
                if title.isEmpty, table.table["title"] == nil {
                    table.wrong(
                        "title",
                        "\(table.name("title")) is missing; write for instance title = { en = \"…\" }")
                }
                fields.append(
                    CustomField(
                        plugin: id ?? "", entity: entity,
                        field: Field(
                            "x.\(id ?? "").\(name)", type.type, title,
                            table.localized("description").text(
                                in: Language.default.rawValue, fallback: Language.default.rawValue))))
            }
        }
        return fields
    }

    private static func checkName(_ name: String, _ table: ManifestTable) -> Bool {
        if LuaName.isValid(name) { return true }
        table.wrong(name, "\(table.name(name)): '\(name)' is not \(LuaName.expectation)")
        return false
    }
}
