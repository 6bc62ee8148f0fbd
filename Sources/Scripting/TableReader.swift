import Community
import LuaKit
import Spelling

/// Reads the options that a script gives in a table, and says what is wrong with them in the author's words.
struct TableReader {
    let state: State
    let table: Value
    /// What messages call the table: `report`, `the column 3`.
    let what: String

    init(_ state: State, _ table: Value, _ what: String) throws {
        guard case .table = table else {
            throw ScriptError("\(what) must be a table, and is \(table.phrase)")
        }
        self.state = state
        self.table = table
        self.what = what
    }

    /// Refuses what is no option, so that a typo is not taken for nothing.
    init(_ state: State, _ table: Value, _ what: String, _ options: Options) throws {
        try self.init(state, table, what)
        try allow(options.names, items: options.items.count)
    }

    /// Refuses names other than these, so that a typo is not taken for nothing.
    func allow(_ names: [String], items: Int = 0) throws {
        for field in try state.fields(table) {
            switch field.key {
            case .string(let key):
                guard names.contains(key.description) else {
                    throw ScriptError(
                        "\(what) has no option '\(key)'"
                            + Suggestion.phrase(for: key.description, among: names))
                }
            case .integer(let number) where number >= 1 && number <= items: continue
            default: throw ScriptError("\(what) has \(field.key.phrase) as a key, where names are expected")
            }
        }
    }

    func value(_ name: String) throws -> Value {
        try state.get(table, name)
    }

    func text(_ name: String) throws -> String? {
        switch try value(name) {
        case .nil: return nil
        case .string(let string):
            guard let text = string.text else { throw ScriptError("'\(name)' of \(what) is not valid UTF-8") }
            return text
        case let other: throw expected("text", name, other)
        }
    }

    func boolean(_ name: String) throws -> Bool? {
        switch try value(name) {
        case .nil: return nil
        case .boolean(let flag): return flag
        case let other: throw expected("true or false", name, other)
        }
    }

    func integer(_ name: String) throws -> Int64? {
        switch try value(name) {
        case .nil: return nil
        case .integer(let number): return number
        case let other: throw expected("a whole number", name, other)
        }
    }

    /// A function, which must be given.
    ///
    /// - Parameter arguments: what it is called with, for the message: `the community`.
    func function(_ name: String, of arguments: String) throws -> Value {
        let value = try value(name)
        guard case .function = value else { throw expected("a function of \(arguments)", name, value) }
        return value
    }

    /// A text or a list of texts, one at least; none when there is no such option.
    func texts(_ name: String) throws -> [String] {
        let value = try value(name)
        switch value {
        case .nil: return []
        case .string: return try text(name).map { [$0] } ?? []
        default:
            let items = try state.sequence(value)
            let texts = items.compactMap { item -> String? in
                if case .string(let string) = item { string.text } else { nil }
            }
            guard !texts.isEmpty, texts.count == items.count, try state.extent(value).other.isNil else {
                throw expected("a text or a list of texts", name, value)
            }
            return texts
        }
    }

    /// One of some names.
    func choice(_ name: String, among names: [String]) throws -> String? {
        guard let text = try text(name) else { return nil }
        try check(text, name, among: names)
        return text
    }

    /// Refuses a text that is none of these names.
    func check(_ text: String, _ name: String, among names: [String]) throws {
        guard names.contains(text) else {
            let suggestion = Suggestion.phrase(for: text, among: names)
            throw ScriptError(
                "'\(name)' of \(what) has the unknown value '\(text)'"
                    + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion))
        }
    }

    /// A text, or a table of texts by language.
    func localized(_ name: String) throws -> LocalizedText? {
        let value = try value(name)
        return value.isNil ? nil : try Self.localized(state, value, "'\(name)' of \(what)")
    }

    /// A text (taken for every language) or a table of texts by language.
    static func localized(_ state: State, _ value: Value, _ what: String) throws -> LocalizedText {
        switch value {
        case .string(let string):
            guard let text = string.text else { throw ScriptError("\(what) is not valid UTF-8") }
            return LocalizedText(text, in: Language.default.rawValue)
        case .table:
            var texts: [String: String] = [:]
            for field in try state.fields(value) {
                guard case .string(let language) = field.key, language.bytes.count <= 12,
                    case .string(let string) = field.value, let text = string.text
                else {
                    throw ScriptError(
                        "\(what) must be a text, or a table of texts by language: { en = \"…\", fr = \"…\" }")
                }
                texts[language.description] = text
            }
            return LocalizedText(texts)
        default:
            throw ScriptError(
                "\(what) must be a text, or a table of texts by language, and is \(value.phrase)")
        }
    }

    /// The table for a language, where this is a table of tables by language; nil where it is not.
    func byLanguage(_ language: String, _ fallback: String) throws -> Value? {
        for code in [language, fallback] {
            let value = try value(code)
            if case .table = value { return value }
        }
        return nil
    }

    func expected(_ phrase: String, _ name: String, _ value: Value) -> ScriptError {
        ScriptError("'\(name)' of \(what) must be \(phrase), and is \(value.phrase)")
    }
}
