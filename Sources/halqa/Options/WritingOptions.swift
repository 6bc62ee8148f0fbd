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
        var shown: [RecordDiff]?
        // The warnings with which the user has said yes to what is shown.
        var agreed: [ChangeSet.Warning]?
        while true {
            let plan = try make()
            if plan.diffs != shown {
                if shown != nil {
                    StandardError.write("The community has changed meanwhile; this would be done now:")
                }
                try DiffWriter.standardOutput.write(plan)
                (shown, agreed) = (plan.diffs, nil)
                if plan.isEmpty {
                    options.notify("Nothing has to be changed.")
                    return
                }
            }
            guard
                let checked = try writing.checked(
                    plan, workers: ThisProgram.workers, log: options.notify, warn: StandardError.write)
            else { continue }
            if checked.warnings != agreed {
                for warning in checked.warnings {
                    StandardError.write("warning: \(warning.rule): \(warning.text)")
                }
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
                agreed = checked.warnings
            }
            guard let receipt = try writing.apply(checked) else { continue }
            options.notify("Commit \(receipt.number); 'halqa changes undo \(receipt.number)' takes it back.")
            return
        }
    }

    /// The same for changes that may be too many to be held, or to be shown: at most fifty are before the question.
    func perform(_ question: String, _ proposal: ChangeProposal, _ options: CommunityOptions) throws {
        var isAgain = false
        while true {
            if isAgain {
                StandardError.write("The community has changed meanwhile; this would be done now:")
            }
            isAgain = true
            let preview = try ChangePreview(showsAll: dryRun)
            let plan = try proposal.plan { try preview.take($0) }
            try preview.write()
            let summary = plan.summary
            options.notify(
                "\(summary.created) created, \(summary.updated) changed, \(summary.deleted) deleted, "
                    + "\(summary.unchanged) as they are.")
            guard summary.created + summary.updated + summary.deleted > 0 else {
                return options.notify("Nothing has to be changed.")
            }
            guard
                let warnings = try proposal.warnings(
                    against: plan, workers: ThisProgram.workers, log: options.notify,
                    warn: StandardError.write)
            else { continue }
            for warning in warnings { StandardError.write("warning: \(warning.rule): \(warning.text)") }
            guard !dryRun else { return options.notify("Nothing was written.") }
            if yes, !warnings.isEmpty {
                options.notify("Going past the warnings, by --yes; they are kept with the change.")
            }
            guard try yes || Question.ask(question) else { throw Failure(.usage, "nothing was written") }
            guard let receipt = try proposal.apply(plan, accepting: warnings) else { continue }
            return options.notify(
                "Commit \(receipt.number); 'halqa changes undo \(receipt.number)' takes it back.")
        }
    }
}
