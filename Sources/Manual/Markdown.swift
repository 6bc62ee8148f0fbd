import Community
import LuaKit

/// Pieces of the reference pages.
enum Markdown {
    /// A table; nothing when it has no rows.
    static func table(_ columns: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let lines = [columns, columns.map { _ in "---" }] + rows.map { $0.map(cell) }
        return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined() + "\n"
    }

    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }

    static func code(_ lines: [String], _ language: String = "lua") -> String {
        lines.isEmpty ? "" : "```\(language)\n\(lines.joined(separator: "\n"))\n```\n\n"
    }

    static func link(_ text: String, page: String = "") -> String {
        "[\(text)](\(page)#\(anchor(text)))"
    }

    /// What a heading is called in a link, as GitHub and most others have it.
    static func anchor(_ heading: String) -> String {
        let kept = heading.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
        return kept.replacing(" ", with: "-")
    }

    /// A sentence's words as a heading.
    static func heading(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// In the languages in which Halqa speaks.
    static func titles(_ title: LocalizedText) -> String {
        ["en", "fr", "ar"].compactMap { title.texts[$0] }.joined(separator: " · ")
    }

    /// The first line of each page, which readers do not see.
    static func head(_ command: String) -> String {
        "<!-- Written by `\(command)`; changes to this page are lost. -->\n\n"
    }
}
