import Community

extension FieldType {
    /// What a manifest's table declares by `type`, `minimum`, `maximum` and `choices`; nil when it has no
    /// such type, which is noted. Choices without a type are a choice.
    ///
    /// - Parameter what: what messages call it: `the setting 'grace_days'`.
    static func read(
        _ table: ManifestTable, _ what: String, for use: TypeName.Use, in schema: Schema
    ) -> FieldType? {
        let hasChoices = table.table["choices"] != nil
        guard
            let name = hasChoices && table.table["type"] == nil
                ? TypeName.choice.description : table.requiredText("type", "\"text\"")
        else { return nil }
        let choices = choices(table)
        do {
            let type = try TypeName(name, for: use, in: schema)
            // A list of them that cannot be read has been told of.
            guard choices.isEmpty != hasChoices else { return nil }
            return try FieldType(
                type, minimum: table.value("minimum", .anyNumber),
                maximum: table.value("maximum", .anyNumber),
                choices: choices)
        } catch {
            table.wrong("type", "\(what) \(error)")
            return nil
        }
    }

    /// `["low", "high"]`, or with titles: `[{ name = "low", title = { fr = "bas" } }, …]`.
    private static func choices(_ table: ManifestTable) -> [Choice] {
        if table.table["choices"]?.array?.isEmpty == true {
            table.wrong("choices", "\(table.name("choices")) is empty")
        }
        return table.list(
            "choices", "names, or of tables such as { name = \"low\", title = { en = \"Low\" } }"
        ) {
            item in
            if let name = item.string { return Choice(name, title: [:]) }
            guard let subtable = item.table else { return nil }
            let choice = ManifestTable(
                table: subtable, path: table.path + ["choices"], mistakes: table.mistakes)
            choice.allow(["name", "title"])
            return choice.requiredText("name", "\"low\"").map { Choice($0, title: choice.localized("title")) }
        }
    }
}
