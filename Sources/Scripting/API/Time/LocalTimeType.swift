import Community
import LuaKit

/// An instant as the clocks of a zone show it.
final class LocalTimeObject: HostObject {
    static let luaType = "local time"

    let instant: Instant
    let zone: Zone
    let session: Session
    private var local: (day: Day, time: ClockTime) { zone.local(instant) }

    init(_ instant: Instant, zone: Zone, session: Session) {
        self.instant = instant
        self.zone = zone
        self.session = session
    }

    static var type: ObjectType<LocalTimeObject> {
        ObjectType(
            "An instant as the clocks of a zone show it.",
            methods: [
                Function(
                    "format", of: LocalTimeObject.self,
                    "Writes the local time by a pattern of Unicode Technical Standard #35: `EEEE d MMMM, HH:mm`.",
                    Parameter<String>("pattern", "The pattern."),
                    Parameter<String?>("language", "A language code; without one, that of the run."),
                    returns: "The text, with Western digits.",
                    example: #"session.starts_at:at("Asia/Beirut"):format "HH:mm" --> "14:00""#
                ) { (object: LocalTimeObject, pattern: String, language: String?) in
                    object.session.timeFormat.text(
                        object.instant, zone: object.zone, pattern: pattern,
                        language: language ?? object.session.language)
                }
            ],
            properties: [
                Property("date", of: LocalTimeObject.self, "The day.") { $0.local.day },
                Property("weekday", of: LocalTimeObject.self, "The day of the week, such as \"monday\".") {
                    $0.local.day.weekday.rawValue
                },
                Property("hour", of: LocalTimeObject.self, "0 to 23.") { $0.local.time.hour },
                Property("minute", of: LocalTimeObject.self, "0 to 59.") { $0.local.time.minute },
                Property("zone", of: LocalTimeObject.self, "The IANA time zone.") { $0.zone.identifier },
                Property("instant", of: LocalTimeObject.self, "The instant.") { $0.instant },
            ],
            equals: { $0.instant == $1.instant && $0.zone == $1.zone },
            text: { object in
                let time = object.local.time.description.prefix(5)
                return "\(object.local.day) \(time) (\(object.zone))"
            })
    }
}

/// A day of the Umm al-Qura calendar.
final class HijriObject: HostObject {
    static let luaType = "Hijri date"

    let day: Day
    let date: HijriDate
    let session: Session

    init(_ day: Day, session: Session) {
        self.day = day
        date = HijriDate(day)
        self.session = session
    }

    static var type: ObjectType<HijriObject> {
        ObjectType(
            "A day of the Umm al-Qura calendar.",
            methods: [
                Function(
                    "format", of: HijriObject.self,
                    "Writes the day by a pattern of Unicode Technical Standard #35.",
                    Parameter<String>("pattern", "The pattern."),
                    Parameter<String?>("language", "A language code; without one, that of the run."),
                    returns: "The text, with Western digits.",
                    example: #"today:hijri():format("d MMMM y", "ar")"#
                ) { (object: HijriObject, pattern: String, language: String?) in
                    object.session.timeFormat.hijri(
                        object.day, pattern: pattern, language: language ?? object.session.language)
                }
            ],
            properties: [
                Property("year", of: HijriObject.self, "The year.") { $0.date.year },
                Property("month", of: HijriObject.self, "The month, 1 to 12.") { $0.date.month },
                Property("day", of: HijriObject.self, "The day of the month.") { $0.date.day },
                Property("date", of: HijriObject.self, "The same day as a date.") { $0.day },
            ],
            equals: { $0.day == $1.day }, text: { $0.date.description })
    }
}
