import Community
import Plugins
import Runs
import Scripting
import Spelling

/// Runs the tests of a plugin that its author is at work on, and tells how they ended.
public struct PluginTesting {
    private let folder: PluginFolder
    private let access: CommunityAccess
    private let workers: Workers

    /// How many tests ended how.
    public struct Summary: Sendable, Hashable {
        public var passed = 0
        public var failed = 0
        /// Whether one was stopped at a limit, or brought its worker down.
        public var wasStopped = false
        /// Whether a file could not be loaded, so that its tests are not counted.
        public var isIncomplete = false

        public var hasPassed: Bool { failed == 0 && !isIncomplete }

        /// `3 passed, 1 failed`.
        public var sentence: String {
            let counts = "\(passed) passed, \(failed) failed"
            return isIncomplete ? counts + ", and a file could not be loaded" : counts
        }

        /// Why they have not all passed.
        public var reason: Failure.Reason {
            wasStopped ? .stopped : isIncomplete ? .configuration : .script
        }

        /// As the command line has them; 0 when all have passed.
        public var exitCode: Int32 { hasPassed ? 0 : Failure(reason, sentence).exitCode }
    }

    /// - Parameters:
    ///   - path: the plugin's folder.
    ///   - access: the clock and the language of the tests, and where plugins that it depends on are looked for when
    ///     they are not beside it.
    ///   - workers: where they are started.
    /// - Throws: `PluginError`; `Failure` when a plugin that it depends on is nowhere.
    public init(_ path: String, _ access: CommunityAccess, workers: Workers) throws {
        folder = try PluginFolder(path, access)
        self.access = access
        self.workers = workers
    }

    /// Runs tests file by file.
    ///
    /// - Parameters:
    ///   - files: `overdue` for `tests/overdue.lua`; all when there are none.
    ///   - filter: only the tests whose names have this in them.
    ///   - log: takes the lines that tests print.
    ///   - write: takes each line of what there is to tell, as it comes.
    /// - Throws: `Failure` of a file that there is not, and when no test is run at all; what `write` throws.
    public func perform(
        _ files: [String] = [], filter: String? = nil, log: @escaping (String) -> Void,
        write: (String) throws -> Void
    ) throws -> Summary {
        var summary = Summary()
        for path in try paths(files) {
            var isNamed = false
            func name() throws {
                if !isNamed { try write(PluginFolder.name(path, in: folder.path)) }
                isNamed = true
            }
            let run = TestRun(
                workers: workers, program: folder.program(path), now: access.now.milliseconds,
                language: access.language, filter: filter, requiresConfinement: access.requiresConfinement,
                log: log)
            let problem = try run.perform { outcome in
                try name()
                for line in lines(outcome) { try write(line) }
                if outcome.failure == nil { summary.passed += 1 } else { summary.failed += 1 }
                if outcome.failure?.wasStopped == true { summary.wasStopped = true }
            }
            if let problem {
                try name()
                for line in Self.indented(folder.shown(problem.description)) { try write(line) }
                if problem.exitCode == Failure(.stopped, "").exitCode { summary.wasStopped = true }
                summary.isIncomplete = true
            }
        }
        guard summary != Summary() else {
            throw Failure(
                .configuration,
                filter.map { "no test has '\($0)' in its name; leave --filter out to run all" } ?? Self.none)
        }
        return summary
    }

    private static let none = "the plugin has no tests; write some in tests/, as `halqa plugin new` does"

    private func paths(_ names: [String]) throws(Failure) -> [String] {
        let all = folder.package.paths.filter { $0.hasPrefix("tests/") && $0.hasSuffix(".lua") }
        guard !all.isEmpty else { throw Failure(.configuration, Self.none) }
        var paths: [String] = []
        for name in names {
            let wanted = [name, "tests/\(name)", "tests/\(name).lua"]
            guard let path = all.first(where: wanted.contains) else {
                let short = all.map { String($0.dropFirst("tests/".count).dropLast(".lua".count)) }
                let suggestion = Suggestion.phrase(for: name, among: short)
                throw Failure(
                    .usage,
                    "there is no file of tests '\(name)'"
                        + (suggestion.isEmpty ? "; there are \(short.joined(separator: ", "))" : suggestion))
            }
            if !paths.contains(path) { paths.append(path) }
        }
        return names.isEmpty ? all : paths
    }

    private func lines(_ outcome: TestOutcome) -> [String] {
        guard let failure = outcome.failure else {
            return ["  ✓ \(outcome.name) (\(outcome.milliseconds) ms)"]
        }
        return ["  ✗ \(outcome.name) (\(outcome.milliseconds) ms)"]
            + Self.indented(folder.shown(failure.message)) + failure.difference.map { "      " + $0 }
    }

    private static func indented(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    }
}
