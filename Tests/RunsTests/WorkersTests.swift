import Foundation
import Scripting
import Testing

@testable import Runs

extension ProcessTests {
    /// Workers that are there before their request is.
    @Suite struct WorkersTests {
        private let request = Request(
            community: "/nowhere", program: Program(name: "report.lua", source: Array("return 1".utf8)),
            now: 0, seed: 1)

        @Test func `a worker that waits has its socket, its pipe, and nothing for errors`() throws {
            let worker = try Halqa.workers.take()
            let folder = "/proc/\(worker.identifier)/fd"
            // While it is loaded it has its libraries open, one after the other.
            try wait { try state(worker.identifier) == "S" }
            var targets: [String: String] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                targets[name] = try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
            }
            #expect(targets["0"]?.hasPrefix("socket:") == true)
            #expect(targets["1"]?.hasPrefix("pipe:") == true)
            #expect(targets["2"] == "/dev/null")
            #expect(targets.count == 3, "\(targets)")
        }

        @Test(arguments: [
            ("exit 3", "its worker ended too early (exit code 3)"), ("kill -9 $$", "(SIGKILL)"),
        ])
        func `a worker that ends before its request is told of like any other`(end: String, sentence: String)
            throws
        {
            let worker = try FakeWorker(then: end)
            let workers = worker.workers
            workers.prepare()
            try wait { try number(of: worker).map { try state($0) == "Z" } ?? false }
            let receipt = try Run(workers: workers, request: request).perform { _ in }
            #expect(receipt.failure?.reason == .died)
            #expect(receipt.failure?.description.contains(sentence) == true)
            #expect(try !worker.isAlive())
        }

        @Test func `one that was prepared serves the next run, and no other`() throws {
            let worker = try FakeWorker(sending: [Frame].document.bytes)
            let workers = worker.workers
            workers.prepare()
            workers.prepare()
            let first = try workers.take().identifier
            let second = try workers.take().identifier
            #expect(first != second)
            #expect(try Run(workers: workers, request: request).perform { _ in }.failure == nil)
        }

        @Test func `one that is dismissed is gone`() throws {
            let worker = try FakeWorker(then: "exec sleep 60")
            let workers = worker.workers
            workers.prepare()
            try wait { try number(of: worker) != nil }
            #expect(try worker.isAlive())
            workers.dismiss()
            #expect(try !worker.isAlive())
        }

        @Test func `what cannot be started is told when it is needed`() throws {
            let workers = Workers(executable: "/nowhere/halqa")
            workers.prepare()
            #expect(throws: WorkerError.self) { try Run(workers: workers, request: request).perform { _ in } }
        }

        /// nil: it has not written it yet.
        private func number(of worker: FakeWorker) throws -> pid_t? {
            FileManager.default.fileExists(atPath: worker.folder.path + "/pid")
                ? try worker.folder.number(in: "pid") : nil
        }

        /// `R`, `S`, `Z`: as in proc_pid_stat(5), behind the name in parentheses.
        private func state(_ process: pid_t) throws -> Substring? {
            let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            return text.split(separator: ") ").last?.prefix(1)
        }

        private func wait(until isSo: () throws -> Bool) throws {
            let deadline = ContinuousClock.now + .seconds(30)
            while try !isSo() {
                try #require(ContinuousClock.now < deadline)
                usleep(1000)
            }
        }
    }
}
