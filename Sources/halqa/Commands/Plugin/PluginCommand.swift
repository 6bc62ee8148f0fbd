import ArgumentParser

struct PluginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "Install plugins and decide what they may do, or write one.",
        discussion: """
            A plugin reads and proposes only what it was granted, and of that only what the person who runs it may see \
            and do. Focal points decide for their own organization, admins for all; moderators look.
            """,
        subcommands: [
            InstallPlugin.self, ListPlugins.self, ShowPlugin.self, GrantPlugin.self, EnablePlugin.self,
            DisablePlugin.self, PluginSettings.self, UpdatePlugin.self, PinPlugin.self, UnpinPlugin.self,
            RollBackPlugin.self, RemovePlugin.self, NewPluginCommand.self, LintPlugin.self, TestPlugin.self,
            PackagePlugin.self,
        ])
}
