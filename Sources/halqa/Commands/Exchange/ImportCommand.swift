import ArgumentParser

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring data in, after showing what would be other than before.",
        usage:
            "halqa import <file.lua|plugin/name> <file> [<name=value> ...] [--dry-run] [--yes] [--skip-rejected]\n       halqa import community <dir>",
        subcommands: [ImportTransform.self, ImportCommunity.self],
        defaultSubcommand: ImportTransform.self)
}
