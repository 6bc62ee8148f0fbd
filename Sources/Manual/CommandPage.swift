import Foundation

/// The reference of the command line, as a page of Markdown.
public struct CommandPage {
    private let program: Command

    public static let path = "commands.md"

    /// - Parameter description: what the argument parser tells of a program: its `--experimental-dump-help`, JSON.
    /// - Throws: `DecodingError` of a description of another form.
    public init(description: String) throws {
        program = try JSONDecoder().decode(Description.self, from: Data(description.utf8)).command
    }

    private struct Description: Decodable { let command: Command }

    private struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
    }

    private struct Argument: Decodable {
        let kind: String
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let discussion: String?
        let defaultValue: String?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool

        struct Name: Decodable {
            let kind: String
            let name: String
        }
    }

    public var text: String {
        let commands = (program.subcommands ?? []).filter { $0.commandName != "help" }
        let global = Self.options(program)
        return Markdown.head("halqa reference") + """
            # Commands

            \(program.abstract ?? "")

            \(program.discussion ?? "")


            """ + Markdown.table(["option of all commands", ""], global)
            + commands.map { section($0, after: program.commandName) }.joined()
    }

    private func section(_ command: Command, after words: String) -> String {
        let name = "\(words) \(command.commandName)"
        let inner = (command.subcommands ?? []).filter { $0.commandName != "help" }
        let text = [command.abstract, command.discussion].compactMap { $0 }.joined(separator: "\n\n")
        return "## \(name)\n\n\(text)\n\n"
            + (inner.isEmpty ? Markdown.code([usage(command, name)], "sh") : "")
            + Markdown.table(["argument", ""], Self.arguments(command))
            + Markdown.table(["option", ""], Self.options(command))
            + inner.map { section($0, after: name) }.joined()
    }

    private func usage(_ command: Command, _ name: String) -> String {
        let arguments = Self.shown(command).filter { $0.kind == "positional" }.map { argument in
            let value = "<\(argument.valueName ?? "value")>" + (argument.isRepeating ? " …" : "")
            return argument.isOptional ? "[\(value)]" : value
        }
        let options = Self.options(command).isEmpty ? [] : ["[options]"]
        return ([name] + arguments + options).joined(separator: " ")
    }

    private static func shown(_ command: Command) -> [Argument] {
        (command.arguments ?? []).filter { argument in
            let names = (argument.names ?? []).map(\.name)
            return argument.shouldDisplay && !names.contains("help") && !names.contains("version")
        }
    }

    private static func arguments(_ command: Command) -> [[String]] {
        shown(command).filter { $0.kind == "positional" }.map {
            ["`<\($0.valueName ?? "value")>`", explanation($0)]
        }
    }

    private static func options(_ command: Command) -> [[String]] {
        shown(command).filter { $0.kind != "positional" }.map { option in
            let names = (option.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
            let value = option.kind == "option" ? " <\(option.valueName ?? "value")>" : ""
            return ["`\(names.joined(separator: "`, `"))\(value)`", explanation(option)]
        }
    }

    private static func explanation(_ argument: Argument) -> String {
        var sentences = [argument.abstract, argument.discussion].compactMap { $0 }
        if let value = argument.defaultValue { sentences.append("Default: \(value).") }
        if argument.isRepeating && argument.kind == "option" {
            sentences.append("May be given several times.")
        }
        return sentences.joined(separator: " ")
    }
}
