import Community
import Confinement
import Foundation
import Scratch
import Scripting
import Store

extension Worker {
    /// Lays a proposal over the snapshot and has rules look at it, until there are none left or the time of one has
    /// passed: so the limit on processor time, which is the process's, is never the fault of a rule. The host starts
    /// another worker for the rest.
    static func check(
        _ request: Request, _ rules: [String], undoing undone: Int64?, _ channel: inout WorkerChannel,
        _ usage: inout () -> Usage, _ began: ContinuousClock.Instant
    ) throws {
        let temporary = try TemporaryFiles.reserve(in: ScratchFolder.place)
        let store = try Store(opening: request.community, for: .readingConfined)
        func open() throws(StoreError) -> Snapshot {
            try store.snapshot(
                as: request.viewer, language: request.language, grants: request.program.plugin?.grants)
        }
        var snapshot = try open()
        var base = try open()
        // Somebody may have written in between.
        for _ in 0..<10 where base.commit != snapshot.commit {
            snapshot = base
            base = try open()
        }
        guard base.commit == snapshot.commit else {
            throw Failure(.unreadable, "the community is being changed all the time; try again in a moment")
        }
        let zone = try zone(of: request, snapshot.viewer)
        let seed = request.seed ?? UInt64(bitPattern: snapshot.commit)
        let layers = try confine(request, Confinement(writable: temporary))
        let output = WorkerOutput(channel)
        defer { channel = output.channel }
        try output.send(
            .started,
            Started(
                commit: snapshot.commit, language: snapshot.language, zone: zone.identifier, seed: seed,
                luaVersion: Evaluation.luaVersion, confinement: layers))
        var peak = 0
        let laid = snapshot
        usage = { Usage(memory: peak, rowsRead: laid.rowsRead, cpu: cpuMilliseconds()) }
        try output.answer(Laid(count: lay(undoing: undone, over: snapshot)))
        let allowed = Duration.milliseconds(request.limits.time)
        for rule in rules {
            guard let program = request.program.file(rule) else {
                throw Failure(.internal, "\(request.script): the plugin has no file '\(rule)'")
            }
            let evaluation = try Evaluation(
                program, snapshot: snapshot, now: Instant(milliseconds: request.now), zone: zone, seed: seed,
                memory: request.limits.memory, log: { output.log($0) })
            try evaluation.arm(deadline: allowed)
            let (findings, failure) = evaluation.check(against: base)
            evaluation.disarm()
            peak = max(peak, evaluation.peakMemory)
            try output.answer(
                RuleOutcome(
                    rule: rule, findings: findings, failure: failure.map { self.failure($0, request) }))
            guard ContinuousClock.now - began < allowed else { return }
        }
    }

    private static func lay(undoing undone: Int64?, over snapshot: Snapshot) throws -> Int {
        if let undone { return try snapshot.lay(undoOf: undone) }
        var changes = try ChangeFile(inherited: input).reader()
        return try snapshot.lay { try changes.next()?.change }
    }
}
