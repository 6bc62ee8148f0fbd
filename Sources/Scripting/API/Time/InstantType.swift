import Community
import LuaKit

/// `instant`: a point in time. It has a day and a time of day only in a zone.
enum InstantType {
    static func type(_ session: Session) -> ScalarType {
        ScalarType(
            tag: LightTag.instant, name: Instant.luaType,
            "A point in time. It has a day, a weekday and a time of day only in a zone: `instant:at \"Asia/Beirut\"`.",
            concatenationAdvice: "format the instant first: i:format(\"d MMMM HH:mm\", zone)",
            comparisonAdvice: "instants compare with instants; an instant's day in a zone is i:day(zone)",
            methods: [
                Function(
                    "at", of: Instant.self, "The local time in a zone.",
                    Parameter<String>("zone", "An IANA time zone."), returns: "A local time.",
                    example: #"session.starts_at:at("Asia/Beirut").hour --> 14"#
                ) { (instant: Instant, zone: String) throws -> LocalTimeObject in
                    _ = try Self.day(of: instant, in: zone)
                    return LocalTimeObject(instant, zone: try Self.zone(zone), session: session)
                },
                Function(
                    "day", of: Instant.self, "The day in a zone.",
                    Parameter<String>("zone", "An IANA time zone."),
                    returns: "The date.", example: #"session.starts_at:day(session.time_zone)"#
                ) { (instant: Instant, zone: String) throws -> Day in try Self.day(of: instant, in: zone) },
                Function(
                    "weekday", of: Instant.self, "The day of the week in a zone.",
                    Parameter<String>("zone", "An IANA time zone."),
                    returns: "The weekday, such as \"monday\".",
                    example: #"session.starts_at:weekday(session.time_zone) --> "monday""#
                ) { (instant: Instant, zone: String) throws -> String in
                    try Self.day(of: instant, in: zone).weekday.rawValue
                },
                Function(
                    "format", of: Instant.self,
                    "Writes the instant in a zone, by a pattern of Unicode Technical Standard #35: `d MMMM, HH:mm`.",
                    Parameter<String>("pattern", "The pattern."),
                    Parameter<String>("zone", "An IANA time zone."),
                    Parameter<String?>("language", "A language code; without one, that of the run."),
                    returns: "The text, with Western digits.",
                    example:
                        #"session.starts_at:format("d MMMM, HH:mm", "Asia/Beirut", "en") --> "25 September, 14:00""#
                ) { (instant: Instant, pattern: String, zone: String, language: String?) throws -> String in
                    session.timeFormat.text(
                        instant, zone: try Self.zone(zone), pattern: pattern,
                        language: language ?? session.language)
                },
            ],
            operators: TimeArithmetic.operators, operations: TimeArithmetic.ofInstants
        ) { Instant(milliseconds: $0.payload).description }
    }

    static func functions(_ session: Session) -> [Function] {
        [
            Function(
                "instant", "Makes an instant out of text with its zone.",
                Parameter<String>("text", "As in RFC 3339."), returns: "The instant.",
                example: #"instant "2023-09-25T14:00+03:00""#
            ) { (text: String) throws -> Instant in
                guard let instant = Instant(text) else {
                    throw ScriptError("'\(text)' is not an instant; write it as \"2023-09-25T14:00+03:00\"")
                }
                return instant
            }
        ]
    }

    /// - Throws: `ScriptError` where the zone's clocks show a day that dates do not reach.
    private static func day(of instant: Instant, in zone: String) throws -> Day {
        let day = try Self.zone(zone).local(instant).day
        return try TimeArithmetic.inRange((Day.first...Day.last).contains(day) ? day : nil)
    }

    static func zone(_ identifier: String) throws -> Zone {
        guard let zone = Zone(identifier) else {
            throw ScriptError(
                "'\(identifier)' is not a time zone of the IANA database, such as \"Asia/Beirut\"")
        }
        return zone
    }
}
