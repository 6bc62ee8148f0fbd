import Community
import Spelling
import TOMLKit

/// One table of a manifest. What is asked of it and is not as it must be becomes a mistake, and is answered
/// with nil, so that reading goes on to the next one.
struct ManifestTable {
    let table: TOMLTable
    /// The keys that lead to it from the top.
    let path: [String]
    let mistakes: ManifestMistakes

    var keys: [String] { table.keys }

    /// What messages call one of its keys: `settings.grace_days.default`.
    func name(_ key: String) -> String { (path + [key]).joined(separator: ".") }

    func wrong(_ key: String, _ sentence: String) { mistakes.add(path + [key], sentence) }

    /// Notes each key that is none of these.
    func allow(_ names: [String]) {
        for key in keys where !names.contains(key) {
            let suggestion = Suggestion.phrase(for: key, among: names)
            let place = path.isEmpty ? "a manifest" : "[\(path.joined(separator: "."))]"
            wrong(
                key,
                "\(place) has no '\(key)'"
                    + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion))
        }
    }

    func text(_ key: String) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else { return expected("a text", key) }
        guard !text.allSatisfy(\.isWhitespace) else { return expected("a text that is not empty", key) }
        return text
    }

    func requiredText(_ key: String, _ example: String) -> String? {
        guard table[key] == nil else { return text(key) }
        wrong(key, "\(name(key)) is missing; write for instance \(key) = \(example)")
        return nil
    }

    /// Texts of which none is there twice; empty when there are none.
    func texts(_ key: String) -> [String] {
        list(key, "texts") { item in item.string.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// What a list holds, each once; empty when there is none, or when an item is not read.
    func list<Item: Hashable>(
        _ key: String, _ what: String, _ read: (TOMLValue) -> Item?
    ) -> [Item] {
        guard let value = table[key] else { return [] }
        guard let array = value.array else { return expected("a list of \(what)", key) ?? [] }
        var items: [Item] = []
        var known: Set<Item> = []
        for element in array {
            guard let item = read(element.tomlValue) else { return expected("a list of \(what)", key) ?? [] }
            guard known.insert(item).inserted else {
                wrong(key, "\(name(key)) has '\(element.debugDescription)' twice")
                continue
            }
            items.append(item)
        }
        return items
    }

    func boolean(_ key: String) -> Bool? {
        guard let value = table[key] else { return nil }
        return value.bool ?? expected("true or false", key)
    }

    /// A text in several languages, or a plain one, which is English; empty when there is none.
    func localized(_ key: String) -> LocalizedText {
        guard let value = table[key] else { return [:] }
        if let text = value.string {
            return LocalizedText(text, in: Language.default.rawValue)
        }
        guard let texts = value.table else {
            return expected("a text, or texts by language: { en = \"…\", fr = \"…\", ar = \"…\" }", key)
                ?? [:]
        }
        var result: [String: String] = [:]
        let reader = ManifestTable(table: texts, path: path + [key], mistakes: mistakes)
        for language in reader.keys {
            guard Self.isLanguage(language) else {
                reader.wrong(
                    language,
                    "\(reader.name(language)): '\(language)' is not the code of a language such as en, fr, ar"
                )
                continue
            }
            result[language] = reader.text(language)
        }
        return LocalizedText(result)
    }

    func subtable(_ key: String) -> ManifestTable? {
        guard let value = table[key] else { return nil }
        guard let subtable = value.table else { return expected("a table: [\(name(key))]", key) }
        return ManifestTable(table: subtable, path: path + [key], mistakes: mistakes)
    }

    /// Its tables, in the order of their names.
    func subtables() -> [(key: String, table: ManifestTable)] {
        keys.sorted().compactMap { key in subtable(key).map { (key, $0) } }
    }

    /// A value of a type; null when there is none.
    func value(_ key: String, _ type: FieldType) -> FieldValue {
        guard let value = table[key] else { return .null }
        do {
            return try type.value(value)
        } catch {
            wrong(key, "\(name(key)): \(error)")
            return .null
        }
    }

    private func expected<T>(_ what: String, _ key: String) -> T? {
        wrong(key, "\(name(key)) is not \(what)")
        return nil
    }

    /// Two or three small letters, and perhaps a region: `en`, `pt-BR`.
    private static func isLanguage(_ code: String) -> Bool {
        code.firstMatch(of: #/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/#) != nil
    }
}
