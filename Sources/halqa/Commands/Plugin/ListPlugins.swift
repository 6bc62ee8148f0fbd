import ArgumentParser
import Host

struct ListPlugins: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The plugins that are installed, and for whom they are on.")

    @ParentCommand var halqa: Halqa
    @OptionGroup var output: OutputOptions

    func run() throws {
        let list = try PluginList(try halqa.options.access())
        try output.destination(halqa.options).write { take in try list.list(take) }
    }
}

struct ShowPlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A plugin with its contributions, permissions, settings, health and history.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The plugin's identifier.", valueName: "plugin"))
    var id: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let list = try PluginList(try halqa.options.access())
        try output.destination(halqa.options).write { take in try list.show(id, take: take) }
    }
}
