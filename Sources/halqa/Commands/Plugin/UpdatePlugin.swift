import ArgumentParser
import Community
import Host
import Plugins

struct UpdatePlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Put another version in an installed plugin's place.",
        discussion: """
            Shows first what is different: permissions, settings, fields, files. What the version before did not ask for \
            is granted only by new consent; what it was granted stays. `halqa plugin rollback` goes back.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp(
            "The new version's folder or archive, or the identifier of one that comes with Halqa.",
            valueName: "plugin"),
        completion: .file())
    var path: String

    @Flag(help: "Also to an earlier version than the one that is installed.")
    var allowDowngrade = false

    @Flag(name: .customLong("diff"), help: "Show the lines of files that differ, too.")
    var showsLines = false

    @OptionGroup var consent: ConsentOptions

    func run() throws {
        let installer = PluginInstaller(try halqa.options.access(), workers: ThisProgram.workers)
        let proposal = try installer.proposal(from: path, to: .update(allowingDowngrade: allowDowngrade))
        guard !proposal.isSame || proposal.present?.damage != nil else {
            return halqa.options.notify(
                "The plugin \(proposal.id) is this version already; nothing was changed.")
        }
        let language = halqa.options.language ?? .default
        for line in proposal.lines(language: language.rawValue, whole: showsLines) {
            halqa.options.notify(line)
        }
        let granted = try consent.decide(
            proposal.asked,
            proposal.asked.isEmpty ? "Update it?" : "Update it and grant what it asks for anew?",
            command: "halqa plugin update \(path)")
        try installer.update(proposal, granting: granted)
        halqa.options.notify("The plugin \(proposal.id) is version \(proposal.package.manifest.version) now.")
        let refused = proposal.asked.subtracting(granted)
        if !granted.isEmpty { halqa.options.notify("It was newly granted \(granted.quoted).") }
        if !refused.isEmpty { halqa.options.notify("It was not granted \(refused.quoted).") }
    }
}
