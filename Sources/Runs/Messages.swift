import Community
import Scripting

/// The worker has opened its snapshot; what of the request it had to find out there.
struct Started: Codable, Equatable {
    var commit: Int64
    var language: String
    var zone: String
    var seed: UInt64
    var luaVersion: String
    /// The layers of confinement that are in force, by name.
    var confinement: [String] = []

    /// Of no run.
    static let example = Started(
        commit: 0, language: "", zone: Zone.utc.identifier, seed: 0, luaVersion: Evaluation.luaVersion)
}

/// The worker has sent the whole document.
struct Finished: Codable, Equatable {
    var usage: Usage
}

/// The run ended without a document, or in the midst of one.
struct Failed: Codable, Equatable {
    var failure: Failure
    var usage: Usage
}

/// What a run took, as its worker measured it.
public struct Usage: Sendable, Hashable, Codable {
    /// Most bytes of the Lua heap at one time.
    public var memory: Int
    /// Rows read from the community.
    public var rowsRead: Int
    /// CPU milliseconds of the worker.
    public var cpu: Int

    public init(memory: Int = 0, rowsRead: Int = 0, cpu: Int = 0) {
        self.memory = memory
        self.rowsRead = rowsRead
        self.cpu = cpu
    }
}
