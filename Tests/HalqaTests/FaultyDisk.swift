import Foundation
import Testing

/// A disk of which one call fails; see `Tests/FaultyDisk`.
struct FaultyDisk {
    let how: String
    let call: Int
    let folder: String

    init(_ how: String, at call: Int, beneath folder: String) {
        (self.how, self.call, self.folder) = (how, call, folder)
    }

    /// Runs the command on it, and tells whether it came to that call.
    func run(_ arguments: [String], in work: TemporaryFolder) throws -> (command: Command, hasFailed: Bool) {
        let mark = work.path + "/mark"
        try? FileManager.default.removeItem(atPath: mark)
        let library = URL(filePath: Command.program).deletingLastPathComponent()
            .appending(path: "libFaultyDisk.so").path
        try #require(FileManager.default.fileExists(atPath: library))
        let command = try Command(
            arguments, in: work,
            environment: [
                "LD_PRELOAD": library, "FAULTY_DISK_FOLDER": folder, "FAULTY_DISK_AT": String(call),
                "FAULTY_DISK_HOW": how, "FAULTY_DISK_MARK": mark,
            ])
        return (command, FileManager.default.fileExists(atPath: mark))
    }
}
