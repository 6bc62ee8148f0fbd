import ArgumentParser
import Community
import Host

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "Make a new community.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The folder to make it in.", valueName: "dir"), completion: .directory)
    var folder: String

    @Flag(
        help: ArgumentHelp(
            "Fill it with the Arab States workstream of the demo, and install the plugins that come with Halqa.",
            discussion: "With --no-plugins, it has none."))
    var demo = false

    @Option(help: "What the community is called.")
    var name: String?

    func validate() throws {
        guard !folder.isEmpty else { throw ValidationError("the folder's name is empty.") }
        guard let name else { return }
        guard !demo else { throw ValidationError("the demo has its own name; leave --name or --demo out.") }
        guard !name.allSatisfy(\.isWhitespace) else { throw ValidationError("--name needs a name.") }
    }

    func run() throws {
        let access = try halqa.options.access()
        try access.requireOperator("making a community")
        let language = access.language ?? Language.default.rawValue
        let new = NewCommunity(folder: folder, language: language, now: access.now)
        let store = demo ? try new.createDemo() : try new.create(named: name ?? folder)
        let snapshot = try store.snapshot()
        let counts = try ["organization", "member", "session", "practice", "action_item"].map { name in
            let entity = try snapshot.schema.entity(name)
            return "\(try snapshot.count(Query(name))) \(entity.plural.replacing("_", with: " "))"
        }
        halqa.options.notify("A community was made in '\(folder)': \(counts.joined(separator: ", ")).")
        if demo, access.usesPlugins { try installPlugins(access.at(folder)) }
    }

    private func installPlugins(_ access: CommunityAccess) throws {
        let installed = try PluginInstaller(access, workers: ThisProgram.workers).installBundled()
        guard !installed.isEmpty else {
            return StandardError.write(
                "halqa: the plugins that come with Halqa are not where the command is, so the demo has none; "
                    + "`make install` puts them into share/halqa/Plugins beside its folder")
        }
        halqa.options.notify("It has the plugins \(installed.joined(separator: ", ")).")
    }
}
