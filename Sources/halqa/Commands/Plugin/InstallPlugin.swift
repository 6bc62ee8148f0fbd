import ArgumentParser
import Community
import Host
import Plugins
import Runs

struct InstallPlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Install a plugin from a folder, a .tar.gz or a .zip, or one that comes with Halqa.",
        discussion: """
            It is read and checked as a whole before anything is changed. Nothing is fetched. Never accepted are links, \
            devices, paths that lead out of the plugin, names that differ by case only, more than \
            \(PackageLimits.entries) files and folders, a file of more than \(PackageLimits.file >> 20) MB, more than \
            \(PackageLimits.total >> 20) MB in all, and a contribution that does not load.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp(
            "The plugin's folder or archive, or the identifier of one that comes with Halqa.",
            valueName: "plugin"),
        completion: .file())
    var path: String

    @Option(
        name: .customLong("organization"),
        help: ArgumentHelp("Only for this organization's people; may be given again.", valueName: "id"))
    var organizations: [String] = []

    @OptionGroup var consent: ConsentOptions

    func run() throws {
        let installer = PluginInstaller(try halqa.options.access(), workers: ThisProgram.workers)
        let proposal = try installer.proposal(from: path, to: .install)
        let language = halqa.options.language ?? .default
        for line in proposal.lines(language: language.rawValue) { halqa.options.notify(line) }
        let granted = try consent.decide(
            proposal.asked,
            proposal.asked.isEmpty ? "Install it?" : "Install it and grant all that it asks for?",
            command: "halqa plugin install \(path)")
        try installer.install(proposal, granting: granted, for: organizations.isEmpty ? nil : organizations)
        halqa.options.notify("The plugin \(proposal.id) \(proposal.package.manifest.version) is installed.")
    }
}
