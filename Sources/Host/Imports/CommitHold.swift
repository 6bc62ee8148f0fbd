/// For how long an open commit has kept others from writing, and how much of that it was at work itself. What it waits
/// for in the meantime is a script, for which nobody else should have to wait.
struct CommitHold {
    private let began: ContinuousClock.Instant
    private var worked = Duration.zero

    private static let allowance = Duration.seconds(1)

    init(began: ContinuousClock.Instant = .now) {
        self.began = began
    }

    mutating func add(_ work: Duration) { worked += work }

    /// Whether it has waited for longer than it has worked, and somewhat more.
    func isTooLong(at now: ContinuousClock.Instant = .now) -> Bool {
        now - began > worked + worked + Self.allowance
    }
}
