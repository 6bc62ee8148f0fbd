import Documents
import Formats
import Runs

/// Where a document goes: standard output, or a file that is written aside and put in place when it is whole.
struct Destination {
    private let format: Format
    private let file: String?

    /// Without a format, the file's ending says which, and else it is the terminal's.
    init(format: Format?, file: String?) {
        self.file = file
        self.format = format ?? file.flatMap(Self.format) ?? .terminal
    }

    /// Gives a way to write parts to `body`. When that throws, no file is left behind, nor touched.
    func write(_ body: ((Part) throws -> Void) throws -> Void) throws {
        try format.requirePrograms()
        guard let file else {
            let stream = Stream.standardOutput
            if let name = format.nameOfFile, stream.width != nil {
                throw Failure(
                    .usage, "\(name) is not text for a terminal; add --output report.\(format.rawValue)")
            }
            var writer = format.writer(FormatOptions(width: stream.width)) { try stream.write($0) }
            return try body { try writer.write($0) }
        }
        let output = try OutputFile(file)
        try write(body, to: output)
        try output.finish()
    }

    private func write(
        _ body: ((Part) throws -> Void) throws -> Void, to output: OutputFile
    ) throws {
        var bytes: [UInt8] = []
        var writer = format.writer { bytes += $0 }
        try body { part in
            try writer.write(part)
            try output.write(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
    }

    private static func format(of file: String) -> Format? {
        file.split(separator: ".").last.flatMap { Format.ofFiles(ending: String($0)) }
    }
}
