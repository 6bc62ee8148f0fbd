import Community
import LuaKit

/// Lengths of time, months and quarters.
enum SpanTypes {
    static func types(_ session: Session) -> [ScalarType] {
        [
            ScalarType(
                tag: LightTag.daySpan, name: DaySpan.luaType, "Days of the calendar: `days(7)`.",
                properties: [Property("count", of: DaySpan.self, "How many.") { $0.count }],
                operators: TimeArithmetic.operators, operations: TimeArithmetic.ofDaySpans
            ) { "\($0.payload) \($0.payload.magnitude == 1 ? "day" : "days")" },
            ScalarType(
                tag: LightTag.monthSpan, name: MonthSpan.luaType, "Months of the calendar: `months(3)`.",
                properties: [Property("count", of: MonthSpan.self, "How many.") { $0.count }],
                operators: TimeArithmetic.operators, operations: TimeArithmetic.ofMonthSpans
            ) { "\($0.payload) \($0.payload.magnitude == 1 ? "month" : "months")" },
            ScalarType(
                tag: LightTag.timeSpan, name: TimeSpan.luaType,
                "Time that a clock counts: `hours(2)`, or what lies between two instants.",
                properties: [
                    Property("hours", of: TimeSpan.self, "In hours.") { Double($0.milliseconds) / 3_600_000 },
                    Property("minutes", of: TimeSpan.self, "In minutes.") {
                        Double($0.milliseconds) / 60_000
                    },
                    Property("days", of: TimeSpan.self, "In days of 24 hours.") {
                        Double($0.milliseconds) / 86_400_000
                    },
                ],
                operators: TimeArithmetic.operators, operations: TimeArithmetic.ofTimeSpans
            ) { "\($0.payload / 60_000) minutes" },
            ScalarType(
                tag: LightTag.month, name: Month.luaType,
                "A month of a year: `month \"2024-06\"`. Add a number for the months after it.",
                concatenationAdvice: "use tostring first",
                properties: [
                    Property("year", of: Month.self, "The year.") { $0.year },
                    Property("number", of: Month.self, "1 to 12.") { $0.month },
                    Property("first_day", of: Month.self, "Its first day.") { $0.firstDay },
                    Property("last_day", of: Month.self, "Its last day.") { $0.lastDay },
                    Property("quarter", of: Month.self, "Its quarter.") { $0.quarter },
                ],
                methods: [
                    Function(
                        "format", of: Month.self,
                        "Writes the month by a pattern of Unicode Technical Standard #35.",
                        Parameter<String>("pattern", "The pattern."),
                        Parameter<String?>("language", "A language code; without one, that of the run."),
                        returns: "The text.", example: #"month "2024-06":format "MMMM yyyy" --> "June 2024""#
                    ) { (month: Month, pattern: String, language: String?) in
                        session.timeFormat.text(
                            month.firstDay, pattern: pattern, language: language ?? session.language)
                    }
                ], operators: TimeArithmetic.operators, operations: TimeArithmetic.ofMonths
            ) { Month(luaPayload: $0.payload).map(\.description) ?? "" },
            ScalarType(
                tag: LightTag.quarter, name: Quarter.luaType,
                "A quarter of a year: `quarter \"2024-Q3\"`. Add a number for the quarters after it.",
                concatenationAdvice: "use tostring first",
                properties: [
                    Property("year", of: Quarter.self, "The year.") { $0.year },
                    Property("number", of: Quarter.self, "1 to 4.") { $0.quarter },
                    Property("first_day", of: Quarter.self, "Its first day.") { $0.firstDay },
                    Property("last_day", of: Quarter.self, "Its last day.") { $0.lastDay },
                ],
                operators: TimeArithmetic.operators, operations: TimeArithmetic.ofQuarters
            ) { Quarter(luaPayload: $0.payload).map(\.description) ?? "" },
        ]
    }

    static var functions: [Function] {
        [
            Function(
                "month", "Makes a month out of text, or takes that of a date.",
                Parameter<Value>(
                    "value", "Text such as \"2024-06\", or a date.",
                    type: .either([.string, Day.luaTypeExpression])), returns: "The month.",
                example: #"month "2024-06""#
            ) { (value: Value) throws -> Month in
                if let day = Day(value) { return Month(of: day) }
                guard case .string(let text) = value, let month = Month(text.description) else {
                    throw ScriptError("'month' needs text such as \"2024-06\", or a date")
                }
                return month
            },
            Function(
                "quarter", "Makes a quarter out of text, or takes that of a date.",
                Parameter<Value>(
                    "value", "Text such as \"2024-Q3\", or a date.",
                    type: .either([.string, Day.luaTypeExpression])), returns: "The quarter.",
                example: #"quarter "2024-Q3".last_day --> date "2024-09-30""#
            ) { (value: Value) throws -> Quarter in
                if let day = Day(value) { return Quarter(of: day) }
                guard case .string(let text) = value, let quarter = Quarter(text.description) else {
                    throw ScriptError("'quarter' needs text such as \"2024-Q3\", or a date")
                }
                return quarter
            },
        ]
    }
}
