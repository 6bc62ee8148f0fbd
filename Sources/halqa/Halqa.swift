import ArgumentParser
import Host
import Runs

@main
struct Halqa: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "halqa",
        abstract: "A community of practice, and what its members' Lua scripts say of it.",
        discussion: """
            The options below may stand before the command or after it. Results go to standard output, everything \
            else to standard error.

            Exit codes: 0 done · 1 the script raised an error · 3 a script was stopped at a limit or its worker \
            died · 64 wrong usage · 65 bad input · 66 no such file or record · 70 a defect of Halqa · 73, 74 \
            cannot create, read or write · 77 not permitted · 78 configuration or plugin is wrong.
            """,
        version: halqaVersion,
        subcommands: [
            Init.self, RunReport.self, List.self, Show.self, Add.self, Edit.self, Delete.self,
            ImportCommand.self, ExportCommand.self, ChangesCommand.self, RunsCommand.self, PluginCommand.self,
            Backup.self,
            Restore.self, Erase.self,
            DoctorCommand.self, TypesCommand.self, ReferenceCommand.self,
        ]
    )

    /// What the argument parser's own messages begin with.
    static var _errorLabel: String { "halqa" }

    @OptionGroup var options: CommunityOptions

    static func main() {
        ThisProgram.settleStreams()
        ThisProgram.refuseWordsThatAreNoText()
        let words = CommandLine.arguments.dropFirst()
        if words.first == Workers.argument { Worker.serve() }
        let workers = ThisProgram.workers
        if meant(by: words) is any WorkerCommand.Type { workers.prepare() }
        ThisProgram.takeFileLimitAsError()
        do {
            var command = try parseAsRoot()
            if let command = command as? any WorkerCommand {
                try command.run(with: workers)
            } else {
                try command.run()
            }
        } catch {
            workers.dismiss()
            ExitStatus.leave(with: error)
        }
    }

    /// The command that the words most likely call, before they are parsed: an option's value may look like one.
    private static func meant(by words: some Sequence<String>) -> any ParsableCommand.Type {
        let family = words.reduce(Halqa.self as any ParsableCommand.Type) { command, word in
            command.configuration.subcommands.first { $0._commandName == word } ?? command
        }
        return family.configuration.defaultSubcommand ?? family
    }
}
