import Foundation
import Scripting

/// Everything that a run depends on: the same request on the same snapshot gives the same bytes.
public struct Request: Sendable, Hashable, Codable {
    /// The community's folder.
    public var community: String
    /// Messages and receipts call it by its name: a lone file's path as the user gave it.
    public var program: Program
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

    public init(
        community: String, program: Program, parameters: [String: String] = [:], now: Int64,
        viewer: String? = nil, language: String? = nil, zone: String? = nil, seed: UInt64? = nil,
        limits: RunLimits = RunLimits()
    ) {
        self.community = community
        self.program = program
        self.parameters = parameters
        self.now = now
        self.viewer = viewer
        self.language = language
        self.zone = zone
        self.seed = seed
        self.limits = limits
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
