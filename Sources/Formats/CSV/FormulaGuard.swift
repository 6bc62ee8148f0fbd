/// What keeps spreadsheets from running a text of a CSV file as a formula: an apostrophe before it, as OWASP's "CSV
/// injection" has it. A text that already looks like one with its guard gets another, so that reading gives each text
/// back as it was.
enum FormulaGuard {
    static func added(to text: String) -> String { isNeeded(text) ? "'" + text : text }

    static func removed(from text: String) -> String {
        guard text.unicodeScalars.first == "'", isNeeded(text) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// Whether the first letter behind any apostrophes begins a formula, or lets one begin. Some spreadsheets take the
    /// full-width forms for the letters.
    private static func isNeeded(_ text: String) -> Bool {
        switch text.unicodeScalars.first(where: { $0 != "'" }) {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n", "\r": true
        default: false
        }
    }
}
