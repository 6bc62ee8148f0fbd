import ArgumentParser
import Host

struct RollBackPlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Go back to the version of a plugin before, with what that was granted.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The plugin's identifier.", valueName: "plugin"))
    var id: String

    func run() throws {
        let version = try PluginInstaller(try halqa.options.access(), workers: ThisProgram.workers).rollBack(
            id)
        halqa.options.notify("The plugin \(id) is version \(version) again.")
    }
}

struct RemovePlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a plugin.",
        discussion: "What its fields hold, and its files for repeating old runs, stay until they are purged.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The plugin's identifier.", valueName: "plugin"))
    var id: String

    @Flag(
        help:
            "Also what its fields hold, its settings and its files, for good; of one removed before as well.")
    var purge = false

    func run() throws {
        try PluginInstaller(try halqa.options.access(), workers: ThisProgram.workers).remove(
            id, purging: purge)
        halqa.options.notify(
            purge
                ? "The plugin \(id) is gone, with all that its fields held."
                : "The plugin \(id) is removed. What its fields hold stays until 'halqa plugin remove \(id) --purge'."
        )
    }
}
