import ArgumentParser
import Host
import Runs
import Store

struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a person, for good.",
        discussion: """
            Name, addresses and all else that is personal go from the record, from the log of changes, from the \
            receipts of runs and from the file. What refers to the person leads to a record without a name. This \
            cannot be undone.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The member's identifier.", valueName: "member"))
    var member: String

    @Flag(help: "Erase without asking; needed where nobody can be asked.")
    var yes = false

    /// The most mentions that are listed.
    private static let mostListed = 50

    func run() throws {
        let erasure = try PersonErasure(try halqa.options.access())
        let name = try erasure.name(of: member)
        let who = name.map { "\($0) (\(member))" } ?? "what the log of changes keeps of '\(member)'"
        guard try yes || Question.ask("Erase \(who) for good? It cannot be undone.") else {
            throw Failure(.usage, "nothing was erased")
        }
        tell(try erasure.perform(member))
    }

    private func tell(_ done: Erasure) {
        halqa.options.notify("The person is erased; the record is '\(done.id)' now.")
        if done.receipts > 0 {
            halqa.options.notify(
                done.receipts == 1
                    ? "1 receipt of a run was changed." : "\(done.receipts) receipts of runs were changed.")
        }
        if !done.mentions.isEmpty {
            StandardError.write("These texts mention the person by name and were left; look at each of them:")
            for mention in done.mentions.prefix(Self.mostListed) {
                StandardError.write("  \(mention.entity) \(mention.id): \(mention.field)")
            }
            let rest = done.mentions.count - Self.mostListed
            if rest > 0 { StandardError.write("  … and \(rest) more") }
        }
        if done.scripts > 0 {
            StandardError.write(
                done.scripts == 1
                    ? "1 script that was run mentions the person by name and was left."
                    : "\(done.scripts) scripts that were run mention the person by name and were left.")
        }
        if !done.isPurged {
            StandardError.write(
                "The community's file still holds what is erased, as somebody is reading it or the disk is full: do it "
                    + "once more later."
            )
        }
        StandardError.write(
            "Backups that were made before still hold the person; delete them, or make them anew"
                + (done.backups.isEmpty ? "." : ": \(done.backups.joined(separator: ", "))."))
    }
}
