import ArgumentParser
import Host
import Store

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the community's place.",
        discussion: "What is there now is kept beside it, as a backup of its own.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("A file that `halqa backup` made.", valueName: "file"), completion: .file())
    var file: String

    func run() throws {
        let access = try halqa.options.access()
        try access.requireOperator("restoring a backup")
        let kept = try Store.restore(from: file, to: access.folder)
        // A backup is one file without a log; opening it once for writing gives it the log that readers and a
        // writer need beside each other, and brings a backup of an earlier version up to date.
        _ = try access.store(for: .writing)
        let rest = kept.map { " What was there is kept in '\($0)'." } ?? ""
        halqa.options.notify("The community in '\(access.folder)' is that of '\(file)' now.\(rest)")
    }
}
