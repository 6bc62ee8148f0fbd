import Community
import Foundation
import Store
import Testing

@testable import Host

/// The demo community on disk for the tests of a suite, which is gone after them: `@Suite(.demo)`. It has an
/// observer besides, `observer`, of the Arab Interior Ministers' Council.
struct Demo: Sendable {
    let folder: String

    /// 22 November 2026.
    static let now = Instant(milliseconds: 1_795_305_600_000)

    @TaskLocal static var current: Demo?

    static var shared: Demo {
        get throws { try #require(current, "the suite has no `.demo`") }
    }

    fileprivate init() throws {
        folder = NSTemporaryDirectory() + "halqa-\(UUID().uuidString)"
        let store = try NewCommunity(folder: folder, language: "en", now: Self.now).createDemo()
        let observer = Change.create(
            entity: "member", id: "observer",
            fields: [
                "name": .text("Observer"), "organization": .reference("aimc"), "role": .text("observer"),
            ])
        _ = try store.apply(
            ChangeSet([observer], origin: ChangeSet.Origin(by: "operator", command: "test", at: Self.now)))
    }

    func snapshot(as viewer: String?, language: String) throws -> Snapshot {
        try Store(opening: folder, for: .reading).snapshot(as: viewer, language: language)
    }

    fileprivate func remove() throws { try FileManager.default.removeItem(atPath: folder) }
}

struct DemoTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let demo = try Demo()
        try await Demo.$current.withValue(demo) { try await function() }
        try demo.remove()
    }
}

extension Trait where Self == DemoTrait {
    static var demo: DemoTrait { DemoTrait() }
}
