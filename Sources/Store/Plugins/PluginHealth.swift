import Community

/// How a plugin has been doing, by the receipts of its runs.
public struct PluginHealth: Sendable, Hashable {
    public let runs: Int
    public let failures: Int
    /// Failures since the last run that was done, at most `mostFailures`.
    public let consecutiveFailures: Int
    public let lastError: Failure?
    /// Of the last `sample` runs: wall milliseconds, and most bytes of the Lua heap. nil before the first.
    public let time: Spread?
    public let memory: Spread?

    public struct Failure: Sendable, Hashable {
        public let at: Instant
        public let message: String
    }

    public struct Spread: Sendable, Hashable {
        public let median: Int
        public let worst: Int

        init?(_ values: [Int]) {
            let sorted = values.sorted()
            guard let worst = sorted.last else { return nil }
            self.worst = worst
            median = sorted[(sorted.count - 1) / 2]
        }
    }

    /// After so many failures in a row a plugin is switched off.
    public static let mostFailures = 5
    /// How many runs the spreads are of, at most.
    public static let sample = 1000
}
