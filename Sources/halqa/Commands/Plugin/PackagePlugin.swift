import ArgumentParser
import Host
import Runs

struct PackagePlugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package", abstract: "Make the archive of a plugin, for others to install.",
        discussion:
            "The same files make the same archive. Lint may find no error, and all tests have to pass.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The plugin's folder.", valueName: "dir"), completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "The archive (default: NAME-VERSION.tar.gz in the current folder).", valueName: "file"),
        completion: .file(extensions: ["tar.gz"]))
    var output: String?

    @Flag(name: .customLong("no-verify"), help: "Leave out lint and tests.")
    var skipsChecks = false

    func validate() throws {
        guard let output else { return }
        guard output.hasSuffix(".tar.gz"), !output.hasSuffix("/.tar.gz"), output != ".tar.gz" else {
            throw ValidationError("--output needs the name of a file that ends in .tar.gz.")
        }
    }

    func run() throws {
        let packaging = try PluginPackaging(folder)
        if !skipsChecks { try check() }
        let name = output ?? packaging.fileName
        let file = try OutputFile(name)
        try file.write(packaging.bytes)
        try file.finish()
        try Stream.standardOutput.writeLine(packaging.sentence(file: name))
    }

    private func check() throws {
        let access = try halqa.options.access()
        let findings = try PluginLint(folder, access, workers: ThisProgram.workers).findings()
        for finding in findings { StandardError.write(finding.text(in: folder)) }
        try LintPlugin.judge(findings, folder, strict: false)
        var lines: [String] = []
        let summary = try PluginTesting(folder, access, workers: ThisProgram.workers)
            .perform(log: { _ in }, write: { lines.append($0) })
        guard summary.hasPassed else {
            for line in lines { StandardError.write(line) }
            throw Failure(summary.reason, "nothing was made: \(summary.sentence)")
        }
    }
}
