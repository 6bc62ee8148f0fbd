import Documents
import Foundation
import Glibc

@testable import Formats

/// A foreign file with these bytes, open as a worker gets it: without a name.
final class SourceFixture {
    let descriptor: Int32

    init(_ bytes: [UInt8]) throws {
        var path = Array("\(FileManager.default.temporaryDirectory.path)/source-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        unlink(path)
        guard descriptor >= 0, bytes.isEmpty || write(descriptor, bytes, bytes.count) == bytes.count else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    deinit { close(descriptor) }
}

/// What a reader makes of a file, read to its end.
struct ReadSource {
    var header: SourceHeader
    var details: SourceDetails
    var rows: [SourceRow] = []
    var warnings: [String] = []

    init(
        _ bytes: [UInt8], _ format: SourceFormat? = nil, _ options: ReadingOptions = ReadingOptions(),
        limits: ReadingLimits = .standard
    ) throws {
        let fixture = try SourceFixture(bytes)
        var reader = try Reading.reader(
            descriptor: fixture.descriptor, format: format, options: options, limits: limits)
        header = reader.header
        details = reader.details
        while let row = try reader.next() { rows.append(row) }
        warnings = reader.warnings
    }

    init(
        _ text: String, _ format: SourceFormat? = nil, _ options: ReadingOptions = ReadingOptions(),
        limits: ReadingLimits = .standard
    ) throws {
        try self.init(Array(text.utf8), format, options, limits: limits)
    }

    var texts: [[String]] { rows.map { $0.cells.map(\.text) } }
}

/// The sentence with which a file is refused; empty when it is not.
func refusal(_ body: () throws -> Void) -> String {
    do {
        try body()
        return ""
    } catch {
        return "\(error)"
    }
}
