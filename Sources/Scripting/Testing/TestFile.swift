import Community
import Glibc
import LuaKit
import Plugins
import Store

/// A plugin's file of tests: each test is run in a fresh Lua state, on communities of its own in a private
/// folder.
public final class TestFile {
    let program: Program
    let schema: Schema
    let manifest: Manifest?
    let now: Instant
    let seed: UInt64
    let memory: Int
    let log: (String) -> Void
    private let folder: String
    /// A community without records, for tests that need none.
    let empty: Store
    private var communities = 0

    /// What texts of tests are in where nothing else is said.
    static let communityLanguage = Language.default.rawValue

    public let language: String

    /// - Parameters:
    ///   - program: the file, with all files of its plugin.
    ///   - folder: an empty folder, where the communities of the tests are made.
    ///   - now: the clock of what tests run, unless they say otherwise.
    public init(
        _ program: Program, folder: String, now: Instant, language: String?, seed: UInt64, memory: Int,
        log: @escaping (String) -> Void
    ) throws {
        self.now = now
        self.seed = seed
        self.memory = memory
        self.log = log
        self.folder = folder
        self.language = language ?? Self.communityLanguage
        do {
            manifest = try program.plugin?.file(Manifest.fileName).map { bytes in try Manifest(bytes) }
            schema = try Schema.standard.adding(manifest?.fields ?? [])
        } catch let error as PluginError {
            throw ScriptFailure(.data, "\(program.name): \(error)")
        }
        var program = program
        for setting in manifest?.settings ?? [] where program.plugin?.settings[setting.name] == nil {
            program.plugin?.settings[setting.name] = setting.defaultValue
        }
        self.program = program
        empty = try Store.create(
            at: folder + "/empty", schema: schema, name: ["en": "Test"], language: Self.communityLanguage,
            now: now)
    }

    /// The names of the tests, in order.
    public func names(within time: Duration) throws(ScriptFailure) -> [String] {
        do { return try open(within: time).tests.tests.map(\.name) } catch {
            throw Evaluation.failure(error, program.name)
        }
    }

    /// Runs one test.
    public func run(_ name: String, within time: Duration) -> TestOutcome {
        let began = ContinuousClock.now
        var failure: TestFailure?
        do {
            let (evaluation, tests) = try open(within: time)
            guard let test = tests.tests.first(where: { $0.name == name }) else {
                throw ScriptFailure(
                    .script, "\(program.name): there is no test '\(name)' when it is loaded again")
            }
            let object = TestObject(self, evaluation.session, deadline: began + time)
            _ = try evaluation.session.state.call(test.function, [.object(object)])
            // What the test has run may have been stopped, and the test have caught that.
            guard ContinuousClock.now < began + time else {
                throw ScriptFailure(.stopped, "\(program.name): stopped at its time limit")
            }
        } catch let error {
            let difference = ((error as? LuaError)?.underlying as? CheckFailure)?.difference
            let reason = Evaluation.failure(error, program.name)
            failure = TestFailure(
                reason.description, difference: difference ?? [], wasStopped: reason.kind == .stopped)
        }
        let elapsed = (ContinuousClock.now - began) / .milliseconds(1)
        return TestOutcome(name: name, milliseconds: Int(elapsed), failure: failure)
    }

    private func open(within time: Duration) throws -> (evaluation: Evaluation, tests: TestsObject) {
        let evaluation = try Evaluation(
            program, snapshot: empty.snapshot(language: language), now: now, zone: .utc, seed: seed,
            memory: memory, log: log)
        try evaluation.arm(deadline: time)
        return (evaluation, try evaluation.tests())
    }

    /// A file in the private folder with these bytes, open for reading. It has no name any more.
    func open(_ bytes: [UInt8]) throws(ScriptError) -> Int32 {
        let path = "\(folder)/file"
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ScriptError("no file can be made for the test") }
        unlink(path)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, off_t(sent))
            }
            guard count > 0 else {
                close(descriptor)
                throw ScriptError("the file of the test cannot be written: there is no room for it")
            }
            sent += count
        }
        return descriptor
    }

    /// A community with these records.
    func community(_ changes: [Change]) throws(StoreError) -> Store {
        communities += 1
        let origin = ChangeSet.Origin(by: Viewer.operator.name, command: "test", at: now)
        let path = "\(folder)/\(communities)"
        _ = try Store.create(
            at: path, schema: schema, name: ["en": "Test"], language: Self.communityLanguage, now: now,
            with: ChangeSet(changes, origin: origin))
        // Without a connection that stays open: a test may make many.
        return try Store(opening: path, schema: schema, for: .reading)
    }
}
