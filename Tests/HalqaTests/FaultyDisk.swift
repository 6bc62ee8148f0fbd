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

    /// Of the calls of a command that could fail so, those to be tried: some twelve, evenly spread and the last among them;
    /// with `HALQA_EVERY_FAULT` in the environment all.
    static func calls(
        _ how: String, beneath folder: String, of arguments: [String], in work: TemporaryFolder
    ) throws -> [Int] {
        _ = try FaultyDisk(how, at: .max, beneath: folder).run(arguments, in: work)
        let count = try #require(Int(try work.text("count")))
        try #require(count > 0, "nothing was written")
        let isThorough = ProcessInfo.processInfo.environment["HALQA_EVERY_FAULT"] != nil
        return stride(from: count, to: 0, by: isThorough ? -1 : -max(1, count / 12)).reversed()
    }

    /// Runs the command on it, and tells whether it came to that call.
    func run(_ arguments: [String], in work: TemporaryFolder) throws -> (command: Command, hasFailed: Bool) {
        let mark = work.path + "/mark"
        try? FileManager.default.removeItem(atPath: mark)
        let library = Command.products.appending(path: "libFaultyDisk.so").path
        try #require(FileManager.default.fileExists(atPath: library))
        let command = try Command(
            arguments, in: work,
            environment: [
                "LD_PRELOAD": library, "FAULTY_DISK_FOLDER": folder, "FAULTY_DISK_AT": String(call),
                "FAULTY_DISK_HOW": how, "FAULTY_DISK_MARK": mark, "FAULTY_DISK_COUNT": work.path + "/count",
            ])
        return (command, FileManager.default.fileExists(atPath: mark))
    }
}
