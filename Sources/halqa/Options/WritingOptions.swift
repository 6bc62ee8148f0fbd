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

    /// Shows a plan, asks, and does it. When the community has moved on meanwhile, the plan is made anew, and
    /// shown again if it says something else.
    ///
    /// - Parameters:
    ///   - question: what is asked: "Change it?"
    ///   - make: makes the plan, on the community as it is.
    func perform(
        _ question: String, _ writing: RecordWriting, notify: (String) -> Void, make: () throws -> Plan
    ) throws {
        var shown: [RecordDiff]?
        while true {
            let plan = try make()
            if plan.diffs != shown {
                if shown != nil {
                    StandardError.write("The community has changed meanwhile; this would be done now:")
                }
                try DiffWriter.standardOutput.write(plan)
                shown = plan.diffs
                if plan.isEmpty {
                    notify("Nothing has to be changed.")
                    return
                }
                if dryRun {
                    notify("Nothing was written.")
                    return
                }
                guard try yes || Question.ask(question) else {
                    throw Failure(.usage, "nothing was written")
                }
            }
            guard let receipt = try writing.apply(plan) else { continue }
            notify("Commit \(receipt.number); 'halqa changes undo \(receipt.number)' takes it back.")
            return
        }
    }
}
