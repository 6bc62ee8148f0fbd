import ArgumentParser
import Formats

/// The options that say how a result is written, and where.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How the result is written.",
            discussion: "Default: by the ending of the output file, else terminal.",
            valueName: Format.allCases.map(\.rawValue).joined(separator: "|")))
    var format: Format?

    @Option(
        help: ArgumentHelp("A file to write to, in place of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The digits of numbers and dates that people read: 0123 or ٠١٢٣. CSV and JSON have western ones.",
            valueName: Digits.allCases.map(\.rawValue).joined(separator: "|")))
    var digits = Digits.western

    @Flag(help: "Do not show long output page by page ($PAGER, else less).")
    var noPager = false

    /// Endings of files that are as plain as the terminal.
    private static let plainEndings = ["txt", "log"]

    func validate() throws {
        guard format == nil, let output else { return }
        guard !output.isEmpty else { throw ValidationError("--output needs the name of a file.") }
        let name = output.split(separator: "/").last ?? ""
        guard name.contains("."), let ending = name.split(separator: ".").last?.lowercased(),
            Format.ofFiles(ending: ending) == nil, !Self.plainEndings.contains(ending)
        else { return }
        let formats = Format.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
            "no format is known by the ending '.\(ending)' of '\(output)'; add --format with one of \(formats)."
        )
    }

    func destination(_ options: CommunityOptions) -> Destination {
        Destination(
            format: format, file: output, digits: digits, pages: !noPager, isQuiet: options.quiet)
    }

    /// Whether the user wants the result in a form of its own.
    var isGiven: Bool { output != nil || format != nil && format != .terminal }
}

extension Format: ExpressibleByArgument {}

extension Digits: ExpressibleByArgument {}
