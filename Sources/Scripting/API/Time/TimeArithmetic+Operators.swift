import Community
import LuaKit

extension TimeArithmetic {
    /// For every type of time: each looks at what the other operand is.
    static var operators: [ScalarType.Operator: (Value, Value) throws -> Value?] {
        [
            .add: { try sum($0, $1) }, .sub: { try difference($0, $1) }, .mul: { try product($0, $1) },
            .unm: { value, _ in try product(value, .integer(-1)) },
        ]
    }

    // What is written of them, type by type. A test holds it against what they do.

    static let ofDays = moved(day, by: [days, months]) + [.init(.sub, day, gives: .integer)]
    static let ofInstants = moved(instant, by: [time, days]) + [.init(.sub, instant, gives: time)]
    static let ofMonths = moved(month, by: [.integer]) + [.init(.sub, month, gives: .integer)]
    static let ofQuarters = moved(quarter, by: [.integer]) + [.init(.sub, quarter, gives: .integer)]
    static let ofDaySpans = lengths(days, moving: [day, instant])
    static let ofMonthSpans = lengths(months, moving: [day])
    static let ofTimeSpans = lengths(time, moving: [instant])

    private static let day = Day.luaTypeExpression
    private static let instant = Instant.luaTypeExpression
    private static let month = Month.luaTypeExpression
    private static let quarter = Quarter.luaTypeExpression
    private static let days = DaySpan.luaTypeExpression
    private static let months = MonthSpan.luaTypeExpression
    private static let time = TimeSpan.luaTypeExpression

    private static func moved(_ type: TypeExpression, by lengths: [TypeExpression]) -> [ScalarType.Operation]
    {
        lengths.flatMap { [.init(.add, $0, gives: type), .init(.sub, $0, gives: type)] }
    }

    private static func lengths(_ type: TypeExpression, moving moved: [TypeExpression])
        -> [ScalarType.Operation]
    {
        moved.map { .init(.add, $0, gives: $0) } + [
            .init(.add, type, gives: type), .init(.sub, type, gives: type),
            .init(.mul, .integer, gives: type), .init(.unm, nil, gives: type),
        ]
    }
}
