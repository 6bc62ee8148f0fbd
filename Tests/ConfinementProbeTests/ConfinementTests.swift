import Confinement
import Foundation
import Testing

@testable import ConfinementProbe

/// Each ban is tried from within a confined process; each is tried by an unconfined one as well, so that an attempt
/// that could never succeed is not taken for a ban.
@Suite(.serialized) struct ConfinementTests {
    private static let all = Set(Confinement.Layer.allCases)

    /// What a container or an unprivileged user may not do either.
    private static let otherwiseForbidden: Set<String> = [
        "exec", "trace its parent", "read another's memory", "io_uring", "another filter", "mount",
        "namespaces", "bpf",
        "userfaultfd", "keys", "perf", "loosen a limit", "change its user", "set the clock",
        "open a terminal's control", "signal a thread elsewhere", "fork", "vfork", "clone",
    ]

    @Test(arguments: Attempt.all.map(\.name))
    func `what a confined process may not do is refused, or ends it`(attempt: String) throws {
        let probe = try Probe(attempt, layers: Self.all)
        #expect(probe.layers == Confinement.supported)
        #expect(probe.end == .refused || probe.end == .killed(SIGSYS), "\(attempt): \(probe.end)")
    }

    @Test(arguments: Attempt.all.map(\.name))
    func `the filter alone forbids the same`(attempt: String) throws {
        let probe = try Probe(attempt, layers: [.noNewPrivileges, .systemCalls])
        #expect(probe.layers.contains(.systemCalls))
        #expect(probe.end == .refused || probe.end == .killed(SIGSYS), "\(attempt): \(probe.end)")
    }

    @Test(arguments: Attempt.all.map(\.name).filter { !otherwiseForbidden.contains($0) })
    func `without confinement the attempt succeeds`(attempt: String) throws {
        let victim = "/tmp/halqa-probe-victim"
        #expect(FileManager.default.createFile(atPath: victim, contents: nil))
        defer {
            for name in ["victim", "gone", "folder", "link"] {
                try? FileManager.default.removeItem(atPath: "/tmp/halqa-probe-" + name)
            }
            try? FileManager.default.removeItem(atPath: "/tmp/halqa-probe")
        }
        let probe = try Probe(attempt, layers: [])
        #expect(probe.layers == [.noNewPrivileges])
        #expect(probe.end == .done, "\(attempt): \(probe.end)")
    }

    @Test(arguments: Attempt.needs.map(\.name))
    func `what reading and running a script needs goes on`(need: String) throws {
        #expect(try Probe(need, layers: Self.all).end == .done)
    }

    @Test(arguments: ["read a file", "list a folder", "make a file", "read memory by name", "change a file"])
    func `Landlock alone keeps files closed`(attempt: String) throws {
        let probe = try Probe(attempt, layers: [.landlock])
        // Where the kernel has none, the filter is all there is, and that is tried above.
        #expect(probe.layers.contains(.landlock) == Confinement.supported.contains(.landlock))
        if probe.layers.contains(.landlock) { #expect(probe.end == .refused) }
    }

    /// Writing into files that are open: there, a worker has none but those of its folder.
    private static let writing: Set<String> = [
        "write into an open file", "write on in an open file", "cut an open file",
    ]

    @Test(arguments: Attempt.all.map(\.name).filter { !writing.contains($0) })
    func `a folder to work in opens no other way out`(attempt: String) throws {
        let victim = "/tmp/halqa-probe-victim"
        #expect(
            FileManager.default.createFile(
                atPath: victim, contents: nil, attributes: [.posixPermissions: 0o600]))
        defer { try? FileManager.default.removeItem(atPath: victim) }
        let probe = try Probe(attempt, layers: Self.all, hasFolder: true)
        let rights = try FileManager.default.attributesOfItem(atPath: victim)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        // Changing rights seems to succeed, and changes nothing.
        guard attempt != "change rights" else { return #expect(probe.end == .done) }
        #expect(probe.end == .refused || probe.end == .killed(SIGSYS), "\(attempt): \(probe.end)")
    }

    @Test(arguments: Attempt.work.map(\.name))
    func `in a folder to work in, files and threads can be made`(attempt: String) throws {
        #expect(try Probe(attempt, layers: Self.all, hasFolder: true).end == .done)
        let without = try Probe(attempt, layers: Self.all)
        #expect(without.end != .done, "\(attempt): \(without.end)")
    }
}
