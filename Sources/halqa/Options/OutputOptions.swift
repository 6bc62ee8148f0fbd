import ArgumentParser
import Formats

/// The options that say how a result is written, and where.
struct OutputOptions: ParsableArguments {
    @OptionGroup var file: FormOptions<Format>

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
        guard file.format == nil, file.named == nil, let output = file.output else { return }
        let name = output.split(separator: "/").last ?? ""
        guard name.contains("."), let ending = name.split(separator: ".").last?.lowercased(),
            !Self.plainEndings.contains(ending)
        else { return }
        let formats = Format.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
            "no format is known by the ending '.\(ending)' of '\(output)'; add --format with one of \(formats)."
        )
    }

    func destination(_ options: CommunityOptions) -> Destination {
        Destination(
            as: file.format ?? file.named ?? .terminal, file: file.output, digits: digits, pages: !noPager,
            isQuiet: options.quiet)
    }

    /// Whether the user wants the result in a form of its own.
    var isGiven: Bool { file.output != nil || file.format != nil && file.format != .terminal }
}

extension Digits: ExpressibleByArgument {}
