import Scripting

/// The changes have been laid over the snapshot; no script has run yet.
package struct Laid: Codable, Equatable {
    /// How many records are other than before.
    package var count: Int
}

/// What one rule has come to.
public struct RuleOutcome: Sendable, Hashable, Codable {
    /// Its file within the plugin: `rules/weekends.lua`.
    public var rule: String
    public var findings: RuleFindings
    /// Why it did not come to its end.
    public var failure: Failure?

    init(rule: String, findings: RuleFindings = RuleFindings(), failure: Failure? = nil) {
        self.rule = rule
        self.findings = findings
        self.failure = failure
    }
}
