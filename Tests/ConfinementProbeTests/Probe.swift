import Confinement
import Foundation
import SystemLinux
import Testing

/// The program that tries what a confined process may not do, run once for one attempt.
struct Probe {
    enum End: Equatable {
        case done, refused
        case killed(Int32)
        case other(Int32)
    }

    let end: End
    /// What was in force.
    let layers: Set<Confinement.Layer>

    /// - Parameter hasFolder: whether it has a folder to work in.
    init(_ attempt: String, layers: Set<Confinement.Layer>, hasFolder: Bool = false) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/halqa-probe-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = folder + "/open"
        try Data("content".utf8).write(to: URL(fileURLWithPath: file))
        var pipe: [Int32] = [0, 0]
        try #require(system_pipe(&pipe) == 0)
        let reading = FileHandle(fileDescriptor: pipe[0], closeOnDealloc: true)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO)
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/ConfinementProbe"
        let names = layers.map(\.rawValue).joined(separator: ",")
        let words: [UnsafeMutablePointer<CChar>?] =
            ([program, file, names, attempt] + (hasFolder ? [folder] : [])).map { (text: String) in
                strdup(text)
            }
        let variables: [UnsafeMutablePointer<CChar>?] = [strdup("SWIFT_BACKTRACE=enable=no")]
        defer { for text in words + variables { free(text) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, program, &actions, nil, words + [nil], variables + [nil])
        close(pipe[1])
        try #require(code == 0)
        let text = String(decoding: try reading.readToEnd() ?? Data(), as: UTF8.self)
        var status: Int32 = 0
        waitpid(child, &status, 0)
        let printed = text.prefix { $0 != "\n" }.split(separator: ",")
        self.layers = Set(printed.compactMap { Confinement.Layer(rawValue: String($0)) })
        switch (status & 0x7F, (status >> 8) & 0xFF) {
        case (0, 0): end = .done
        case (0, 1): end = .refused
        case (0, let code): end = .other(code)
        case (let signal, _): end = .killed(signal)
        }
    }
}
