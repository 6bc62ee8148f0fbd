import ArgumentParser
import Host
import Runs

struct TestPlugin: WorkerCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run a plugin's tests.",
        discussion: """
            Each test is run on communities of its own, with what the plugin asks for granted. Ends with exit code 1 when a \
            test failed, 3 when one was stopped at a limit, 78 when the plugin or a file of tests cannot be loaded, or \
            there is no test.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The plugin's folder.", valueName: "dir"), completion: .directory)
    var folder: String

    @Argument(help: ArgumentHelp("Files in tests/: overdue (default: all).", valueName: "name"))
    var files: [String] = []

    @Option(help: ArgumentHelp("Run only the tests that have this in their names.", valueName: "text"))
    var filter: String?

    func run(with workers: Workers) throws {
        let testing = try PluginTesting(folder, halqa.options.access(), workers: workers)
        let summary = try testing.perform(
            files, filter: filter, log: halqa.options.notify, write: Stream.standardOutput.writeLine)
        try Stream.standardOutput.writeLine(summary.sentence)
        // What there is to say has been said.
        if !summary.hasPassed { throw ExitCode(summary.exitCode) }
    }
}
