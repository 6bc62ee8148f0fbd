import ArgumentParser
import Host

struct PluginSettings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "List a plugin's settings, or choose their values.",
        discussion: "For instance: halqa plugin settings follow_up grace_days=5 --organization jor")

    @ParentCommand var halqa: Halqa
    @OptionGroup var scope: PluginScopeOptions

    @Argument(help: ArgumentHelp("Values to choose.", valueName: "name=value"))
    var values: [String] = []

    @Option(
        name: .customLong("reset"),
        help: ArgumentHelp(
            "Have the default again, or the community's value; may be given again.", valueName: "name"))
    var reset: [String] = []

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard values.isEmpty, reset.isEmpty else {
            let values = try NamedValues(values, of: "setting").values
            try PluginSwitch(try halqa.options.access()).set(
                values, reset: reset, of: scope.id, for: scope.organization)
            return halqa.options.notify("The settings of \(scope.id) were changed for \(scope.whom).")
        }
        let list = try PluginList(try halqa.options.access())
        try output.destination(halqa.options).write { take in
            try list.settings(scope.id, for: scope.organization, take: take)
        }
    }
}
