/// Something that a check of a community came upon.
public struct Finding: Sendable, Hashable {
    public enum Severity: Sendable, Hashable, Comparable {
        case fine
        case warning
        case fault
    }

    /// What was looked at: `integrity`, `disk`.
    public let subject: String
    public let severity: Severity
    /// What was found, in a sentence.
    public let text: String
    /// What to do about it; nothing where all is fine.
    public let advice: String?

    public init(_ subject: String, _ severity: Severity, _ text: String, advice: String? = nil) {
        self.subject = subject
        self.severity = severity
        self.text = text
        self.advice = advice
    }
}
