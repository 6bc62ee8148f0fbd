import Community

/// A value of a foreign file: as the file has it, and as it is read for a wanted type.
public indirect enum SourceValue: Sendable, Hashable {
    case empty
    case text(String)
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case day(Day)
    case time(ClockTime)
    /// A date and time of day without a zone, which is all that workbooks have.
    case localTime(Day, ClockTime)
    case instant(Instant)
    case quarter(Quarter)
    case list([SourceValue])
    /// An object of JSON.
    case object([Member])
    /// What a workbook has where a formula failed: `#REF!`.
    case error(String)
    /// A formula whose result the file does not hold.
    case uncalculated

    /// A member of an object, in the file's order.
    public struct Member: Sendable, Hashable {
        public var name: String
        public var value: SourceValue

        public init(_ name: String, _ value: SourceValue) {
            self.name = name
            self.value = value
        }
    }
}
