import Foundation
import Runs

/// A folder that several files are written to.
struct OutputFolder {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The text of a file in it; nil when there is none.
    func text(of file: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: name(file)) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: name(file)) else {
            throw Failure(.unreadable, "'\(name(file))' cannot be read")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Makes the folders on the way, and puts the file in its place when it is whole.
    func write(_ text: String, to file: String) throws {
        let folder = (name(file) as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(.cannotCreate, "the folder '\(folder)' cannot be made")
        }
        let output = try OutputFile(name(file))
        try output.write(Array(text.utf8))
        try output.finish()
    }

    private func name(_ file: String) -> String { (path as NSString).appendingPathComponent(file) }
}
