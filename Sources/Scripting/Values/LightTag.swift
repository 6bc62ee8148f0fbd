import Community
import LuaKit

/// The tags of light values. Records come after them, by the place of their entity in the schema.
enum LightTag {
    static let day: UInt8 = 1
    static let instant: UInt8 = 2
    static let daySpan: UInt8 = 3
    static let monthSpan: UInt8 = 4
    static let timeSpan: UInt8 = 5
    static let month: UInt8 = 6
    static let quarter: UInt8 = 7

    private static let firstRecord: UInt8 = 16
    /// Of what lies between a record and a plugin's field: `item.x`, `item.x.follow_up`.
    private static let firstPart: UInt8 = 136

    static func record(entityAt position: Int) -> UInt8 { firstRecord + UInt8(clamping: position) }

    static func part(ofEntityAt position: Int) -> UInt8 { firstPart + UInt8(clamping: position) }

    /// The place of a record's entity in the schema; nil for other values.
    static func entityPosition(_ tag: UInt8) -> Int? {
        (firstRecord..<firstPart).contains(tag) ? Int(tag - firstRecord) : nil
    }
}

extension Day: LightConvertible {
    public static var luaType: String { "date" }
    public static var luaTag: UInt8 { LightTag.day }
    public init?(luaPayload: Int64) { self.init(number: Int(luaPayload)) }
    public var luaPayload: Int64 { Int64(number) }
}

extension Instant: LightConvertible {
    public static var luaType: String { "instant" }
    public static var luaTag: UInt8 { LightTag.instant }
    public init?(luaPayload: Int64) { self.init(milliseconds: luaPayload) }
    public var luaPayload: Int64 { milliseconds }
}

extension Month: LightConvertible {
    public static var luaType: String { "month" }
    public static var luaTag: UInt8 { LightTag.month }
    public init?(luaPayload: Int64) { self.init(number: Int(luaPayload)) }
    public var luaPayload: Int64 { Int64(number) }
}

extension Quarter: LightConvertible {
    public static var luaType: String { "quarter" }
    public static var luaTag: UInt8 { LightTag.quarter }
    public init?(luaPayload: Int64) { self.init(number: Int(luaPayload)) }
    public var luaPayload: Int64 { Int64(number) }
}

extension DaySpan: LightConvertible {
    static var luaType: String { "number of days" }
    static var luaTag: UInt8 { LightTag.daySpan }
    init?(luaPayload: Int64) { count = luaPayload }
    var luaPayload: Int64 { count }
}

extension MonthSpan: LightConvertible {
    static var luaType: String { "number of months" }
    static var luaTag: UInt8 { LightTag.monthSpan }
    init?(luaPayload: Int64) { count = luaPayload }
    var luaPayload: Int64 { count }
}

extension TimeSpan: LightConvertible {
    static var luaType: String { "duration" }
    static var luaTag: UInt8 { LightTag.timeSpan }
    init?(luaPayload: Int64) { milliseconds = luaPayload }
    var luaPayload: Int64 { milliseconds }
}
