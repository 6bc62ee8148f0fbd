import ArgumentParser
import Community
import Host

/// The options that say which community is looked at, for whom and when. They belong to `halqa` itself, so
/// that they may stand before the command or after it.
struct CommunityOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The community's folder.", discussion: "Default: $HALQA_COMMUNITY, else the current folder.",
            valueName: "dir"),
        completion: .directory)
    var community: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("See what this member may see, and no more.", valueName: "member"))
    var viewer: String?

    @Option(
        help: ArgumentHelp(
            "The time that counts as now: 2024-06-30, or 2024-06-30T14:00+03:00.", valueName: "instant"))
    var now: String?

    @Option(help: ArgumentHelp("The language of what is shown.", valueName: "ar|en|fr"))
    var language: Language?

    @Flag(help: "Keep standard error for warnings and errors: no notices, nothing that scripts print.")
    var quiet = false

    @Flag(
        help: "Run no script where the kernel lacks a layer of confinement; halqa doctor tells which it has.")
    var requireConfinement = false

    /// Tells what is neither a result nor a warning.
    func notify(_ line: String) {
        if !quiet { StandardError.write(line) }
    }

    func access() throws -> CommunityAccess {
        try CommunityAccess(
            folder: community, viewer: viewer, now: now, language: language?.rawValue,
            requiresConfinement: requireConfinement)
    }
}

extension Language: ExpressibleByArgument {}
