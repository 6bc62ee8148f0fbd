import ArgumentParser
import Runs
import Spelling

/// A first word that names no command. The argument parser only calls it unexpected.
enum UnknownCommand {
    /// What to say of it; nil when the error is another one.
    static func failure(_ error: any Error) -> Failure? {
        guard let word = Halqa.message(for: error).firstMatch(of: #/^Unexpected argument '(.*)'$/#)?.output.1,
            let commands = commands(where: Halqa.fullMessage(for: error))
        else { return nil }
        let suggestion = Suggestion.phrase(for: String(word), among: commands)
        let all = commands.joined(separator: ", ")
        let advice =
            word.hasSuffix(".lua")
            ? "; a report is run by 'halqa run \(word)'"
            : suggestion.isEmpty ? "; there are \(all)" : suggestion
        return Failure(.usage, "there is no command '\(word)'" + advice)
    }

    /// The commands of which one was expected, by the last line of the parser's message; nil where none was.
    private static func commands(where message: String) -> [String]? {
        if message.contains("See 'halqa --help'") {
            return Halqa.configuration.subcommands.map { $0._commandName }
        }
        let families: [any ParsableCommand.Type] = [
            RunsCommand.self, ChangesCommand.self, PluginCommand.self,
        ]
        return families.first { message.contains("See 'halqa \($0._commandName) --help'") }
            .map { $0.configuration.subcommands.map { $0._commandName } }
    }
}
