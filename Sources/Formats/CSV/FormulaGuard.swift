/// What keeps spreadsheets from running a text of a CSV file as a formula: an apostrophe before it, as OWASP's "CSV
/// injection" has it. A text that already looks like one with its guard gets another, so that reading gives each text
/// back as it was.
enum FormulaGuard {
    private static let apostrophe = UInt8(ascii: "'")

    static func added(to text: String) -> String { isNeeded(text) ? "'" + text : text }

    static func removed(from text: String) -> String {
        guard text.utf8.first == apostrophe, isNeeded(text) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// Whether the first letter behind any apostrophes begins a formula, or lets one begin.
    private static func isNeeded(_ text: String) -> Bool {
        switch text.utf8.first(where: { $0 != apostrophe }) {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D:
            true
        default: false
        }
    }
}
