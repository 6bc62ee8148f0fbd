import ArgumentParser
import Host
import Runs

struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "The receipts of runs.",
        subcommands: [ListRuns.self, ShowRun.self, ReplayRun.self])
}

struct ListRuns: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The latest runs.")

    @ParentCommand var halqa: Halqa

    @Option(parsing: .unconditional, help: ArgumentHelp("The most runs to show.", valueName: "count"))
    var limit = 100

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit needs a count of 0 or more.") }
    }

    func run() throws {
        let runs = try RunList(try halqa.options.access())
        try output.destination(halqa.options).write { take in try runs.list(limit: limit, take: take) }
    }
}

struct ShowRun: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "A run's receipt.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The run's identifier.", valueName: "run"))
    var id: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let runs = try RunList(try halqa.options.access())
        try output.destination(halqa.options).write { take in try runs.show(id, take: take) }
    }
}

struct ReplayRun: WorkerCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Do a run again, on the community as it was then.",
        discussion:
            "Says whether the same bytes came out, and else what is different; then the exit code is 65.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The run's identifier.", valueName: "run"))
    var id: String

    func run(with workers: Workers) throws {
        let runs = try RunList(try halqa.options.access())
        switch try runs.replay(id, workers: workers) {
        case .same: print("\(id): the same bytes came out.")
        case .different(let lines):
            for line in lines { print(TerminalText.visible(line)) }
            throw Failure(.data, "\(id): something else came out than then.")
        }
    }
}
