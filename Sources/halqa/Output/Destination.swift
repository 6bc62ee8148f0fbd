import Documents
import Formats
import Foundation
import Host
import Runs

/// Where a document goes: standard output, through a pager where people sit before it, or a file that is written aside
/// and put in place when it is whole.
struct Destination {
    private let format: any WrittenForm
    private let file: String?
    private let digits: Digits
    private let pages: Bool
    private let isQuiet: Bool

    /// - Parameters:
    ///   - pages: whether a terminal's output may go through a pager.
    ///   - isQuiet: whether progress is kept to itself.
    init(
        as format: any WrittenForm, file: String?, digits: Digits = .western, pages: Bool = false,
        isQuiet: Bool
    ) {
        self.digits = digits
        self.file = file
        self.format = format
        self.pages = pages
        self.isQuiet = isQuiet
    }

    /// Gives a way to write parts to `body`. When that throws, no file is left behind, nor touched.
    func write(_ body: ((Part) throws -> Void) throws -> Void) throws {
        try format.requirePrograms()
        guard let file else { return try writeToStandardOutput(body) }
        guard !file.hasSuffix(".lua") || access(file, F_OK) != 0 else {
            throw Failure(.cannotCreate, "'\(file)' is a script, which no document replaces")
        }
        let output = try OutputFile(file)
        var bytes: [UInt8] = []
        var writer = format.writer(FormatOptions(digits: digits)) { bytes += $0 }
        var progress = isQuiet ? nil : Progress(isPutTogether: format.nameOfFile != nil)
        defer { progress?.clear() }
        try body { part in
            progress?.take(part)
            try writer.write(part)
            try output.write(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        try output.finish()
    }

    private func writeToStandardOutput(_ body: ((Part) throws -> Void) throws -> Void) throws {
        let stream = Stream.standardOutput
        guard let width = stream.width else {
            var writer = format.writer(FormatOptions(digits: digits)) { try stream.write($0) }
            var progress = isQuiet ? nil : Progress(isPutTogether: format.nameOfFile != nil)
            defer { progress?.clear() }
            return try body { part in
                progress?.take(part)
                try writer.write(part)
            }
        }
        if let name = format.nameOfFile {
            throw Failure(.usage, "\(name) is not text for a terminal; add --output report.\(format.name)")
        }
        let options = FormatOptions(width: width, hasColors: stream.hasColors, digits: digits)
        guard pages, isatty(STDIN_FILENO) == 1, let pager = Pager() else {
            return try show(body, options, by: stream.write)
        }
        defer { pager.finish() }
        try show(body, options, by: pager.write)
    }

    /// Writes for a terminal, which text of somebody else's could command: a form for files and pipes leaves it as it is.
    private func show(
        _ body: ((Part) throws -> Void) throws -> Void, _ options: FormatOptions, by sink: @escaping ByteSink
    ) throws {
        guard !format.isForTerminals else {
            var writer = format.writer(options, to: sink)
            return try body { try writer.write($0) }
        }
        var bytes = TerminalBytes()
        var writer = format.writer(options) { try sink(bytes.visible($0)) }
        try body { try writer.write($0) }
        try sink(bytes.end())
    }

    /// What a file's name ends in, without the dot.
    static func ending(of file: String) -> String? {
        file.split(separator: ".").last.map(String.init)
    }
}
