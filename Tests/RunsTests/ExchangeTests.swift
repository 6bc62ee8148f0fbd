import Documents
import Foundation
import Scripting
import Testing

@testable import Runs

/// What is refused, message by message. That a process which sends it is ended is in `FakeWorkerTests`.
@Suite struct ExchangeTests {
    private static let request = Request(
        community: "/nowhere", program: Program(name: "report.lua", source: []), now: 0, seed: 1,
        limits: RunLimits(output: 4096, rows: 3))

    private static func take(_ frames: [Frame]) throws -> (exchange: Exchange, parts: [Part], lines: [String])
    {
        var exchange = Exchange(request)
        var parts: [Part] = []
        var lines: [String] = []
        for frame in frames {
            try exchange.take(frame, part: { parts.append($0) }, log: { lines.append($0) })
        }
        return (exchange, parts, lines)
    }

    @Test func `a document comes whole, with its printed lines and what the run took`() throws {
        let (exchange, parts, lines) = try Self.take(.document)
        #expect(exchange.ending == .finished)
        #expect(parts == [.beginning, .text("Text"), .end])
        #expect(lines == ["hello"])
        #expect(exchange.receipt.usage == Usage(memory: 1, rowsRead: 2, cpu: 3))
        #expect(exchange.receipt.commit == 1)
    }

    @Test func `a run may fail before it starts and in the midst of a table`() throws {
        for before in [[], [.started(), .part(.beginning), .part(.table)]] as [[Frame]] {
            let ending = try Self.take(before + [.failed(.script, "no")]).exchange.ending
            #expect(ending == .failed(Failure(.script, "no")))
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let frames: [Frame]
        let sentence: String

        init(_ sentence: String, _ frames: Frame...) {
            (self.sentence, self.frames) = (sentence, frames)
        }

        var testDescription: String { sentence }
    }

    static let refused = [
        Refused("a second start", .started(), .started()),
        Refused("a document before its start", .part(.beginning)),
        Refused("a printed line before its start", .log("hello")),
        Refused("an end before its start", .finished),
        Refused("an end before its document's", .started(), .finished),
        Refused("an end before its document's", .started(), .part(.beginning), .finished),
        Refused("a message after its last one", .failed(.script, "no"), .failed(.script, "no")),
        Refused("a message after its last one", .failed(.script, "no"), .started()),
        Refused(
            "a message after its last one", .started(), .part(.beginning), .part(.end), .finished,
            .log("hello")),
        Refused("came before its beginning", .started(), .part(.text("Text"))),
        Refused("began a second time", .started(), .part(.beginning), .part(.beginning)),
        Refused(
            "came after its end", .started(), .part(.beginning), .part(.end), .part(.text("Text"))),
        Refused("outside of a table", .started(), .part(.beginning), .part(.row(.empty))),
        Refused(
            "1 cells where the table has 2 columns", .started(), .part(.beginning), .part(.table),
            .part(.row(.empty))),
        Refused("a document that is none", .started(), .text(.part, "")),
        Refused("a document that is none", .started(), .text(.part, "garbage")),
        Refused("a line that is not UTF-8", .started(), Frame(kind: .log, body: [0xC3])),
        Refused(
            "a document that is none", .started(),
            Frame(kind: .part, body: Frame.part(.text("Text")).body.dropLast() + [0xFF])),
        Refused("a message that cannot be read", .text(.started, "{")),
        Refused("a message that cannot be read", .text(.started, "[]")),
        Refused("a message that cannot be read", Frame(kind: .started, body: [0xFF, 0xFE])),
        Refused("a message that cannot be read", .text(.failed, String(repeating: "[", count: 100_000))),
        Refused(
            "a message that cannot be read",
            .text(.failed, #"{"failure":{"reason":"fun","description":""},"usage":{}}"#)),
        Refused("a message too long", .text(.failed, String(repeating: " ", count: (1 << 20) + 1))),
        Refused("a start that does not fit", .started(commit: -1)),
        Refused("a start that does not fit", .started(seed: 2)),
        Refused("a start that does not fit", .started(language: "")),
        Refused("a start that does not fit", .started(zone: "\u{1B}[2J")),
        Refused("a start that does not fit", .started(zone: String(repeating: "x", count: 65))),
        Refused(
            "a usage below zero",
            .text(
                .failed,
                #"{"failure":{"reason":"script","description":""},"usage":{"memory":-1,"rowsRead":0,"cpu":0}}"#
            )),
    ]

    @Test(arguments: refused)
    func `what no worker of ours sends is refused`(refused: Refused) {
        let error = #expect(throws: ProtocolError.self) { _ = try Self.take(refused.frames) }
        #expect(error?.description.contains(refused.sentence) == true)
    }

    @Test func `more rows or bytes than a run may make are a limit's matter`() {
        let beginning: [Frame] = [.started(), .part(.beginning), .part(.table)]
        let rows = Frame.part(.rows(Array(repeating: [.empty, .empty], count: 2)))
        let tooMany = #expect(throws: OutputLimit.self) { _ = try Self.take(beginning + [rows, rows]) }
        #expect(tooMany?.description.contains("more than 3 rows") == true)

        let text = Frame.part(.text(String(repeating: "x", count: 5000)))
        let tooLarge = #expect(throws: OutputLimit.self) {
            _ = try Self.take([.started(), .part(.beginning), text])
        }
        #expect(tooLarge?.description.contains("larger than 4096 bytes") == true)
    }

    @Test func `tiny parts cannot keep a host busy for ever`() {
        let empty = Array(repeating: Frame.part(.rows([])), count: 100)
        #expect(throws: OutputLimit.self) {
            _ = try Self.take([.started(), .part(.beginning), .part(.table)] + empty)
        }
    }

    @Test(arguments: ["", "x", String(repeating: "x", count: 60_000)])
    func `more lines than a run may print are refused`(line: String) {
        let lines = Array(repeating: Frame.log(line), count: PrintedLines.limit / (line.utf8.count + 1) + 1)
        let error = #expect(throws: ProtocolError.self) { _ = try Self.take([.started()] + lines) }
        #expect(error?.description == "more lines than a run may print")
    }

    // MARK: Answers

    private static var description: [String: Any] {
        ["kind": "report", "parameters": [Any](), "events": [Any]()]
    }

    private static func answers(_ job: Request.Job, _ bodies: [Any]) throws -> [Answer] {
        var request = request
        request.job = job
        var exchange = Exchange(request)
        var answers: [Answer] = []
        let start = try #require([Frame].document.first)
        let frames = try bodies.map {
            Frame(kind: .answer, body: Array(try JSONSerialization.data(withJSONObject: $0)))
        }
        for frame in [start] + frames {
            try exchange.take(frame, part: { _ in }, answer: { answers.append($0) }, log: { _ in })
        }
        return answers
    }

    @Test func `a description and the outcomes of tests are taken`() throws {
        #expect(try Self.answers(.describe, [Self.description]).count == 1)
        let outcome: [String: Any] = ["name": "a", "milliseconds": 3]
        #expect(
            try Self.answers(.test(after: nil, filter: nil), [["names": ["a", "b"]], outcome]) == [
                .plan(TestPlan(names: ["a", "b"])), .outcome(TestOutcome(name: "a", milliseconds: 3)),
            ])
    }

    private static func changes(_ job: Request.Job, _ bodies: [[UInt8]]) throws -> [[UInt8]] {
        var request = request
        request.job = job
        var exchange = Exchange(request)
        var changes: [[UInt8]] = []
        let start = try #require([Frame].document.first)
        for frame in [start] + bodies.map({ Frame(kind: .changes, body: $0) }) {
            try exchange.take(frame, part: { _ in }, change: { changes.append($0) }, log: { _ in })
        }
        return changes
    }

    @Test func `changes come of an import alone, as many as its limit allows`() throws {
        let job = Request.Job.importing(ImportOptions(file: "plan.csv"))
        #expect(try Self.changes(job, [[1], [2, 3]]) == [[1], [2, 3]])
        #expect(throws: ProtocolError.self) { try Self.changes(.report, [[1]]) }
        let half = [UInt8](repeating: 0, count: 3000)
        let error = #expect(throws: OutputLimit.self) { try Self.changes(job, [half, half]) }
        #expect(error?.description.contains("its changes are larger than 4096 bytes") == true)
    }

    @Test func `of an import rejected rows, remarks and progress are taken, if they are such`() throws {
        let job = Request.Job.importing(ImportOptions(file: "plan.csv"))
        let row: [String: Any] = ["row": 2, "place": "row 2", "reason": "no"]
        let progress = ["rows": 1, "skipped": 1, "bytesRead": 2, "bytesTotal": 3]
        #expect(
            try Self.answers(job, [["rejected": ["_0": row]], ["progress": ["_0": progress]]]) == [
                .imported(.rejected(RejectedRow(row: 2, place: "row 2", reason: "no"))),
                .imported(.progress(ImportProgress(rows: 1, skipped: 1, bytesRead: 2, bytesTotal: 3))),
            ])
        let bad: [[String: Any]] = [
            ["rejected": ["_0": row.merging(["row": -1]) { $1 }]],
            ["rejected": ["_0": row.merging(["reason": String(repeating: "x", count: 1 << 17)]) { $1 }]],
            ["progress": ["_0": progress.merging(["bytesTotal": -1]) { $1 }]],
            ["progress": ["_0": progress.merging(["bytesRead": 4]) { $1 }]],
            ["progress": ["_0": progress.merging(["skipped": 2]) { $1 }]], ["names": ["a"]],
        ]
        for answer in bad {
            #expect(throws: ProtocolError.self, "\(answer)") { try Self.answers(job, [answer]) }
        }
    }

    @Test func `answers that nobody asked for, or that are not whole, are refused`() throws {
        let long = String(repeating: "x", count: 1 << 17)
        let cases: [(Request.Job, [Any])] = [
            (.report, [Self.description]), (.describe, [Self.description, Self.description]),
            (.describe, [["names": ["a"]]]), (.describe, [Self.description.merging(["kind": "plug"]) { $1 }]),
            (.describe, [Self.description.merging(["title": ["en": long]]) { $1 }]),
            (.describe, [Self.description.merging(["events": Array(repeating: "a.b", count: 1001)]) { $1 }]),
            (.describe, [Self.description.merging(["output": long]) { $1 }]),
            (.describe, [Self.description.merging(["schedule": ["at": "08:00", "day": 32]]) { $1 }]),
            (.test(after: nil, filter: nil), [["name": "a", "milliseconds": 3]]),
            (.test(after: nil, filter: nil), [["names": ["b", "a"]]]),
            (.test(after: nil, filter: nil), [["names": ["a", "a"]]]),
            (.test(after: nil, filter: nil), [["names": ["a"]], ["name": "a", "milliseconds": -1]]),
            (.test(after: nil, filter: nil), [["names": ["a"]], ["name": long, "milliseconds": 1]]),
            (.test(after: nil, filter: nil), [["names": (1...1001).map { "\(100_000 + $0)" }]]),
        ]
        for (job, bodies) in cases {
            #expect(throws: ProtocolError.self, "\(job) \(String(describing: bodies).prefix(80))") {
                _ = try Self.answers(job, bodies)
            }
        }
    }

    @Test func `a document that nobody asked for is refused`() throws {
        var request = Self.request
        request.job = .describe
        var exchange = Exchange(request)
        #expect(throws: ProtocolError.self) {
            for frame in [Frame].document { try exchange.take(frame, part: { _ in }, log: { _ in }) }
        }
    }
}
