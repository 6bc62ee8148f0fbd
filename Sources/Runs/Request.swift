import Foundation
import Scripting

/// Everything that a run depends on: the same request on the same snapshot gives the same bytes.
public struct Request: Sendable, Hashable, Codable {
    /// The community's folder.
    public var community: String
    /// Messages and receipts call it by its name: a lone file's path as the user gave it.
    public var program: Program
    public var job: Job
    /// Values as the user typed them, by parameter.
    public var parameters: [String: String]
    /// The run's clock: milliseconds since 1970, UTC.
    public var now: Int64
    /// The member for whom the run reads; nil for the operator.
    public var viewer: String?
    /// nil: the viewer's language, else the community's.
    public var language: String?
    /// nil: the viewer's time zone, else UTC.
    public var zone: String?
    /// What `math.random` starts from; nil: the snapshot's commit number.
    public var seed: UInt64?
    public var limits: RunLimits
    /// Whether the script is not run at all where the kernel lacks a layer of confinement.
    public var requiresConfinement: Bool
    /// Whether the document names the records behind its rows, and its commit.
    public var provenance: Bool

    public init(
        community: String, program: Program, job: Job = .report, parameters: [String: String] = [:],
        now: Int64,
        viewer: String? = nil, language: String? = nil, zone: String? = nil, seed: UInt64? = nil,
        limits: RunLimits = RunLimits(), requiresConfinement: Bool = false, provenance: Bool = false
    ) {
        self.provenance = provenance
        self.community = community
        self.program = program
        self.job = job
        self.parameters = parameters
        self.now = now
        self.viewer = viewer
        self.language = language
        self.zone = zone
        self.seed = seed
        self.limits = limits
        self.requiresConfinement = requiresConfinement
    }

    /// What is to be done with the program.
    public enum Job: Sendable, Hashable, Codable {
        /// The report is run: the answer is its document.
        case report
        /// The export is run: the answer is a document with one table, or with texts.
        case export
        /// The file is loaded: the answer is a `ContributionDescription`.
        case describe
        /// The file's tests, or those that have `filter` in their names, are run in the order of their names, from the
        /// one after `after` on; the community is a private folder that theirs are made in. The answers are a
        /// `TestPlan` and a `TestOutcome` each.
        case test(after: String?, filter: String?)
        /// What is proposed is laid over the snapshot, the changes of the file that the worker is given or the opposite of
        /// the commit `undoing`, and these files of the plugin, which are rules, look at it. The answers are a `Laid`
        /// and a `RuleOutcome` each.
        case check(rules: [String], undoing: Int64?)
        /// The program's source is the archive of a plugin: the answers are an `UnpackedFile` each. There is no
        /// community.
        case unpack
        /// The import is run on the file that the worker has open: changes, and an `ImportAnswer` now and then.
        case importing(ImportOptions)
        /// Some rows of that file, by their numbers, ascending: the answer is a document with a table of them.
        case rows(ImportOptions, numbers: [Int])

        /// Whether the worker reads the community that its host has.
        var readsCommunity: Bool {
            switch self {
            case .report, .export, .describe, .check, .importing, .rows: true
            case .test, .unpack: false
            }
        }

        /// Whether the answer is a document.
        var makesDocument: Bool {
            switch self {
            case .report, .export, .rows: true
            case .describe, .test, .check, .unpack, .importing: false
            }
        }

        /// Whether each answer ends a step, to which the time limit applies: a test, a rule, some rows of a file.
        var isInSteps: Bool {
            switch self {
            case .test, .check, .importing, .rows: true
            case .report, .export, .describe, .unpack: false
            }
        }

        /// Whether a foreign file is read.
        var readsFile: Bool {
            switch self {
            case .importing, .rows: true
            case .report, .export, .describe, .test, .check, .unpack: false
            }
        }

        /// How many files may be open at a time: each community of a test has some of its own.
        var descriptors: UInt64 {
            if case .test = self { 1024 } else { 64 }
        }
    }

    public var script: String { program.name }

    /// The bytes that a worker is given.
    func encoded() throws -> [UInt8] {
        Array(try JSONEncoder().encode(self))
    }

    /// - Throws: when these are not the bytes of a request.
    init(encoded bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Request.self, from: Data(bytes))
    }
}
