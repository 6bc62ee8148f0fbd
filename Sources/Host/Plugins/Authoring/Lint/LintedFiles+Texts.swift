import Community
import Plugins

extension LintedFiles {
    private static let languages = Language.allCases.map(\.rawValue)
    /// What tables of the API say to readers.
    private static let spoken: Set<String> = ["description", "subtitle", "title"]

    /// Texts of Lua files that are not there in all languages.
    var texts: [LintFinding] {
        working.flatMap { path, names -> [LintFinding] in
            let tables = names.tables.filter { !$0.keys.isDisjoint(with: Self.languages) }.compactMap {
                table in
                Self.phrase(table.keys).map { LintFinding(.warning, path, table.line, "the text \($0)") }
            }
            let plain = names.plainTexts.filter {
                Self.spoken.contains($0.key) && $0.text.contains(where: \.isLetter)
            }
            return tables
                + plain.map { text in
                    LintFinding(
                        .warning, path, text.line,
                        "the \(text.key) \"\(text.text)\" is in one language; write \(text.key) = { en = \"…\", fr = \"…\", "
                            + "ar = \"…\" }")
                }
        }
    }

    /// Texts of the manifest that are not there in all languages.
    var manifestTexts: [LintFinding] {
        let manifest = package.manifest
        var texts: [(path: [String], text: LocalizedText, isNeeded: Bool)] = [
            (["plugin", "name"], manifest.name, true),
            (["plugin", "description"], manifest.description, true),
        ]
        for setting in manifest.settings {
            let path = ["settings", setting.name]
            texts.append((path + ["title"], setting.title, true))
            texts.append((path + ["description"], setting.description, false))
            texts += Self.choices(setting.type).map { (path + ["choices"], $0, false) }
        }
        for field in manifest.fields {
            let name = field.field.name.split(separator: ".").last.map(String.init) ?? field.field.name
            let path = ["fields", field.entity, name]
            texts.append((path + ["title"], field.field.title, true))
            texts += Self.choices(field.field.type).map { (path + ["choices"], $0, false) }
        }
        return texts.compactMap { path, text, isNeeded in
            let name = path.joined(separator: ".")
            if text.texts.isEmpty {
                return isNeeded ? inManifest(.warning, path, "\(name) is missing") : nil
            }
            return Self.phrase(Set(text.texts.keys)).map { inManifest(.warning, path, "\(name) \($0)") }
        }
    }

    private static func choices(_ type: FieldType) -> [LocalizedText] {
        switch type {
        case .choice(let choices), .list(of: .choice(let choices)): choices.map(\.title)
        default: []
        }
    }

    /// nil when nothing is missing.
    private static func phrase(_ present: Set<String>) -> String? {
        let missing = languages.filter { !present.contains($0) }
        guard !missing.isEmpty else { return nil }
        return "is not there in \(missing.joined(separator: ", "))"
    }
}
