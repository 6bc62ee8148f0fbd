import ArgumentParser
import Host
import Runs

struct RunReport: WorkerCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a report: a Lua file, or an installed plugin's.",
        discussion:
            "Parameters are given as name=value: halqa run Scripts/overdue.lua as_of=2024-06-30 owner=jor")

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp(
            "The report's file, or its name: follow_up/overdue.", valueName: "file.lua|plugin/name"),
        completion: .file(extensions: ["lua"]))
    var report: String

    @Argument(help: ArgumentHelp("The report's parameters.", valueName: "name=value"))
    var parameters: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var asked: ProvenanceOption

    @OptionGroup var allowed: LimitOptions

    func run(with workers: Workers) throws {
        let access = try halqa.options.access()
        let values = try NamedValues(parameters, of: "parameter").values
        let reports = ReportRun(access, workers: workers)
        try output.destination(halqa.options).write { take in
            try reports.perform(
                report, parameters: values, limits: allowed.limits, provenance: asked.provenance,
                log: halqa.options.notify, warn: StandardError.write, take: take)
        }
    }
}
