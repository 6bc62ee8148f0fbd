import ArgumentParser
import Host
import Runs
import Store

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the community's place.",
        discussion: """
            What is there now is kept beside it, as a backup of its own. Where there is a community already, it is asked \
            first whether to go on.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("A file that `halqa backup` made.", valueName: "file"), completion: .file())
    var file: String

    @Flag(help: "Restore without asking; needed where nobody can be asked.")
    var yes = false

    func run() throws {
        let access = try halqa.options.access()
        try access.requireOperator("restoring a backup")
        let planned = try Store.restoration(from: file, to: access.folder)
        guard try yes || isAgreed(planned, access.folder) else {
            throw Failure(.usage, "nothing was changed")
        }
        let kept = try Store.restore(from: file, to: access.folder)
        // A backup is one file without a log; opening it once for writing gives it the log that readers and a
        // writer need beside each other, and brings a backup of an earlier version up to date.
        _ = try access.store(for: .writing)
        let rest = kept.map { " What was there is kept in '\($0)'." } ?? ""
        halqa.options.notify("The community in '\(access.folder)' is that of '\(file)' now.\(rest)")
    }

    private func isAgreed(_ planned: Store.Restoration, _ folder: String) throws -> Bool {
        guard let keeping = planned.keeping else { return true }
        let former = planned.former.map { "as of commit \($0)" } ?? "which cannot be read"
        StandardError.write(
            "The community in '\(folder)', \(former), would be replaced by '\(file)', as of commit "
                + "\(planned.commit). The former would be kept as '\(keeping)'.")
        return try Question.ask("Restore it?")
    }
}
