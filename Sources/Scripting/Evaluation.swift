import Community
import Documents
import LuaKit
import RecordTables
import Store

/// One script, run once on one snapshot: loads the file, calls the report, and writes down what it returns.
///
/// It belongs to a process of its own: Lua can be brought down by a script.
public final class Evaluation {
    private let session: Session
    private let script: String
    private let source: [UInt8]
    private let tellsProvenance: Bool

    /// The release of the Lua that runs scripts: `Lua 5.4.4`.
    public static var luaVersion: String { State.release }

    /// - Parameters:
    ///   - script: what messages call the script.
    ///   - now: the run's clock.
    ///   - zone: in which `now` becomes `today`.
    ///   - provenance: whether the document names the records behind each row of its tables, and the commit.
    ///   - log: takes each line that the script prints.
    public init(
        script: String, source: [UInt8], snapshot: Snapshot, now: Instant, zone: Zone, seed: UInt64,
        memory: Int, provenance tellsProvenance: Bool = false,
        log: @escaping (String) -> Void
    ) throws(ScriptFailure) {
        self.script = script
        self.source = source
        self.tellsProvenance = tellsProvenance
        do {
            let state = try State(limits: Limits(memory: memory), seed: seed, output: log)
            session = Session(state: state, snapshot: snapshot, source: source, now: now, zone: zone)
            session.namesRecords = tellsProvenance
            try session.register()
        } catch let error {
            throw Self.failure(error, script)
        }
    }

    /// The most bytes of the Lua heap at one time.
    public var peakMemory: Int { session.state.memory.peak }

    /// Stops the script when this much time has passed, wherever it is.
    public func arm(deadline: Duration) throws(ScriptFailure) {
        do { try session.state.arm(deadline: deadline) } catch { throw Self.failure(error, script) }
    }

    public func disarm() {
        session.state.disarm()
    }

    /// Runs the script with the parameters as a user typed them, and gives each part of the document to `take`.
    public func run(parameters: [String: String], take: (Part) throws -> Void) throws {
        do {
            let snapshot = try session.snapshot
            ProvenanceWriter.begin(snapshot, isAsked: tellsProvenance)
            let report = try load()
            let values = try ParameterValues(session: session).table(parameters, for: report.parameters)
            let results = try session.state.call(
                report.run, [.object(CommunityObject(session: session)), values])
            try withoutActuallyEscaping(take) { take in
                let writer = ProvenanceWriter(snapshot, isAsked: tellsProvenance, take: take)
                try ResultWriter(
                    session: session, title: report.title.map(session.text), take: { try writer.write($0) }
                )
                .write(results.first ?? .nil)
            }
        } catch let error {
            throw Self.failure(error, script)
        }
    }

    private func load() throws -> ReportObject {
        guard !source.allSatisfy(\.isSpace) else {
            throw ScriptFailure(.data, "\(script) is empty; a script returns a report or a function")
        }
        let chunk = try session.state.load(source, name: script)
        switch try session.state.call(chunk).first ?? .nil {
        case .object(let report as ReportObject): return report
        case .function(let function):
            return ReportObject(title: nil, parameters: [], run: .function(function))
        case .nil:
            throw ScriptFailure(
                .script, "\(script) returns nothing; write `return report { … }`, or return a function")
        case let other:
            throw ScriptFailure(
                .script,
                "\(script) returns \(other.phrase); write `return report { … }`, or return a function")
        }
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
                if let error = error.underlying as? StoreError, !error.isAboutQuery {
                    return failure(error, script)
                }
                return ScriptFailure(.script, error.description)
            }
        case let error as StoreError:
            switch error.kind {
            case .badQuery, .unknownRecord: return ScriptFailure(.script, "\(script): \(error)")
            case .tooLarge, .interrupted: return ScriptFailure(.stopped, "\(script): \(error)")
            default: return ScriptFailure(.unreadable, "\(script): \(error)")
            }
        default: return ScriptFailure(.script, "\(script): \(error)")
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
