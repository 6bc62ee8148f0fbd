import Community

/// The tags under which days, instants and records stand in batches (`BATCH_LIGHT`): agreed with whoever
/// reads them.
public struct LightTags: Sendable, Hashable {
    /// Payload: days since 1970-01-01.
    public let day: UInt8
    /// Payload: milliseconds since 1970-01-01T00:00:00Z.
    public let instant: UInt8
    /// The tag of the schema's first entity; the others follow in its order. Payload: the record's key.
    public let firstEntity: UInt8

    public init(day: UInt8 = 1, instant: UInt8 = 2, firstEntity: UInt8 = 16) {
        self.day = day
        self.instant = instant
        self.firstEntity = firstEntity
    }

    public func entity(_ name: String, in schema: Schema) -> UInt8 {
        firstEntity + UInt8(clamping: schema.position(of: name) ?? 0)
    }
}
