import Community
import LuaKit

/// A reminder: what a script's file returns.
final class ReminderObject: ContributionObject {
    static let luaType = "reminder"

    let heading: ContributionHeading
    let schedule: ReminderSchedule
    let run: Value

    init(heading: ContributionHeading, schedule: ReminderSchedule, run: Value) {
        self.heading = heading
        self.schedule = schedule
        self.run = run
    }

    var description: ContributionDescription {
        ContributionDescription(.reminder, heading, schedule: schedule)
    }

    static var type: ObjectType<ReminderObject> { ObjectType("A reminder, for the file to return.") }

    static let options = Options(
        "reminder options", "What a reminder is and does.",
        ContributionHeading.options + [
            Option("every", .options(ReminderSchedule.options), "When it runs.", required: true),
            Option(
                "run",
                .function(
                    [
                        .init("community", CommunityObject.luaTypeExpression),
                        .init("now", Instant.luaTypeExpression),
                    ], returns: .list(of: .any)),
                "Makes the messages, of the community and the instant.", required: true),
        ])

    static var function: Function {
        Function(
            "reminder", "Declares a reminder.",
            Parameter<Value>("options", "The reminder.", type: .options(options)),
            returns: "The reminder, for the file to return.",
            example:
                #"return reminder { title = "Due soon", every = { weekday = "monday", at = "08:00" }, run = "#
                + "function(community, now) return {} end }"
        ) { (state: State, options: Value) throws -> ReminderObject in
            let reader = try TableReader(state, options, "the reminder", Self.options)
            return ReminderObject(
                heading: try ContributionHeading(reader), schedule: try ReminderSchedule(reader),
                run: try reader.function("run", of: "the community and the instant"))
        }
    }
}
