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

    var destination: Destination { Destination(format: format, file: output) }
}

extension Format: ExpressibleByArgument {}
