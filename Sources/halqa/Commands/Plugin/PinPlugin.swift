import ArgumentParser
import Host

struct PinPlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin", abstract: "Keep a plugin at its version: updates are refused.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The plugin's identifier.", valueName: "plugin"))
    var id: String

    func run() throws {
        try PluginInstaller(try halqa.options.access(), workers: ThisProgram.workers).pin(id, true)
        halqa.options.notify("The plugin \(id) stays at its version.")
    }
}

struct UnpinPlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpin", abstract: "Let a plugin be updated again.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The plugin's identifier.", valueName: "plugin"))
    var id: String

    func run() throws {
        try PluginInstaller(try halqa.options.access(), workers: ThisProgram.workers).pin(id, false)
        halqa.options.notify("The plugin \(id) can be updated.")
    }
}
