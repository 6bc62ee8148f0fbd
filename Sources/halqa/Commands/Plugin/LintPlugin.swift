import ArgumentParser
import Foundation
import Host
import Runs

struct LintPlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Look for mistakes in a plugin's folder.",
        discussion: """
            Tells of mistakes in the manifest, contributions that do not load, names that nothing has, permissions that are \
            used and not asked for or the other way round, the same of settings, files that nothing uses, texts that are \
            not there in Arabic, English and French, and reports, transforms and rules that no test names. Nothing is \
            run. Errors end with exit code 78.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("The plugin's folder (default: the current one).", valueName: "dir"),
        completion: .directory)
    var folder = "."

    @Flag(help: "Take warnings for errors.")
    var strict = false

    enum Form: String, ExpressibleByArgument, CaseIterable { case terminal, json }

    @Option(help: ArgumentHelp("How findings are written (default: terminal).", valueName: "terminal|json"))
    var format = Form.terminal

    func run() throws {
        let findings = try PluginLint(folder, halqa.options.access(), workers: ThisProgram.workers).findings()
        switch format {
        case .terminal:
            for finding in findings { try Stream.standardOutput.writeLine(finding.text(in: folder)) }
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try Stream.standardOutput.writeLine(String(decoding: encoder.encode(findings), as: UTF8.self))
        }
        try Self.judge(findings, folder, strict: strict)
        if findings.isEmpty { halqa.options.notify("There is nothing to say against '\(folder)'.") }
    }

    /// - Throws: `Failure` when there are errors, or what counts as such.
    static func judge(_ findings: [LintFinding], _ folder: String, strict isStrict: Bool) throws(Failure) {
        let errors = findings.count { $0.severity == .error }
        guard errors > 0 || (isStrict && !findings.isEmpty) else { return }
        let counts = [(errors, "error"), (findings.count - errors, "warning")].filter { $0.0 > 0 }
            .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
        throw Failure(.configuration, "the plugin in '\(folder)' has \(counts.joined(separator: " and "))")
    }
}

extension Stream {
    /// Writes a line; what in it could command a terminal is shown instead.
    func writeLine(_ line: String) throws {
        try write(Array((TerminalText.visible(line, keepingLines: true) + "\n").utf8))
    }
}
