import Community
import LuaKit
import Spelling

/// What `+`, `-` and `*` mean between days, instants, months, quarters and lengths of time.
enum TimeArithmetic {
    static func sum(_ left: Value, _ right: Value) throws -> Value {
        if let result = try moved(left, by: right, direction: 1) { return result }
        // Addition is the same either way round.
        if let result = try moved(right, by: left, direction: 1) { return result }
        throw ScriptError(refusal("add", left, "and", right))
    }

    static func difference(_ left: Value, _ right: Value) throws -> Value {
        if let result = try moved(left, by: right, direction: -1) { return result }
        if let left = Day(left), let right = Day(right) {
            return .integer(Int64(left.number - right.number))
        }
        if let left = Instant(left), let right = Instant(right) {
            return value(TimeSpan(milliseconds: left.milliseconds - right.milliseconds))
        }
        if let left = Month(left), let right = Month(right) {
            return .integer(Int64(left.number - right.number))
        }
        if let left = Quarter(left), let right = Quarter(right) {
            return .integer(Int64(left.number - right.number))
        }
        throw ScriptError(refusal("subtract", right, "from", left))
    }

    static func product(_ left: Value, _ right: Value) throws -> Value {
        if let result = try multiplied(left, by: right) { return result }
        if let result = try multiplied(right, by: left) { return result }
        throw ScriptError(refusal("multiply", left, "by", right))
    }

    private static func moved(_ value: Value, by span: Value, direction: Int64) throws -> Value? {
        if let day = Day(value) {
            if let span = DaySpan(span) {
                return Self.value(try inRange(day.adding(days: Int(span.count * direction))))
            }
            if let span = MonthSpan(span) {
                return Self.value(try inRange(day.adding(months: Int(span.count * direction))))
            }
        } else if let instant = Instant(value) {
            if let span = TimeSpan(span) {
                return Self.value(try inRange(instant.adding(milliseconds: span.milliseconds * direction)))
            }
            if let span = DaySpan(span) {
                let (milliseconds, overflow) = span.count.multipliedReportingOverflow(
                    by: 86_400_000 * direction)
                return Self.value(
                    try inRange(overflow ? nil : instant.adding(milliseconds: milliseconds)))
            }
        } else if case .integer(let count) = span {
            let (steps, overflow) = count.multipliedReportingOverflow(by: direction)
            if let month = Month(value) {
                return Self.value(try inRange(overflow ? nil : month.adding(months: Int(steps))))
            }
            if let quarter = Quarter(value) {
                return Self.value(try inRange(overflow ? nil : quarter.adding(quarters: Int(steps))))
            }
        } else if let left = DaySpan(value), let right = DaySpan(span) {
            return Self.value(DaySpan(count: left.count + right.count * direction))
        } else if let left = MonthSpan(value), let right = MonthSpan(span) {
            return Self.value(MonthSpan(count: left.count + right.count * direction))
        } else if let left = TimeSpan(value), let right = TimeSpan(span) {
            return Self.value(TimeSpan(milliseconds: left.milliseconds + right.milliseconds * direction))
        }
        return nil
    }

    private static func multiplied(_ value: Value, by factor: Value) throws -> Value? {
        guard case .integer(let factor) = factor else { return nil }
        func times(_ number: Int64) throws -> Int64 {
            let (product, overflow) = number.multipliedReportingOverflow(by: factor)
            return try inRange(overflow || !Light.payloads.contains(product) ? nil : product)
        }
        if let span = DaySpan(value) { return Self.value(DaySpan(count: try times(span.count))) }
        if let span = MonthSpan(value) { return Self.value(MonthSpan(count: try times(span.count))) }
        if let span = TimeSpan(value) {
            return Self.value(TimeSpan(milliseconds: try times(span.milliseconds)))
        }
        return nil
    }

    static func inRange<Result>(_ result: Result?) throws -> Result {
        guard let result else { throw ScriptError("the result is outside of the years 1 to 9999") }
        return result
    }

    private static func value(_ value: some LightConvertible) -> Value {
        Light(value).map(Value.light) ?? .nil
    }

    private static func refusal(_ verb: String, _ first: Value, _ preposition: String, _ second: Value)
        -> String
    {
        let operands = [first, second]
        let advice =
            if operands.contains(where: \.isNil) {
                "; test first that there is a value"
            } else if operands.contains(where: { if case .integer = $0 { true } else { false } }) {
                "; say of what: days(7), months(1), hours(2)"
            } else {
                ""
            }
        return "cannot \(verb) \(first.phrase) \(preposition) \(second.phrase)\(advice)"
    }
}

extension Light {
    init?(_ value: some LightConvertible) {
        self.init(tag: type(of: value).luaTag, payload: value.luaPayload)
    }
}

extension LightConvertible {
    /// The value, if a Lua value is one of this type.
    init?(_ value: Value) {
        guard case .light(let light) = value, light.tag == Self.luaTag else { return nil }
        self.init(luaPayload: light.payload)
    }
}

extension Value {
    /// The value in a message: `a date`, `an instant`, `nil`.
    var phrase: String { withArticle(typeName) }

    /// What messages call the value's type.
    var typeName: String {
        switch self {
        case .nil: "nil"
        case .boolean: "boolean"
        case .integer, .number: "number"
        case .string: "string"
        case .table: "table"
        case .function: "function"
        case .thread: "coroutine"
        case .object(let object): type(of: object).luaType
        case .light(let light):
            switch light.tag {
            case LightTag.day: Day.luaType
            case LightTag.instant: Instant.luaType
            case LightTag.daySpan: DaySpan.luaType
            case LightTag.monthSpan: MonthSpan.luaType
            case LightTag.timeSpan: TimeSpan.luaType
            case LightTag.month: Month.luaType
            case LightTag.quarter: Quarter.luaType
            default: "record"
            }
        }
    }
}
