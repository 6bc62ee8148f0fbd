import ArgumentParser
import Community
import Host
import Runs
import Store

/// The options of commands that change records, and how such a command goes: what would be other than before is
/// shown, and done when the user says so.
struct WritingOptions: ParsableArguments {
    @Flag(help: "Write without asking; needed where nobody can be asked.")
    var yes = false

    @Flag(name: .customLong("dry-run"), help: "Show what would change, and write nothing.")
    var dryRun = false

    func validate() throws {
        guard !yes || !dryRun else { throw ValidationError("--yes writes and --dry-run does not; take one.") }
    }

    /// Shows a plan and what rules warn of, asks, and does it. When the community has moved on meanwhile, the plan is
    /// made anew, and shown again if it says something else.
    ///
    /// - Parameters:
    ///   - question: what is asked: "Change it?"
    ///   - make: makes the plan, on the community as it is.
    func perform(
        _ question: String, _ writing: RecordWriting, _ options: CommunityOptions, make: () throws -> Plan
    ) throws {
        var shown: Plan?
        while true {
            let plan = try make()
            var isNew = plan.diffs != shown?.diffs
            if isNew {
                if shown != nil {
                    StandardError.write("The community has changed meanwhile; this would be done now:")
                }
                try DiffWriter.standardOutput.write(plan)
                if plan.isEmpty {
                    options.notify("Nothing has to be changed.")
                    return
                }
            }
            let warnings = isNew ? [] : shown?.warnings ?? []
            shown = plan
            guard
                let checked = try writing.checked(
                    plan, executable: ThisProgram.path, log: options.notify, warn: StandardError.write)
            else { continue }
            if checked.warnings != warnings {
                for warning in checked.warnings {
                    StandardError.write("warning: \(warning.rule): \(warning.text)")
                }
                isNew = true
            }
            shown = checked
            if isNew {
                if dryRun {
                    options.notify("Nothing was written.")
                    return
                }
                if yes, !checked.warnings.isEmpty {
                    options.notify("Going past the warnings, by --yes; they are kept with the change.")
                }
                guard try yes || Question.ask(question) else {
                    throw Failure(.usage, "nothing was written")
                }
            }
            guard let receipt = try writing.apply(checked) else { continue }
            options.notify("Commit \(receipt.number); 'halqa changes undo \(receipt.number)' takes it back.")
            return
        }
    }

    /// The same for changes that are too many to be held: what would be other than before is shown as it comes.
    ///
    /// - Parameters:
    ///   - plan: makes the plan on the community as it is, and shows it.
    ///   - apply: does what was planned on that commit; nil when the community has moved on since.
    func perform(
        _ question: String, notify: (String) -> Void, plan: () throws -> PlanSummary,
        apply: (Int64) throws -> CommitReceipt?
    ) throws {
        var isAgain = false
        while true {
            if isAgain {
                StandardError.write("The community has changed meanwhile; this would be done now:")
            }
            isAgain = true
            let summary = try plan()
            notify(
                "\(summary.created) created, \(summary.updated) changed, \(summary.deleted) deleted, "
                    + "\(summary.unchanged) as they are.")
            guard summary.created + summary.updated + summary.deleted > 0 else {
                return notify("Nothing has to be changed.")
            }
            guard !dryRun else { return notify("Nothing was written.") }
            guard try yes || Question.ask(question) else { throw Failure(.usage, "nothing was written") }
            guard let receipt = try apply(summary.commit) else { continue }
            return notify(
                "Commit \(receipt.number); 'halqa changes undo \(receipt.number)' takes it back.")
        }
    }
}
