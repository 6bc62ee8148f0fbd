/// On which lines of a manifest its tables and keys stand, which the TOML library does not tell.
///
/// It looks for headers and keys at the beginnings of lines; of a key within braces it knows the line of
/// the key before them, and of one written in another way nothing. That is enough for messages.
public struct ManifestLines {
    private var lines: [[String]: Int] = [:]

    public init(_ text: String) {
        var table: [String] = []
        var closing: String?
        // `\r\n` is one character of Swift's.
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            if let end = closing {
                if line.contains(end) { closing = nil }
                continue
            }
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            if trimmed.hasPrefix("[") {
                table = Self.keys(trimmed.drop { $0 == "[" }.prefix { $0 != "]" })
                note(table, index + 1)
            } else if let sign = trimmed.firstIndex(of: "="), !trimmed.hasPrefix("#") {
                note(table + Self.keys(trimmed[..<sign]), index + 1)
                closing = Self.openQuotes(trimmed[sign...])
            }
        }
    }

    /// The line of a key, or of the nearest table that it is in; nil when it is not known.
    public func line(of path: [String]) -> Int? {
        stride(from: path.count, to: 0, by: -1).lazy.compactMap { lines[Array(path[..<$0])] }.first
    }

    private mutating func note(_ path: [String], _ line: Int) {
        // Longer than a name can be: part of a text that has several lines.
        guard path.count <= TOMLGrammar.deepest else { return }
        for count in 1...max(1, path.count) where lines[Array(path.prefix(count))] == nil {
            lines[Array(path.prefix(count))] = line
        }
    }

    private static func keys(_ text: Substring) -> [String] {
        text.split(separator: ".").map { $0.filter { !" \t\"'".contains($0) } }
    }

    /// The quotes that end a text of several lines which begins here.
    private static func openQuotes(_ value: Substring) -> String? {
        for quotes in ["\"\"\"", "'''"] {
            let count = value.split(separator: quotes, omittingEmptySubsequences: false).count
            if count == 2 { return quotes }
        }
        return nil
    }
}
