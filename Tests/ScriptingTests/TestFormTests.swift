import Community
import Documents
import Foundation
import Testing

@testable import Scripting

/// The form in which authors test their plugins.
@Suite(.community) struct TestFormTests {
    private final class Scratch {
        let path = NSTemporaryDirectory() + "halqa-tests-\(UUID().uuidString)"

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private static let grants = Grants(
        plugin: "tally", read: ["action_items", "organizations", "members"], authority: .author)

    private func outcomes(
        of program: Program, _ names: [String]? = nil, within time: Duration = .seconds(20)
    ) throws -> [TestOutcome] {
        let scratch = Scratch()
        let file = try TestFile(
            program, folder: scratch.path, now: #require(Script.now), language: nil, seed: 1,
            memory: 64 << 20,
            log: { _ in })
        return try (names ?? file.names(within: time)).map { file.run($0, within: time) }
    }

    @Test func `the tests of a plugin pass`() throws {
        let outcomes = try outcomes(of: TestPlugin.program("tests/overdue.lua", grants: Self.grants))
        for outcome in outcomes {
            #expect(
                outcome.failure == nil,
                "\(outcome.name): \(outcome.failure?.message ?? "") \(outcome.failure?.difference ?? [])")
        }
        #expect(outcomes.count == 8)
        #expect(outcomes.map(\.name) == outcomes.map(\.name).sorted())
    }

    @Test(arguments: [("imports", 9), ("rules", 5)])
    func `the tests of other kinds of contributions pass`(file: String, count: Int) throws {
        let outcomes = try outcomes(of: TestPlugin.program("tests/\(file).lua", grants: Self.grants))
        for outcome in outcomes {
            #expect(
                outcome.failure == nil,
                "\(outcome.name): \(outcome.failure?.message ?? "") \(outcome.failure?.difference ?? [])")
        }
        #expect(outcomes.count == count)
    }

    private func failure(_ name: String, within time: Duration = .seconds(20)) throws -> TestFailure {
        let outcomes = try outcomes(
            of: TestPlugin.program("tests/failing.lua", grants: Self.grants), [name], within: time)
        return try #require(outcomes.first?.failure)
    }

    @Test func `rows that differ stand side by side`() throws {
        let failure = try failure("b compares rows")
        #expect(
            failure.message.hasPrefix(
                "tally/tests/failing.lua:4: rows: the values are not equal\n    t:equal("))
        #expect(
            failure.difference == [
                "  expected                       actual",
                "≠ { \"Late\", 61 }                 { \"Late\", 60 }",
                "  { \"Same\", 1 }                  { \"Same\", 1 }",
                "≠ { \"More\", date \"2024-05-01\" }",
            ])
    }

    @Test func `other values that differ are named by their place`() throws {
        #expect(
            try failure("c compares tables").difference == [
                ".a[2]: expected \"three\", got \"two\"", ".b: expected date \"2024-05-01\", got nil",
                ".c: expected nil, got true",
            ])
    }

    @Test(arguments: ["d loops", "e runs what loops"])
    func `a test that loops is stopped`(name: String) throws {
        let failure = try failure(name, within: .milliseconds(300))
        #expect(failure.message.contains("stopped at its time limit"), "\(failure)")
    }

    @Test func `a test that raises has its place, and one that needs too much memory is stopped`() throws {
        #expect(try failure("f raises").message.hasPrefix("tally/tests/failing.lua:11: by itself"))
        #expect(try failure("g needs memory").message.contains("stopped at its memory limit"))
    }

    @Test(arguments: [
        ("return 1", "tally/tests/a.lua returns a number; a file of tests returns `tests { … }`"),
        ("return tests {}", "tally/tests/a.lua:1: the table of tests has none"),
        (
            "return tests { a = 1 }",
            "tally/tests/a.lua:1: the test 'a' must be a function of t, and is a number"
        ),
        (
            "return tests { print }",
            "tally/tests/a.lua:1: the table of tests has a number as a key, where a sentence is expected"
        ),
        ("return tests", "tally/tests/a.lua returns a function; a file of tests returns `tests { … }`"),
        ("while true do end", "tally/tests/a.lua:1: stopped at its time limit"),
    ])
    func `a file that is none of tests says so`(source: String, message: String) throws {
        let failure = #expect(throws: ScriptFailure.self) {
            _ = try outcomes(
                of: TestPlugin.program(source: source, at: "tests/a.lua"), within: .milliseconds(500))
        }
        #expect(failure?.description.hasPrefix(message) == true, "\(failure?.description ?? "")")
    }

    @Test func `a file of tests is not run as a report`() throws {
        let failure = try Script.failure(TestPlugin.program("tests/failing.lua"))
        #expect(
            failure
                == ScriptFailure(
                    .usage, "tally/tests/failing.lua is a file of tests, which `halqa plugin test` runs"))
    }
}
