import Foundation
import SystemLinux
import Testing

@testable import Runs

extension ProcessTests {
    /// What a worker has of the machine, seen from outside while its script runs.
    @Suite struct IsolationTests {
        private let community: DemoCommunity

        init() throws { community = try DemoCommunity() }

        private static let loop = "return function() print 'under way' while true do end end"

        /// Starts a worker on the script and waits until it has printed its line.
        private func start(_ script: String) throws -> WorkerProcess {
            var worker = try Halqa.workers.take()
            try worker.give(try community.request(script).encoded())
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { buffer.deallocate() }
            var decoder = FrameDecoder()
            while case .bytes(let count) = worker.receive(into: buffer, until: .now + .seconds(10)) {
                decoder.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                while let frame = try decoder.next() {
                    if frame.kind == .log { return worker }
                }
            }
            throw CancellationError()
        }

        @Test func `it has its request, its pipe, nothing for errors, and the community's files`() throws {
            let worker = try start(Self.loop)
            let folder = "/proc/\(worker.identifier)/fd"
            guard getuid() == 0 else {
                // Others of the same user cannot even look.
                #expect(throws: (any Error).self) {
                    try FileManager.default.contentsOfDirectory(atPath: folder)
                }
                return
            }
            var targets: [String: String] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                targets[name] = try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
            }
            #expect(targets["0"]?.hasPrefix("/memfd:request") == true)
            #expect(targets["1"]?.hasPrefix("pipe:") == true)
            #expect(targets["2"] == "/dev/null")
            let others = targets.filter { !["0", "1", "2"].contains($0.key) }.values
            let temporary = others.filter { $0.hasPrefix("/tmp/#") && $0.hasSuffix(" (deleted)") }
            #expect(temporary.count == 12)
            #expect(
                others.filter { $0.hasPrefix(community.path + "/community.db") }.count == others.count - 12)
        }

        @Test func `it has a group of its own and an environment of its own`() throws {
            let worker = try start(Self.loop)
            #expect(getpgid(worker.identifier) == worker.identifier)
            let file = URL(fileURLWithPath: "/proc/\(worker.identifier)/environ")
            guard getuid() == 0 else {
                #expect(throws: (any Error).self) { try Data(contentsOf: file) }
                return
            }
            let environment = try Data(contentsOf: file)
            var variables = ["MALLOC_ARENA_MAX=1", "SWIFT_BACKTRACE=enable=no"]
            if let folder = ProcessInfo.processInfo.environment["TMPDIR"] {
                variables.append("TMPDIR=" + folder)
            }
            #expect(String(decoding: environment, as: UTF8.self) == variables.map { $0 + "\0" }.joined())
        }

        @Test func `it has limits`() throws {
            let worker = try start(Self.loop)
            let text = try String(contentsOfFile: "/proc/\(worker.identifier)/limits", encoding: .utf8)
            var limits: [String: [Substring]] = [:]
            for line in text.split(separator: "\n") {
                // Names take 26 columns.
                let name = line.prefix(26).trimmingCharacters(in: .whitespaces)
                limits[name] = line.dropFirst(26).split(separator: " ")
            }
            #expect(limits["Max open files"]?.prefix(2) == ["64", "64"])
            #expect(limits["Max file size"]?.prefix(2) == ["4294967296", "4294967296"])
            #expect(limits["Max core file size"]?.prefix(2) == ["0", "0"])
            #expect(limits["Max cpu time"]?.prefix(2) == ["24", "25"])
            let data = try #require(limits["Max data size"]?.first.flatMap { Int($0) })
            #expect((320 << 20..<640 << 20).contains(data))
        }

        /// Starts a host, whose worker has printed its first line.
        private func startHost() throws -> (host: Halqa, worker: pid_t) {
            let script = try community.folder.write(Self.loop.utf8, to: "loop.lua")
            let host = try Halqa(["--community", community.path, "run", script, "--time", "60s"])
            // The script's line on the host's standard error: the worker is there.
            #expect(!host.standardError.fileHandleForReading.availableData.isEmpty)
            let number = host.process.processIdentifier
            let children = try String(
                contentsOfFile: "/proc/\(number)/task/\(number)/children", encoding: .utf8)
            return (host, try #require(pid_t(children.trimmingCharacters(in: .whitespaces))))
        }

        @Test func `it cannot write into the memory that it shares with those who write`() throws {
            let (host, worker) = try startHost()
            defer { kill(host.process.processIdentifier, SIGKILL) }
            let file = URL(fileURLWithPath: "/proc/\(worker)/maps")
            guard getuid() == 0 else {
                #expect(throws: (any Error).self) { try Data(contentsOf: file) }
                return
            }
            // In pieces of a page: reading at once would stop after the first.
            let maps = try FileHandle(forReadingFrom: file).readToEnd() ?? Data()
            let lines = String(decoding: maps, as: UTF8.self).split(separator: "\n")
            // Nor is there what it has no need of, for others to misuse.
            #expect(!lines.contains { $0.contains("libcrypto") || $0.contains("libxlsxwriter") })
            let shared = lines.filter { $0.contains("community.db") }
            #expect(shared.contains { $0.hasSuffix("-shm") })
            #expect(shared.allSatisfy { $0.contains(" r--s ") }, "\(shared)")
        }

        @Test func `it ends when its host is killed`() throws {
            let (host, worker) = try startHost()
            let number = host.process.processIdentifier
            let descriptor = system_process_descriptor(worker)
            #expect(descriptor >= 0)
            defer { close(descriptor) }
            kill(number, SIGKILL)
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            #expect(poll(&watched, 1, 5000) == 1)
        }

        @Test(arguments: ["", "{}", "garbage", "[1, 2"])
        func `it serves nothing but a request`(input: String) throws {
            var worker = try Halqa.workers.take()
            try worker.give(Array(input.utf8))
            #expect(worker.end(by: .now + .seconds(10)) == .exited(70))
        }
    }
}
