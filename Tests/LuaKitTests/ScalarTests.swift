import Testing

@testable import LuaKit

/// Days since an epoch, with a made-up calendar of 10 days a month.
struct Day: LightConvertible {
    static let luaTag: UInt8 = 1
    static var luaType: String { "date" }
    var number: Int64
    init(number: Int64) { self.number = number }
    init?(luaPayload: Int64) { number = luaPayload }
    var luaPayload: Int64 { number }

    static func install(in state: State) throws {
        func day(_ value: Value) -> Int64? {
            if case .light(let light) = value, light.tag == luaTag { light.payload } else { nil }
        }
        func integer(_ value: Value) -> Int64? {
            if case .integer(let number) = value { number } else { nil }
        }
        try state.register(
            ScalarType(
                tag: luaTag, name: "date", "A day.", concatenationAdvice: "format it first: d:format(…)",
                properties: [Property("month", of: Day.self, "Its month.") { $0.number / 10 }],
                methods: [
                    Function(
                        "format", of: Day.self, "Its text.", Parameter<String>("pattern", ""),
                        returns: "Text."
                    ) { day, pattern in "\(pattern) \(day.number)" }
                ],
                operators: [
                    .add: { left, right in
                        guard let a = day(left) ?? integer(left), let b = day(right) ?? integer(right),
                            day(left) == nil || day(right) == nil
                        else { return nil }
                        return Light(tag: luaTag, payload: a + b).map { .light($0) }
                    },
                    .sub: { left, right in
                        guard let a = day(left), let b = day(right) else { return nil }
                        return .integer(a - b)
                    },
                ], text: { "day \($0.payload)" }))
        try state.register(
            ScalarType(tag: 2, name: "duration", "A time.") { "\($0.payload) s" })
        try state.register(
            Module(
                nil, "",
                functions: [
                    Function("date", "A day.", Parameter<Int64>("n", ""), returns: "It.") { Day(number: $0) },
                    Function("duration", "A time.", Parameter<Int64>("n", ""), returns: "It.") {
                        Light(tag: 2, payload: $0)
                    },
                    Function("next_day", "The next.", Parameter<Day>("day", ""), returns: "It.") {
                        Day(number: $0.number + 1)
                    },
                ]))
        try state.freeze()
    }
}

struct ScalarTests {
    @Test(
        "a scalar",
        arguments: [
            ("return date(25).month, date(25):format 'd'", #"2, "d 25""#),
            ("return tostring(date(3)), string.format('%s', date(3))", #""day 3", "day 3""#),
            ("return date(3) == date(3), date(3) ~= date(4), date(3) == duration(3)", "true, true, false"),
            ("return date(-3) < date(2), date(2) <= date(2), date(3) > date(4)", "true, true, false"),
            (
                "return tostring(date(3) + 4), tostring(4 + date(3)), date(9) - date(4)",
                #""day 7", "day 7", 5"#
            ),
            ("return tostring(next_day(date(1)))", #""day 2""#),
            (
                "local t = { date(3), date(1), date(2) } table.sort(t) return tostring(t[1]), tostring(t[3])",
                #""day 1", "day 3""#
            ),
            ("local t = { [date(1)] = 'x' } return t[date(1)]", #""x""#),
        ])
    func works(source: String, expected: String) throws {
        let state = try State()
        try Day.install(in: state)
        #expect(try state.text(state.run(source)) == expected)
    }

    @Test(
        "a mistake with a scalar",
        arguments: [
            ("return date(1).mnth", "a date has no field 'mnth'; did you mean 'month'?"),
            ("return date(1) < 3", "cannot compare date with number"),
            ("return date(1) < duration(1)", "cannot compare date with duration"),
            ("return date(1) + 'x'", "cannot add date and string"),
            ("return date(1) + date(1)", "cannot add date and date"),
            ("return date(1) * 2", "cannot multiply date and number"),
            ("return {} - date(1)", "cannot subtract table and date"),
            ("return 'on ' .. date(1)", "a date cannot be joined with '..'; format it first: d:format(…)"),
            ("next_day(3)", "bad argument #1 'day' to 'next_day' (expected date, got number)"),
            ("next_day(duration(3))", "bad argument #1 'day' to 'next_day' (expected date, got duration)"),
            (
                "date(1).format('x')",
                "'format' is a method of a date: call it with a colon, as in value:format(…)"
            ),
            ("date(1):format()", "bad argument #1 'pattern' to 'format' (expected string, got no value)"),
            ("date(1).month = 3", "cannot assign 'month': a date is read-only"),
            ("table.sort { date(1), duration(1) }", "cannot compare duration with date"),
        ])
    func mistakes(source: String, message: String) throws {
        let state = try State()
        try Day.install(in: state)
        let error = try #require(try failure(of: "\n" + source, in: state))
        #expect(error.message == message)
        #expect(error.line == 2)
    }
}
