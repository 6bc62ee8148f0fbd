import ArgumentParser
import Formats
import Host
import Runs

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a table for other programs: a Lua file's, or an installed plugin's.",
        usage:
            "halqa export <file.lua|plugin/name> [<name=value> ...] [--format <format>] [--output <file>]\n       halqa export community <dir>",
        discussion: """
            The file has the table and nothing else. Parameters are given as name=value: \
            halqa export workplan/quarterly_table year=2024 --output workplan.xlsx
            """,
        subcommands: [ExportTransform.self, ExportCommunity.self],
        defaultSubcommand: ExportTransform.self)
}

struct ExportTransform: WorkerCommand {
    static let configuration = CommandConfiguration(
        commandName: "transform", abstract: "Run an export; what stands here without a subcommand.")

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp(
            "The export's file, or its name: workplan/quarterly_table.", valueName: "file.lua|plugin/name"),
        completion: .file(extensions: ["lua"]))
    var transform: String

    @Argument(help: ArgumentHelp("The export's parameters.", valueName: "name=value"))
    var parameters: [String] = []

    @OptionGroup var file: FormOptions<TableFormat>
    @OptionGroup var allowed: LimitOptions

    func run(with workers: Workers) throws {
        let access = try halqa.options.access()
        let values = try NamedValues(parameters, of: "parameter").values
        let export = try ExportRun(access, workers: workers, name: transform)
        // Text of an export's own making may be of any kind.
        let chosen = file.format ?? (export.format == .text ? nil : file.named) ?? export.format
        try export.check(chosen)
        try Destination(as: chosen, file: file.output, isQuiet: halqa.options.quiet).write { take in
            try export.perform(
                as: chosen, parameters: values, limits: allowed.limits, log: halqa.options.notify,
                warn: StandardError.write, take: take)
        }
    }
}
