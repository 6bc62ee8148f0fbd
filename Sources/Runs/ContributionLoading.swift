import Community
import Documents
import Scratch
import Scripting
import Store

/// Loads contributions to tell what they are, each in a worker of its own: one that loops, fails or brings its
/// worker down keeps no other from being told.
public struct ContributionLoading {
    private let workers: Workers
    private let community: String
    private let requiresConfinement: Bool
    // Is gone with this value.
    private let scratch: ScratchFolder?

    /// What loading one file may use: much less than a run.
    public static let limits = RunLimits(memory: 32 << 20, time: 2000)

    /// - Parameters:
    ///   - workers: where they are started.
    ///   - community: whose entities and fields there are. nil: those of a new one, which is made for this.
    ///   - fields: what plugins have declared in the new one.
    ///   - requiresConfinement: whether nothing is loaded where the kernel lacks a layer of confinement.
    /// - Throws: `StoreError`, `ScratchError`.
    public init(
        workers: Workers, community: String? = nil, fields: [CustomField] = [],
        requiresConfinement: Bool = false
    ) throws {
        self.workers = workers
        self.requiresConfinement = requiresConfinement
        if let community {
            self.community = community
            scratch = nil
        } else {
            let scratch = try ScratchFolder()
            let path = scratch.path + "/community"
            let now = Instant(milliseconds: 0)
            let store = try Store.create(
                at: path, name: ["en": "None"], language: Language.default.rawValue, now: now)
            let origin = ChangeSet.Origin(by: Viewer.operator.name, command: "load", at: now)
            for (plugin, fields) in Dictionary(grouping: fields, by: \.plugin).sorted(by: { $0.key < $1.key })
            {
                try store.declare(fields, of: plugin, by: origin)
            }
            self.community = path
            self.scratch = scratch
        }
    }

    /// What the file declares, or why it cannot be loaded.
    ///
    /// - Throws: `WorkerError` when no worker can be started.
    public func describe(_ program: Program) throws -> Result<ContributionDescription, Failure> {
        let request = Request(
            community: community, program: program, job: .describe, now: 0, limits: Self.limits,
            requiresConfinement: requiresConfinement)
        var description: ContributionDescription?
        let receipt = try Run(workers: workers, request: request).perform(
            part: { _ in }, answer: { if case .description(let answered) = $0 { description = answered } })
        if let failure = receipt.failure { return .failure(failure) }
        guard let description else {
            return .failure(Failure(.died, "\(program.name): its worker ended without an answer"))
        }
        return .success(description)
    }
}
