import ArgumentParser
import Host
import Runs

struct RunReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a report: a Lua file.",
        discussion:
            "Parameters are given as name=value: halqa run Scripts/overdue.lua as_of=2024-06-30 owner=jor")

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("The report's file.", valueName: "file.lua"),
        completion: .file(extensions: ["lua"]))
    var file: String

    @Argument(help: ArgumentHelp("The report's parameters.", valueName: "name=value"))
    var parameters: [String] = []

    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp("The most memory that the script may use (default: 64MB).", valueName: "size"),
        transform: { try MemoryAmount($0) })
    var memory = MemoryAmount(megabytes: 64)

    @Option(
        help: ArgumentHelp("The longest time that the run may take (default: 10s).", valueName: "time"),
        transform: { try TimeAmount($0) })
    var time = TimeAmount(seconds: 10)

    func run() throws {
        let access = try halqa.options.access()
        var limits = RunLimits()
        limits.memory = memory.bytes
        limits.time = time.milliseconds
        let values = try parsedParameters()
        let report = ReportRun(access, executable: ThisProgram.path)
        try output.destination(halqa.options).write { take in
            try report.perform(
                file: file, parameters: values, limits: limits, log: halqa.options.notify,
                warn: StandardError.write,
                take: take)
        }
    }

    private func parsedParameters() throws -> [String: String] {
        var values: [String: String] = [:]
        for parameter in parameters {
            guard let separator = parameter.firstIndex(of: "="), separator > parameter.startIndex else {
                throw Failure(.usage, "'\(parameter)' is not a parameter; write name=value")
            }
            let name = String(parameter[..<separator])
            guard values[name] == nil else { throw Failure(.usage, "the parameter '\(name)' is given twice") }
            values[name] = String(parameter[parameter.index(after: separator)...])
        }
        return values
    }
}
