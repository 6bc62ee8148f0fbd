import Community
import Documents
import Foundation
import Scripting
import Testing

@testable import Runs

/// A job with what a worker answers to it when all goes well, and how its host asks for it.
struct WorkerJob: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let frames: [Frame]
    /// How many of the frames have to come for the answer to be whole.
    let needed: Int
    /// Gives nil for a whole answer, else what is told in its place.
    let perform: @Sendable (FakeWorker) throws -> String?

    init(
        _ name: String, _ frames: [Frame], needed: Int? = nil,
        perform: @escaping @Sendable (FakeWorker) throws -> String?
    ) {
        (testDescription, self.frames, self.perform) = (name, frames, perform)
        self.needed = needed ?? frames.count
    }

    static let all = [report, export, describe, test, check, unpack, importing, rows]

    private static func document(_ job: Request.Job) -> @Sendable (FakeWorker) throws -> String? {
        { worker in
            let request = Request(
                community: "/nowhere", program: Program(name: "a.lua", source: []), job: job, now: 0)
            return try Run(workers: worker.workers, request: request).perform { _ in }
                .failure?.description
        }
    }

    static let report = WorkerJob("report", .document, perform: document(.report))

    static let export = WorkerJob(
        "export",
        [
            .started(), .part(.beginning), .part(.table), .part(.row(.integer(1), .integer(2))),
            .part(.endTable(TableFooter())), .part(.end), .finished,
        ], perform: document(.export))

    static let describe = WorkerJob(
        "describe",
        [
            .started(), .log("hello"),
            .text(.answer, #"{"kind":"report","parameters":[],"events":[]}"#), .finished,
        ]
    ) { worker in
        let loading = try ContributionLoading(workers: worker.workers, community: "/nowhere")
        switch try loading.describe(Program(name: "a.lua", source: [])) {
        case .success: return nil
        case .failure(let failure): return failure.description
        }
    }

    /// What is left after the death of a worker goes on in another.
    static let test = WorkerJob(
        "test",
        [
            .started(), .answer(TestPlan(names: ["a", "b"])),
            .answer(TestOutcome(name: "a", milliseconds: 1)),
            .answer(TestOutcome(name: "b", milliseconds: 1)), .finished,
        ], needed: 4
    ) { worker in
        var failures: [String] = []
        let failure = try TestRun(
            workers: worker.workers, program: Program(name: "a.lua", source: []), now: 0
        ).perform { if let failure = $0.failure { failures.append(failure.message) } }
        return failure?.description ?? failures.first
    }

    static let check = WorkerJob(
        "check",
        [
            .started(), .answer(Laid(count: 1)), .answer(RuleOutcome(rule: "rules/a.lua")),
            .answer(RuleOutcome(rule: "rules/b.lua")), .finished,
        ], needed: 4
    ) { worker in
        let request = Request(
            community: "/nowhere",
            program: PluginFiles.program("rules/a.lua", "", files: ["rules/b.lua": ""]), now: 0)
        let run = RuleRun(
            workers: worker.workers, request: request, rules: ["rules/a.lua", "rules/b.lua"],
            proposal: .undo(1))
        do {
            return try run.perform(plannedOn: 1).outcomes.compactMap { $0.failure?.description }.first
        } catch let failure as Failure { return failure.description }
    }

    static let unpack = WorkerJob(
        "unpack",
        [
            .started(seed: 0), .answer(UnpackedFile(path: "plugin.toml", bytes: Data([1]))),
            .answer(UnpackedFile(path: "reports/a.lua", bytes: Data([2, 3]))), .finished,
        ]
    ) { worker in
        do {
            _ = try ArchiveUnpacking(workers: worker.workers).files(of: [], named: "a.zip")
            return nil
        } catch let failure as Failure { return failure.description }
    }

    private static func reading(_ worker: FakeWorker) -> ImportReading {
        ImportReading(
            workers: worker.workers,
            request: Request(community: "/nowhere", program: Program(name: "a.lua", source: []), now: 0),
            options: ImportOptions(file: "plan.csv"), descriptor: STDIN_FILENO, log: { _ in })
    }

    static let importing = WorkerJob(
        "import",
        [
            .started(), .answer(ImportAnswer.progress(ImportProgress(rows: 1, bytesRead: 2, bytesTotal: 3))),
            .change("n-1"), .answer(ImportAnswer.rejected(RejectedRow(row: 2, place: "row 2", reason: "no"))),
            .answer(ImportAnswer.remark("a remark")), .change("n-2"), .finished,
        ]
    ) { worker in
        try reading(worker).perform(settle: { $0 }, progress: { _ in }).receipt.failure?.description
    }

    static let rows = WorkerJob("rows", export.frames) { worker in
        do {
            try reading(worker).rows([1]) { _ in }
            return nil
        } catch let failure as Failure { return failure.description }
    }
}

extension Frame {
    static func answer(_ message: some Encodable) -> Frame {
        Frame(kind: .answer, body: Array((try? JSONEncoder().encode(message)) ?? Data()))
    }

    /// A record that is made.
    static func change(_ id: String) -> Frame {
        var encoder = ChangeEncoder()
        encoder.append(.create(entity: "action_item", id: id, fields: [:]), row: 1)
        return Frame(kind: .changes, body: encoder.bytes)
    }
}
