import Confinement
import Foundation

/// What a run leaves behind: enough to know what was done, and to do it again.
public struct Receipt: Sendable, Hashable, Codable {
    /// Short text that people can type: `run-4` and a random part.
    public var id: String
    /// The request without its source, which is kept once by its hash.
    public var script: String
    /// What was done with it; nil in receipts of before there were others than reports.
    public var job: Request.Job?
    public var sourceHash: String
    /// What it had from the plugin that it is a part of; nil for a lone file.
    public var plugin: PluginReceipt?
    public var parameters: [String: String]
    /// A member's identifier, or `operator`.
    public var viewer: String
    /// Milliseconds since 1970, UTC: the run's clock, and the host's when the run began.
    public var now: Int64
    public var began: Int64
    public var language: String?
    public var zone: String?
    public var seed: UInt64?
    /// The number of the snapshot's last commit; nil when the run ended before it had a snapshot.
    public var commit: Int64?
    public var limits: RunLimits
    /// What a user called the file that was imported; nil where none was.
    public var input: String?
    /// Whether the document named its records; nil in receipts of before it could.
    public var provenance: Bool?
    public var halqaVersion: String
    public var luaVersion: String?
    /// What the worker was held to by the kernel, as `Confinement.Layer` calls it.
    public var confinement: [String]?
    /// Wall milliseconds.
    public var elapsed: Int
    public var usage: Usage
    /// nil when the run is done.
    public var failure: Failure?
    /// SHA-256 of the document's parts, or of an import's changes, as they came from the worker, and how many bytes
    /// they were.
    public var outputHash: String
    public var outputBytes: Int
    /// The parts themselves, when they are at most `longestKeptOutput` bytes.
    public var output: Data?

    /// What a difference can later be shown of: about a hundred pages of tables.
    static let longestKeptOutput = 256 << 10

    /// What the kernel did not hold the worker to, as a sentence; nil when nothing is missing.
    public var missingConfinement: String? {
        guard let confinement else { return nil }
        let missing = Confinement.Layer.allCases.map(\.rawValue).filter { !confinement.contains($0) }
        guard !missing.isEmpty else { return nil }
        return "this kernel does not confine scripts wholly: \(missing.joined(separator: ", ")) is missing; "
            + "--require-confinement would not run them"
    }

    public var outcome: String { failure?.reason.rawValue ?? "done" }
}
