import ArgumentParser
import Host

@main
struct Halqa: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "halqa",
        abstract: "A community of practice, and what its members' Lua scripts say of it."
    )

    @OptionGroup var options: CommunityOptions
}
