import ArgumentParser
import Host
import Plugins

struct GrantPlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "Grant a plugin what it asks for, or take it back.",
        discussion:
            "For instance: halqa plugin grant follow_up 'read action_items' 'read members.personal' message")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The plugin's identifier.", valueName: "plugin"))
    var id: String

    @Argument(help: ArgumentHelp("Permissions, each as one word in quotes.", valueName: "permission"))
    var permissions: [String]

    @Flag(help: "Take them back.")
    var revoke = false

    func run() throws {
        let permissions = Permissions(try permissions.map { try Permission($0) })
        let installer = PluginInstaller(try halqa.options.access(), workers: ThisProgram.workers)
        let names = permissions.quoted
        if revoke {
            try installer.revoke(permissions, from: id)
            halqa.options.notify("The plugin \(id) no longer has \(names).")
        } else {
            try installer.grant(permissions, to: id)
            halqa.options.notify("The plugin \(id) has \(names).")
        }
    }
}
