import Processes
import Scratch

/// A program that turns one form of a document into another, and what it may use.
struct Converter {
    let name: String
    /// The Debian package that has it.
    let package: String
    private let time = 120
    private let memory = 1 << 30

    static let pandoc = Converter(name: "pandoc", package: "pandoc")
    /// Draws SVG as PNG.
    static let drawing = Converter(name: "rsvg-convert", package: "librsvg2-bin")

    init(name: String, package: String) {
        self.name = name
        self.package = package
    }

    /// Throws `FormatError.missingProgram`.
    func path() throws(FormatError) -> String {
        guard let path = Program.path(of: name) else { throw .missingProgram(name, package: package) }
        return path
    }

    /// Runs the program to its end. It reads `input` from its first byte, for which that is there once, writes to the
    /// end of `output`, and finds the others as `/dev/fd/3` and so on.
    func run(
        _ arguments: [String], input: ScratchFile, output: ScratchFile, others: [ScratchFile] = []
    ) throws(FormatError) {
        let errors = try FormatError.onDisk(ScratchFile(in: input.folder))
        // Its files are dated with the first day that an archive can tell, so that the same document gives the same
        // bytes.
        let program = Program(
            [try path()] + arguments, environment: ["LANG=C.UTF-8", "SOURCE_DATE_EPOCH=315532800"],
            descriptors: ([input, output, errors] + others).map(\.descriptor))
        let end: ProcessEnd?
        do {
            var child = try ChildProcess(program)
            child.limit(memory: memory, processorSeconds: time)
            end = child.end(by: .now + .seconds(time))
        } catch {
            throw .failedProgram(name, reason: error.description)
        }
        switch end {
        case .exited(0): return
        case .exited(let code):
            throw .failedProgram(name, reason: Self.firstLine(of: errors) ?? "it ended with code \(code)")
        case .killed(let signal):
            throw .failedProgram(
                name,
                reason: "it was ended by \(ProcessEnd.name(ofSignal: signal)), most likely because the "
                    + "document needs more than \(memory >> 20) MB or \(time) s")
        case nil: throw .failedProgram(name, reason: "it took longer than \(time) s")
        }
    }

    private static func firstLine(of file: ScratchFile) -> String? {
        var bytes = [UInt8](repeating: 0, count: 300)
        let count = try? bytes.withUnsafeMutableBytes { try file.read(at: 0, into: $0) }
        let text = String(decoding: bytes.prefix(count ?? 0), as: UTF8.self)
        return text.split(separator: "\n").first.map(String.init)
    }
}
