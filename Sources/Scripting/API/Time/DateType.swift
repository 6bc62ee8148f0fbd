import Community
import LuaKit

/// `date`: a day of the calendar, without a zone.
enum DateType {
    static func type(_ session: Session) -> ScalarType {
        ScalarType(
            tag: LightTag.day, name: Day.luaType,
            "A day of the calendar, without a zone. Compare with `<`, subtract two for the days between them, add "
                + "`days(7)` or `months(1)`.",
            concatenationAdvice: "format the date first: d:format \"d MMMM yyyy\"",
            comparisonAdvice: "dates compare with dates; an instant's day in a zone is i:day(zone)",
            properties: [
                Property("year", of: Day.self, "The year.") { $0.year },
                Property("month", of: Day.self, "The month of the year, 1 to 12.") { $0.month },
                Property("day", of: Day.self, "The day of the month.") { $0.day },
                Property("weekday", of: Day.self, "The day of the week, such as \"monday\".") {
                    $0.weekday.rawValue
                },
                Property("quarter", of: Day.self, "The quarter that the day is in.") { Quarter(of: $0) },
                Property("calendar_month", of: Day.self, "The month that the day is in, as a value.") {
                    Month(of: $0)
                },
            ],
            methods: [
                Function(
                    "format", of: Day.self,
                    "Writes the day by a pattern of Unicode Technical Standard #35: `d MMMM yyyy`, `EEEE`.",
                    Parameter<String>("pattern", "The pattern."),
                    Parameter<String?>("language", "A language code; without one, that of the run."),
                    returns: "The text, with Western digits.",
                    example: #"date "2024-06-30":format("d MMMM yyyy", "fr") --> "30 juin 2024""#
                ) { (day: Day, pattern: String, language: String?) in
                    session.timeFormat.text(day, pattern: pattern, language: language ?? session.language)
                },
                Function(
                    "hijri", of: Day.self, "The day in the Umm al-Qura calendar.", returns: "A Hijri date.",
                    example: #"date "2024-07-07":hijri().year --> 1446"#
                ) { (day: Day) in HijriObject(day, session: session) },
            ],
            operators: TimeArithmetic.operators, operations: TimeArithmetic.ofDays
        ) { Day(luaPayload: $0.payload).map(\.description) ?? "" }
    }

    static func functions(_ session: Session) -> [Function] {
        [
            Function(
                "date", "Makes a date out of text, or takes the day of an instant in the viewer's zone.",
                Parameter<Value>(
                    "value", "Text as in ISO 8601, or an instant.",
                    type: .either([.string, Instant.luaTypeExpression])), returns: "The date.",
                example: #"date "2024-06-30""#
            ) { (value: Value) throws -> Day in
                if let instant = Instant(value) { return session.zone.local(instant).day }
                if let day = Day(value) { return day }
                guard case .string(let text) = value else {
                    throw ScriptError("'date' needs text such as \"2024-06-30\", and got \(value.phrase)")
                }
                guard let day = Day(text.description) else {
                    throw ScriptError("'\(text)' is not a date; write it as \"2024-06-30\"")
                }
                return day
            },
            span("days", "Days of the calendar, to move dates by.", "date \"2024-06-30\" + days(7)") {
                DaySpan(count: $0)
            },
            span("weeks", "Weeks of the calendar, to move dates by.", "today + weeks(2)") {
                DaySpan(count: $0 * 7)
            },
            span(
                "months",
                "Months of the calendar, to move dates by. A day that the month does not have becomes its last.",
                #"date "2024-01-31" + months(1) --> date "2024-02-29""#
            ) { MonthSpan(count: $0) },
            span("years", "Years of the calendar, to move dates by.", "today + years(1)") {
                MonthSpan(count: $0 * 12)
            },
            span("hours", "Hours, to move instants by.", "now + hours(2)") {
                TimeSpan(milliseconds: $0 * 3_600_000)
            },
            span("minutes", "Minutes, to move instants by.", "session.starts_at + minutes(session.duration)")
            {
                TimeSpan(milliseconds: $0 * 60_000)
            },
        ]
    }

    private static func span<Span: LightConvertible>(
        _ name: String, _ documentation: String, _ example: String, make: @escaping (Int64) -> Span
    ) -> Function {
        Function(
            name, documentation, Parameter<Int64>("count", "How many; may be negative."),
            returns: "The length of time.",
            example: example
        ) { (count: Int64) throws -> Span in
            // Nothing sensible is longer than all years from 1 to 9999.
            guard count.magnitude < 5_300_000_000 else { throw ScriptError("\(name)(\(count)) is too long") }
            return make(count)
        }
    }
}
