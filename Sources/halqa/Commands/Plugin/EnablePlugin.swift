import ArgumentParser
import Host

/// For whom a plugin is switched on or off.
struct PluginScopeOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The plugin's identifier.", valueName: "plugin"))
    var id: String

    @Option(help: ArgumentHelp("Only for this organization's people.", valueName: "id"))
    var organization: String?

    var whom: String { organization.map { "the people of \($0)" } ?? "the whole community" }
}

struct EnablePlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Switch a plugin on, also one that was switched off for its failures.")

    @ParentCommand var halqa: Halqa
    @OptionGroup var scope: PluginScopeOptions

    func run() throws {
        try PluginSwitch(try halqa.options.access()).enable(scope.id, for: scope.organization)
        halqa.options.notify("The plugin \(scope.id) is on for \(scope.whom).")
    }
}

struct DisablePlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Switch a plugin off. It keeps its settings and grants.")

    @ParentCommand var halqa: Halqa
    @OptionGroup var scope: PluginScopeOptions

    func run() throws {
        try PluginSwitch(try halqa.options.access()).disable(scope.id, for: scope.organization)
        halqa.options.notify("The plugin \(scope.id) is off for \(scope.whom).")
    }
}
