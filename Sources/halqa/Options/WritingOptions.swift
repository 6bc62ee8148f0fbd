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

    /// Shows what a proposal would do and what rules warn of, asks, and does it. When the community has moved on
    /// meanwhile, it is planned anew, and shown again if that says something else.
    ///
    /// - Parameter question: what is asked: "Change it?"
    func perform(_ question: String, _ proposal: ChangeProposal, _ options: CommunityOptions) throws {
        // What the user has before the eyes, and the warnings with which it was agreed to.
        var shown: ChangePreview?
        var agreed: [ChangeSet.Warning]?
        while true {
            let preview = try ChangePreview(showsAll: dryRun)
            let plan = try proposal.plan { try preview.take($0) }
            if !preview.isSame(as: shown) {
                if shown != nil {
                    StandardError.write("The community has changed meanwhile; this would be done now:")
                }
                try preview.write()
                if plan.changed + plan.unchanged > 1 {
                    options.notify(
                        "\(plan.created) created, \(plan.updated) changed, \(plan.deleted) deleted, "
                            + "\(plan.unchanged) as they are.")
                }
                (shown, agreed) = (preview, nil)
            }
            guard plan.changed > 0 else { return options.notify("Nothing has to be changed.") }
            guard
                let warnings = try proposal.warnings(
                    against: plan, workers: ThisProgram.workers, log: options.notify,
                    warn: StandardError.write)
            else { continue }
            if warnings != agreed {
                guard try agrees(to: question, despite: warnings, options) else { return }
                agreed = warnings
            }
            guard let receipt = try proposal.apply(plan, accepting: warnings) else { continue }
            return options.notify(
                "Commit \(receipt.number); 'halqa changes undo \(receipt.number)' takes it back.")
        }
    }

    /// Tells what rules warn of, and asks whether to go on.
    ///
    /// - Returns: false in a dry run.
    /// - Throws: `Failure` when the user says no.
    func agrees(
        to question: String, despite warnings: [ChangeSet.Warning], _ options: CommunityOptions
    ) throws -> Bool {
        for warning in warnings { StandardError.write("warning: \(warning.rule): \(warning.text)") }
        guard !dryRun else {
            options.notify("Nothing was written.")
            return false
        }
        if yes, !warnings.isEmpty {
            options.notify("Going past the warnings, by --yes; they are kept with the change.")
        }
        guard try yes || Question.ask(question) else { throw Failure(.usage, "nothing was written") }
        return true
    }
}
