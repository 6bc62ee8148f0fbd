/// What a linter has to say of a place in a plugin.
public struct LintFinding: Sendable, Hashable, Codable {
    public enum Severity: String, Sendable, Codable {
        /// The plugin cannot be used, or fails where it is used so.
        case error
        case warning
    }

    /// The path in the plugin: `reports/overdue.lua`.
    public let file: String
    /// From 1; nil for what is nowhere or in the whole file.
    public let line: Int?
    public let severity: Severity
    /// Without a full stop.
    public let sentence: String

    init(_ severity: Severity, _ file: String, _ line: Int?, _ sentence: String) {
        self.severity = severity
        self.file = file
        self.line = line
        self.sentence = sentence
    }

    /// `reports/overdue.lua:12: warning: …`, as editors and other tools read it.
    ///
    /// - Parameter folder: the plugin's, as the user gave it.
    public func text(in folder: String) -> String {
        let place = PluginFolder.name(file, in: folder) + (line.map { ":\($0)" } ?? "")
        return "\(place): \(severity.rawValue): \(sentence)"
    }
}

extension LintFinding: Comparable {
    public static func < (left: LintFinding, right: LintFinding) -> Bool {
        (left.file, left.line ?? 0, left.sentence) < (right.file, right.line ?? 0, right.sentence)
    }
}
