import ArgumentParser
import Host

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the community into one file, also while it is in use.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The file to make.", valueName: "file"), completion: .file())
    var file: String

    func run() throws {
        let access = try halqa.options.access()
        try access.requireOperator("a backup, which holds everything,")
        try access.store(for: .reading).backup(to: file)
        halqa.options.notify("The community was copied to '\(file)'.")
    }
}
