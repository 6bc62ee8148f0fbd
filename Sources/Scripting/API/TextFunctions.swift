import Community
import Foundation
import LuaKit

/// Functions on text: for identifiers, for cells of spreadsheets, for sentences.
struct TextFunctions {
    /// The language of the run, and the one to fall back to.
    let language: String
    let fallback: String

    var functions: [Function] { [slug, trim, split, lines, percent, plural, tr] }

    private var slug: Function {
        Function(
            "slug",
            "Makes an identifier that people can type out of a text: lower case, without accents, words "
                + "joined by hyphens.",
            Parameter<String>("text", "The text."),
            returns: "The identifier; empty when the text has no letter or digit.",
            example: #"slug "Border guards: training" --> "border-guards-training""#
        ) { text in Community.slug(text) }
    }

    private var trim: Function {
        Function(
            "trim", "Takes away the white space at both ends.", Parameter<String>("text", "The text."),
            returns: "The rest.", example: #"trim "  Jordan " --> "Jordan""#
        ) { text in String(text[...].trimmed) }
    }

    private var split: Function {
        Function(
            "split", "Cuts a text at every separator. The parts are trimmed; empty ones are left out.",
            Parameter<String>("text", "The text."),
            Parameter<String>(
                "separator", "What stands between the parts, as it is: not a pattern.", default: ","),
            returns: "The parts.", example: #"split("OHCHR / UNICEF", "/") --> { "OHCHR", "UNICEF" }"#
        ) { text, separator throws -> [String] in
            guard !separator.isEmpty else {
                throw ScriptError("the separator is empty; give a text such as \",\"")
            }
            return Self.parts(of: text, separator).map(\.trimmed).filter { !$0.isEmpty }.map(String.init)
        }
    }

    private var lines: Function {
        Function(
            "lines", "Cuts a text into its lines, whichever way they end.",
            Parameter<String>("text", "The text."),
            returns: "The lines; an end of line at the end does not begin another.",
            example: #"lines "one\ntwo\n" --> { "one", "two" }"#
        ) { text in
            // A carriage return with a line feed is one Character.
            var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
                String.init)
            if lines.last == "" { lines.removeLast() }
            return lines
        }
    }

    private var percent: Function {
        Function(
            "percent", "Says how large a part of a whole is, rounded to a whole percent.",
            Parameter<Double>("part", "The part."), Parameter<Double>("whole", "The whole."),
            returns: "The percentage as text; a dash when the whole is zero.",
            example: #"percent(7, 22) --> "32%""#
        ) { part, whole in
            let share = part / whole * 100
            guard whole != 0, share.isFinite else { return "–" }
            return String(format: "%.0f%%", share.rounded())
        }
    }

    private var plural: Function {
        Function(
            "plural",
            "Chooses the form of words that goes with a count in the language of the run, by the plural forms of the "
                + "Unicode CLDR (zero, one, two, few, many, other). `{count}` in it becomes the count.",
            Parameter<Int64>("count", "How many."),
            Parameter<Value>(
                "forms",
                "A table of forms; `other` is taken for those that are not given. Or a table of such tables, "
                    + "by language.", type: .table(of: .either([.string, .table(of: .string)]))),
            returns: "The words.",
            example: #"plural(3, { one = "{count} item", other = "{count} items" }) --> "3 items""#
        ) { (state: State, count: Int64, forms: Value) throws -> String in
            var reader = try TableReader(state, forms, "the forms of 'plural'")
            if let inLanguage = try reader.byLanguage(language, fallback) {
                reader = try TableReader(state, inLanguage, "the forms of 'plural'")
            }
            let wanted = PluralForm(count, language: language).rawValue
            guard let words = try reader.text(wanted) ?? reader.text(PluralForm.other.rawValue) else {
                let form = wanted == PluralForm.other.rawValue ? "" : "'\(wanted)' or "
                throw ScriptError("'plural' needs the form \(form)'other' for \(count)")
            }
            return words.replacing("{count}", with: String(count))
        }
    }

    private var tr: Function {
        Function(
            "tr", "Chooses the text in the language of the run; without one, in the community's language.",
            Parameter<Value>("texts", "Texts by language; a text alone is for every language.", type: .texts),
            returns: "The text.", example: #"tr { en = "Overdue", fr = "En retard" } --> "Overdue""#
        ) { (state: State, texts: Value) throws -> String in
            try TableReader.localized(state, texts, "the texts of 'tr'").text(
                in: language, fallback: fallback)
        }
    }

    private static func parts(of text: String, _ separator: String) -> [Substring] {
        // Most are one byte, which is found much faster than a text.
        guard let byte = separator.utf8.first, separator.utf8.count == 1 else {
            return text.split(separator: separator, omittingEmptySubsequences: false)
        }
        return text.utf8.split(separator: byte, omittingEmptySubsequences: false).map(Substring.init)
    }
}
