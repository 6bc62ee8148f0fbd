import Community
import Confinement
import Documents
import Formats
import Foundation
import Plugins
import Scratch
import Scripting
import Store
import SystemLinux

/// The other side of a `Run`: a process that takes one request from standard input, answers on standard
/// output, and ends. It never serves a second one.
public enum Worker {
    /// The largest script that a host reads has 4 MB.
    private static let longestRequest = 64 << 20
    /// UTF-8 bytes of a failure's description. A script chooses the text of its errors.
    private static let longestDescription = 1 << 16

    /// The descriptor of the file that a run's host gave it to read besides its request. Its position is shared with
    /// the host, and not used.
    static let input: Int32 = 3

    /// Serves the request; the process ends without returning to its caller's clean-up, so that nothing of the
    /// script (finalizers, the closing of its state) runs after the last frame.
    public static func serve() -> Never {
        signal(SIGPIPE, SIG_IGN)
        rehearse()
        // A host that ends without a request for it is nobody's fault.
        switch takeFiles() {
        case true?: break
        case false?: _exit(0)
        case nil: _exit(70)
        }
        let began = ContinuousClock.now
        guard let request = receive() else { _exit(70) }
        var channel = WorkerChannel(deadline: began + .milliseconds(request.limits.time))
        var usage: () -> Usage = { Usage() }
        do {
            try ProcessLimits(
                data: request.limits.processMemory(readsFile: request.job.readsFile),
                cpuSeconds: request.limits.processorTime(isInSteps: request.job.readsFile),
                descriptors: request.job.descriptors
            ).apply()
            switch request.job {
            case .report, .export, .describe, .importing, .rows: try evaluate(request, &channel, &usage)
            case .test(let after, let filter): try test(request, after, filter, &channel, began)
            case .check(let rules, let undone):
                try check(request, rules, undoing: undone, &channel, &usage, began)
            case .unpack: try unpack(request, &channel)
            }
            try channel.send(.finished, Finished(usage: usage()))
            _exit(0)
        } catch let error {
            let failure = shortened(failure(error, request))
            try? channel.send(.failed, Failed(failure: failure, usage: usage()))
            _exit(0)
        }
    }

    /// Whether there is a request already, or nobody who could make one.
    private static var isAsked: Bool {
        var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, 0) != 0
    }

    /// Does what is the same for all runs while there is no request: types and tables of this process are made when they
    /// are first used, which takes as long as the run of a short script. Nothing is kept but those.
    private static func rehearse() {
        let steps: [() throws -> Void] = [
            {
                let request = Request(community: "", program: Program(name: "", source: []), now: 0)
                _ = try Request(encoded: request.encoded())
            },
            { _ = try JSONEncoder().encode(Started.example) },
            { try Evaluation.rehearse() },
        ]
        for step in steps where !isAsked { try? step() }
    }

    private static func evaluate(
        _ request: Request, _ channel: inout WorkerChannel, _ usage: inout () -> Usage
    ) throws {
        let temporary = try TemporaryFiles.reserve(in: ScratchFolder.place)
        let snapshot = try Store.snapshot(
            opening: request.community, as: request.viewer, language: request.language,
            grants: request.program.plugin?.grants, isConfined: true)
        snapshot.beginReadingAhead()
        let zone = try zone(of: request, snapshot.viewer)
        let seed = request.seed ?? UInt64(bitPattern: snapshot.commit)
        if request.job.readsFile { Reading.prepare() }
        let layers = try confine(request, Confinement(writable: temporary))
        try channel.send(
            .started,
            Started(
                commit: snapshot.commit, language: snapshot.language, zone: zone.identifier, seed: seed,
                luaVersion: Evaluation.luaVersion,
                confinement: layers))
        let output = WorkerOutput(channel)
        let evaluation = try Evaluation(
            request.program, snapshot: snapshot, now: Instant(milliseconds: request.now), zone: zone,
            seed: seed, memory: request.limits.memory, provenance: request.provenance,
            log: { output.log($0) })
        output.evaluation = evaluation
        defer { channel = output.channel }
        usage = {
            Usage(memory: evaluation.peakMemory, rowsRead: snapshot.rowsRead, cpu: Self.cpuMilliseconds())
        }
        try evaluation.arm(deadline: output.channel.remaining)
        do {
            switch request.job {
            case .describe: try output.answer(evaluation.describe())
            case .importing(let options): try importing(request, options, evaluation, output)
            case .rows(let options, let numbers): try rows(request, options, numbers, evaluation, output)
            case .export: try evaluation.export(parameters: request.parameters) { try output.part($0) }
            default: try evaluation.run(parameters: request.parameters) { try output.part($0) }
            }
        } catch {
            if let refusal = output.refusal { throw Failure(.stopped, "\(request.script): \(refusal)") }
            throw error
        }
        evaluation.disarm()
    }

    /// Runs tests until there are none left, or the time of one has passed: so the limit on processor time, which
    /// is the process's, is never the fault of a test. The host starts another worker for the rest.
    private static func test(
        _ request: Request, _ after: String?, _ filter: String?, _ channel: inout WorkerChannel,
        _ began: ContinuousClock.Instant
    ) throws {
        let output = WorkerOutput(channel)
        defer { channel = output.channel }
        let allowed = Duration.milliseconds(request.limits.time)
        // Sorts that do not fit into memory go there as well: nothing else can be written to.
        setenv("SQLITE_TMPDIR", request.community, 1)
        let file = try TestFile(
            request.program, folder: request.community, now: Instant(milliseconds: request.now),
            language: request.language, seed: request.seed ?? 0, memory: request.limits.memory,
            log: { output.log($0) })
        // Tests may import files.
        Reading.prepare()
        let layers = try confine(request, Confinement(workFolder: request.community))
        try output.send(
            .started,
            Started(
                commit: 0, language: file.language, zone: Zone.utc.identifier, seed: request.seed ?? 0,
                luaVersion: Evaluation.luaVersion,
                confinement: layers))
        let names = try file.names(within: output.channel.remaining)
            .filter { name in filter.map { name.contains($0) } ?? true }
        try output.answer(TestPlan(names: names))
        for name in names where after.map({ name > $0 }) ?? true {
            try output.answer(file.run(name, within: allowed))
            guard ContinuousClock.now - began < allowed else { return }
        }
    }

    private static func unpack(_ request: Request, _ channel: inout WorkerChannel) throws {
        let output = WorkerOutput(channel)
        defer { channel = output.channel }
        // What stands in headers of archives is in UTF-8, also where nobody asks for it: the name of who made it.
        setlocale(LC_CTYPE, "C.UTF-8")
        Reading.prepare()
        let layers = try confine(request, Confinement(), preload: {})
        try output.send(
            .started,
            Started(
                commit: 0, language: Language.default.rawValue, zone: Zone.utc.identifier,
                seed: request.seed ?? 0,
                luaVersion: Evaluation.luaVersion,
                confinement: layers))
        let files = try PackageArchive.files(request.program.source, request.script)
        // The host reads the manifest again. What would bring its reader down does so here first.
        _ = try Package(files: files, subject: request.script)
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            try output.answer(UnpackedFile(path: path, bytes: Data(bytes)))
        }
    }

    /// Gives up what the job does not need.
    ///
    /// - Returns: the layers that are in force, by name.
    static func confine(
        _ request: Request, _ confinement: Confinement, preload: () -> Void = Zone.preload
    ) throws -> [String] {
        let layers = try confinement.apply(preload: preload)
        let missing = Confinement.Layer.allCases.filter { !layers.contains($0) }.map(\.rawValue)
        guard missing.isEmpty || !request.requiresConfinement else {
            throw Failure(
                .configuration,
                "\(request.script): not run, because this kernel cannot confine it: \(missing.joined(separator: ", ")) "
                    + "is missing; leave --require-confinement out to run it all the same")
        }
        return Confinement.Layer.allCases.filter(layers.contains).map(\.rawValue)
    }

    /// Waits until standard input, a socket, gives the request's file, which takes its place, and perhaps another.
    ///
    /// - Returns: whether there was a request; nil when it could not be taken.
    private static func takeFiles() -> Bool? {
        var files = [Int32](repeating: -1, count: Int(system_most_descriptors))
        var count = 0
        repeat { count = system_receive_descriptors(STDIN_FILENO, &files) } while count < 0 && errno == EINTR
        guard count >= 0 else { return nil }
        guard count > 0 else { return false }
        for (file, number) in zip(files.prefix(count), [STDIN_FILENO, input]) where file != number {
            // Files are taken from the least number on: the one before has left its number free.
            guard dup2(file, number) == number, close(file) == 0 else { return nil }
        }
        return true
    }

    /// What standard input holds; nil when that is no request.
    private static func receive() -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= longestRequest {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return try? Request(encoded: bytes) }
            bytes += buffer[..<count]
        }
        return nil
    }

    static func zone(of request: Request, _ viewer: Viewer) throws(Failure) -> Zone {
        if let identifier = request.zone {
            guard let zone = Zone(identifier) else {
                throw Failure(.usage, "'\(identifier)' is not a time zone of the IANA database")
            }
            return zone
        }
        if case .member(let member) = viewer { return member.zone }
        return .utc
    }

    static func cpuMilliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    static func failure(_ error: any Error, _ request: Request) -> Failure {
        switch error {
        case let failure as Failure: return failure
        case let failure as ScriptFailure:
            let reason: Failure.Reason =
                switch failure.kind {
                case .script: .script
                case .stopped: .stopped
                case .usage: .usage
                case .data: .data
                case .missing: .missing
                case .notGranted: .notPermitted
                case .unreadable: .unreadable
                }
            return Failure(reason, failure.description)
        case let error as StoreError: return Failure(error)
        case let error as PluginError: return Failure(.configuration, error.description)
        default: return Failure(.internal, "\(request.script): \(error)")
        }
    }

    private static func shortened(_ failure: Failure) -> Failure {
        let bytes = failure.description.utf8
        guard bytes.count > longestDescription else { return failure }
        // A letter that is cut in its midst becomes U+FFFD.
        let start = String(decoding: bytes.prefix(longestDescription), as: UTF8.self)
        return Failure(failure.reason, "\(start)… (the message is cut here; it has \(bytes.count) bytes)")
    }
}
