import ArgumentParser
import Formats

/// The options that say in which form something is written, and to which file.
struct FormOptions<Form: ChosenForm>: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How the \(Form.content) is written.",
            discussion: "Default: by the ending of the output file, else \(Form.otherwise).",
            valueName: Form.allCases.map(\.rawValue).joined(separator: "|")))
    var format: Form?

    @Option(
        help: ArgumentHelp("A file to write to, in place of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func validate() throws {
        guard output?.isEmpty != true else { throw ValidationError("--output needs the name of a file.") }
    }

    /// The form that the file's name ends in; nil when it is no form's.
    var named: Form? {
        output.flatMap(Destination.ending(of:)).flatMap(Form.ofFiles(ending:))
    }
}

/// A form that is chosen by its name or by the ending of a file.
protocol ChosenForm: WrittenForm, ExpressibleByArgument, CaseIterable, RawRepresentable<String> {
    /// What is written in it, and in which form where none is chosen.
    static var content: String { get }
    static var otherwise: String { get }
    static func ofFiles(ending: String) -> Self?
}

extension Format: ChosenForm {
    static let content = "result"
    static let otherwise = "terminal"
}

extension TableFormat: ChosenForm {
    static let content = "table"
    static let otherwise = "the export's own"
}
