import Testing

@testable import Host

@Suite struct CommitHoldTests {
    @Test(arguments: [
        // Seconds since the beginning, and how many of them were work.
        (0.9, 0.0, false), (1.1, 0.0, true), (10.0, 4.6, false), (10.0, 4.4, true), (100.0, 51.0, false),
    ])
    func `others wait for a commit's own work, as long again, and a second`(
        passed: Double, worked: Double, isTooLong: Bool
    ) {
        let began = ContinuousClock.now
        var hold = CommitHold(began: began)
        hold.add(.seconds(worked))
        #expect(hold.isTooLong(at: began + .seconds(passed)) == isTooLong)
    }
}
