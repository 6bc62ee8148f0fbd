import Community
import Documents
import LuaKit
import Plugins
import RecordTables
import Store

/// One program, run once on one snapshot: loads the file, calls what it declares, and writes down what that
/// returns.
///
/// It belongs to a process of its own: Lua can be brought down by a script.
public final class Evaluation {
    let session: Session
    private let program: Program
    var script: String { program.name }
    private let tellsProvenance: Bool

    /// The release of the Lua that runs scripts: `Lua 5.4.4`.
    public static var luaVersion: String { State.release }

    /// Makes all that a process has but once for its evaluations.
    public static func rehearse() throws {
        let session = try Session(declaring: .standard)
        defer { session.state.close() }
        try session.register()
    }

    /// - Parameters:
    ///   - snapshot: for a plugin, with its grants.
    ///   - now: the run's clock.
    ///   - zone: in which `now` becomes `today`.
    ///   - provenance: whether the document names the records behind each row of its tables, and the commit.
    ///   - log: takes each line that the script prints.
    public convenience init(
        _ program: Program, snapshot: Snapshot, now: Instant, zone: Zone, seed: UInt64, memory: Int,
        provenance tellsProvenance: Bool = false, log: @escaping (String) -> Void
    ) throws(ScriptFailure) {
        try self.init(
            program, snapshot: snapshot, now: now, zone: zone, seed: seed, memory: memory, failing: nil,
            provenance: tellsProvenance, log: log)
    }

    /// - Parameter failing: the numbers of Lua's allocations that are to fail, for tests.
    init(
        _ program: Program, snapshot: Snapshot, now: Instant, zone: Zone, seed: UInt64, memory: Int,
        failing: ClosedRange<Int>?, provenance tellsProvenance: Bool, log: @escaping (String) -> Void
    ) throws(ScriptFailure) {
        self.program = program
        self.tellsProvenance = tellsProvenance
        do {
            let state = try State(
                limits: Limits(memory: memory), seed: seed, failing: failing, output: log)
            session = Session(state: state, snapshot: snapshot, program: program, now: now, zone: zone)
            session.namesRecords = tellsProvenance
            try session.register()
        } catch let error {
            throw Self.failure(error, program.name)
        }
    }

    /// How many allocations of Lua's there were.
    var allocations: Int { session.state.allocations }

    /// The functions that the state holds hold the session, which holds the state.
    deinit { session.state.close() }

    /// The most bytes of the Lua heap at one time.
    public var peakMemory: Int { session.state.memory.peak }

    /// Stops the script when this much time has passed, wherever it is.
    public func arm(deadline: Duration) throws(ScriptFailure) {
        do { try session.state.arm(deadline: deadline) } catch { throw Self.failure(error, program.name) }
    }

    public func disarm() {
        session.state.disarm()
    }

    /// Runs the report with the parameters as a user typed them, and gives each part of its document to `take`.
    public func run(parameters: [String: String], take: (Part) throws -> Void) throws {
        try perform(take) { contribution, take in
            guard let report = contribution as? ReportObject else {
                throw ScriptFailure(
                    .usage, "\(script) is \(contribution.description.use); `halqa run` runs reports")
            }
            let result = try call(report.run, parameters, report.parameters, of: "report")
            try ResultWriter(session: session, title: report.heading.title.map(session.text), take: take)
                .write(result)
        }
    }

    /// Runs the export with the parameters as a user typed them, and gives each part of a document to `take` that has
    /// one table and nothing else, or texts: pieces of one text, which are not Markdown.
    public func export(parameters: [String: String], take: (Part) throws -> Void) throws {
        session.isExport = true
        try perform(take) { contribution, take in
            guard let transform = contribution as? TransformObject,
                case .export(let format, let declarations, let run) = transform.direction
            else {
                throw ScriptFailure(
                    .usage, "\(script) is \(contribution.description.use); `halqa export` runs exports")
            }
            let result = try call(run, parameters, declarations, of: "export")
            try ExportWriter(
                session: session, title: transform.heading.title.map(session.text), format: format, take: take
            ).write(result)
        }
    }

    /// Loads the file and has `body` make a document of it, whose records are followed.
    private func perform(
        _ take: (Part) throws -> Void,
        _ body: (any ContributionObject, @escaping (Part) throws -> Void) throws -> Void
    ) throws {
        do {
            let snapshot = try session.snapshot
            ProvenanceWriter.begin(snapshot, isAsked: tellsProvenance)
            let contribution = try load()
            try withoutActuallyEscaping(take) { take in
                let writer = ProvenanceWriter(snapshot, isAsked: tellsProvenance, take: take)
                try body(contribution) { try writer.write($0) }
            }
        } catch let error {
            throw Self.failure(error, script)
        }
    }

    var programName: String { program.name }

    /// - Throws: `ScriptFailure` when the file is something else than an import.
    func importTransform() throws -> ImportTransform {
        let contribution = try load()
        guard let transform = (contribution as? TransformObject).flatMap(ImportTransform.init) else {
            throw ScriptFailure(
                .usage, "\(script) is \(contribution.description.use); `halqa import` takes imports")
        }
        return transform
    }

    private func call(
        _ function: Value, _ parameters: [String: String], _ declarations: [ParameterDeclaration],
        of what: String
    ) throws -> Value {
        let values = try ParameterValues(session: session, what: "the \(what)").table(
            parameters, for: declarations)
        return try session.state.call(function, [.object(CommunityObject(session: session)), values]).first
            ?? .nil
    }

    /// Loads the file, which runs nothing of what it declares, and tells what that is.
    public func describe() throws(ScriptFailure) -> ContributionDescription {
        do { return try load().description } catch { throw Self.failure(error, script) }
    }

    /// Loads a file of tests.
    func tests() throws -> TestsObject {
        switch try returned() {
        case .object(let tests as TestsObject): return tests
        case let other:
            throw ScriptFailure(
                .script, "\(script) returns \(other.phrase); a file of tests returns `tests { … }`")
        }
    }

    /// What the file returns. A bare function is a report.
    ///
    /// - Throws: also when the file is in the folder of another kind of contribution.
    func load() throws -> any ContributionObject {
        let contribution: any ContributionObject
        let expected = program.path?.split(separator: "/").first
            .flatMap { ContributionKind(plural: String($0)) }
        var advice: String {
            guard let expected, expected != .report else {
                return "write `return report { … }`, or return a function"
            }
            return "write `return \(expected) { … }`"
        }
        switch try returned() {
        case .object(let object as any ContributionObject): contribution = object
        case .object(_ as TestsObject):
            throw ScriptFailure(.usage, "\(script) is a file of tests, which `halqa plugin test` runs")
        case .function(let function): contribution = ReportObject(parameters: [], run: .function(function))
        case .nil:
            throw ScriptFailure(
                .script, "\(script) returns nothing; \(advice)")
        case let other:
            throw ScriptFailure(
                .script, "\(script) returns \(other.phrase); \(advice)")
        }
        let kind = contribution.description.kind
        if let expected, expected != kind {
            throw ScriptFailure(
                .script,
                "\(script) returns a \(kind.rawValue), and is in the folder of \(expected.plural); move it to "
                    + "\(kind.plural)/, or return a \(expected.rawValue)")
        }
        return contribution
    }

    private func returned() throws -> Value {
        guard !program.source.allSatisfy(\.isSpace) else {
            throw ScriptFailure(.data, "\(script) is empty; a script returns a report or a function")
        }
        return try session.state.call(session.state.load(program.source, name: script)).first ?? .nil
    }

    /// What went wrong, with the script's name where it has no place of its own.
    static func failure(_ error: any Error, _ script: String) -> ScriptFailure {
        switch error {
        case let failure as ScriptFailure: return failure
        case let error as LuaError:
            switch error.kind {
            case .stopped(.deadline):
                return ScriptFailure(.stopped, "\(error.located(script)): stopped at its time limit")
            case .stopped(.memory), .memory:
                return ScriptFailure(.stopped, "\(error.located(script)): stopped at its memory limit")
            case .stopped(.cancelled): return ScriptFailure(.stopped, "\(script): stopped")
            case .limit:
                return ScriptFailure(.stopped, "\(script): the result is too large: \(error.message)")
            case .conversion: return ScriptFailure(.script, "\(script): \(error.message)")
            case .syntax where error.message.contains("UTF-8") || error.message.contains("compiled Lua"):
                return ScriptFailure(.data, error.description)
            case .syntax, .runtime, .closed:
                if let cause = error.underlying as? StoreError, !cause.isAboutQuery {
                    // What was not granted is asked for at a line of the script.
                    return cause.kind == .notGranted
                        ? ScriptFailure(.notGranted, error.description) : failure(cause, script)
                }
                return ScriptFailure(.script, error.description)
            }
        case let error as ReadingError: return ScriptFailure(.data, "\(script): \(error)")
        case let error as StoreError:
            switch error.kind {
            case .badQuery, .unknownRecord: return ScriptFailure(.script, "\(script): \(error)")
            case .notGranted: return ScriptFailure(.notGranted, "\(script): \(error)")
            case .tooLarge, .interrupted: return ScriptFailure(.stopped, "\(script): \(error)")
            default: return ScriptFailure(.unreadable, "\(script): \(error)")
            }
        default: return ScriptFailure(.script, "\(script): \(error)")
        }
    }
}

extension ContributionDescription {
    /// What a contribution is, and which command runs it, where one does.
    public var use: String {
        switch kind {
        case .report: "a report, which `halqa run` runs"
        case .reminder: "a reminder, which this version checks and keeps, and does not send yet"
        case .transform where output != nil: "an export, which `halqa export` runs"
        case .transform: "an import, which `halqa import` runs on a file"
        case .rule: "a rule, which is checked whenever one of its changes is made"
        }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}

extension LuaError {
    /// `file:line`, or the script's name.
    fileprivate func located(_ script: String) -> String {
        [chunk ?? script, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    }
}
