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

    static var function: Function {
        Function(
            "reminder", "Declares a reminder.",
            Parameter<Value>(
                "options",
                "A table: \(ContributionHeading.documentation), \(ReminderSchedule.documentation), and `run`, a "
                    + "function of the community and the instant that returns a list of messages."),
            returns: "The reminder, for the file to return.",
            example:
                #"return reminder { title = "Due soon", every = { weekday = "monday", at = "08:00" }, run = "#
                + "function(community, now) return {} end }"
        ) { (state: State, options: Value) throws -> ReminderObject in
            let reader = try TableReader(state, options, "the reminder")
            try reader.allow(ContributionHeading.options + ["every", "run"])
            return ReminderObject(
                heading: try ContributionHeading(reader), schedule: try ReminderSchedule(reader),
                run: try reader.function("run", of: "the community and the instant"))
        }
    }
}
