import ArgumentParser

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring data in, after showing what would be other than before.",
        subcommands: [ImportCommunity.self])
}
