import Foundation

/// Everything that a run depends on: the same request on the same snapshot gives the same bytes.
public struct Request: Sendable, Hashable, Codable {
    /// The community's folder.
    public var community: String
    /// What messages and receipts call the script: the path as the user gave it.
    public var script: String
    public var source: [UInt8] { Array(text) }
    // In JSON, data is a third longer, and an array of bytes would be four times as long.
    private var text: Data
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

    public init(
        community: String, script: String, source: [UInt8], parameters: [String: String] = [:], now: Int64,
        viewer: String? = nil, language: String? = nil, zone: String? = nil, seed: UInt64? = nil,
        limits: RunLimits = RunLimits(), requiresConfinement: Bool = false
    ) {
        self.community = community
        self.script = script
        text = Data(source)
        self.parameters = parameters
        self.now = now
        self.viewer = viewer
        self.language = language
        self.zone = zone
        self.seed = seed
        self.limits = limits
        self.requiresConfinement = requiresConfinement
    }

    /// The bytes that a worker is given.
    func encoded() throws -> [UInt8] {
        Array(try JSONEncoder().encode(self))
    }

    /// - Throws: when these are not the bytes of a request.
    init(encoded bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Request.self, from: Data(bytes))
    }
}
