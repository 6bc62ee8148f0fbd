import Documents
import Foundation
import Processes
import Scripting
import SystemLinux
import Testing

@testable import Runs

extension ProcessTests {
    @Suite struct FakeWorkerTests {
        @Test func `a worker that keeps to the protocol gives a document`() throws {
            let worker = try FakeWorker(sending: [Frame].document.bytes)
            let outcome = try worker.run()
            #expect(outcome.receipt.failure == nil)
            #expect(outcome.parts == [.beginning, .text("Text"), .end])
            #expect(outcome.lines == ["hello"])
            #expect(try !worker.isAlive())
        }

        /// Each is ended at once, although it would stay.
        @Test(
            arguments: ExchangeTests.refused.map { ($0.frames.bytes, $0.sentence) } + [
                (Array("garbage, and no end of it".utf8), "a message of 1651663207 bytes"),
                ([0, 0, 0, 0], "a message of 0 bytes"),
                ([0xFF, 0xFF, 0xFF, 0x7F, 1], "a message of 2147483647 bytes"),
                ([1, 0, 0, 0, 99], "a message of the unknown kind 99"),
            ])
        func `a worker that does not is ended`(bytes: [UInt8], sentence: String) throws {
            let worker = try FakeWorker(sending: bytes, then: "exec sleep 60")
            let outcome = try worker.run()
            #expect(outcome.reason == .died)
            #expect(outcome.sentence.hasPrefix("report.lua: its worker sent "))
            #expect(outcome.sentence.contains(sentence))
            #expect(outcome.receipt.elapsed < 5000)
            #expect(try !worker.isAlive())
        }

        @Test(arguments: 1...5) func `half a message is none`(share: Int) throws {
            let bytes = [Frame].document.bytes
            let outcome = try FakeWorker(sending: Array(bytes.prefix(bytes.count * share / 6))).run()
            #expect(outcome.reason == .died)
            #expect(
                outcome.sentence
                    == "report.lua: its worker ended too early (exit code 0); nothing was changed")
        }

        @Test func `ten million rows are stopped at the limit`() throws {
            let row: [Cell] = [.integer(1), .integer(2)]
            let rows = Frame.part(.rows(Array(repeating: TableRow(row), count: 1000))).bytes
            let worker = try FakeWorker(
                sending: [.started(), .part(.beginning), .part(.table)].bytes,
                then: #"i=0; while [ $i -lt 10000 ]; do cat "$folder/rows"; i=$((i + 1)); done"#)
            try worker.folder.write(rows, to: "rows")
            let outcome = try worker.run(rows: 100_000)
            #expect(outcome.reason == .stopped)
            #expect(outcome.sentence.contains("more than 100000 rows"))
            #expect(try !worker.isAlive())
        }

        @Test func `lines without end are stopped`() throws {
            let worker = try FakeWorker(
                sending: [Frame.started()].bytes, then: #"while :; do cat "$folder/line"; done"#)
            try worker.folder.write(Frame.log(String(repeating: "x", count: 60_000)).bytes, to: "line")
            let outcome = try worker.run()
            #expect(outcome.reason == .died)
            #expect(outcome.sentence.contains("more lines than a run may print"))
            #expect(try !worker.isAlive())
        }

        @Test func `a worker that says nothing is killed when its time is over`() throws {
            let worker = try FakeWorker(then: "sleep 60")
            let outcome = try worker.run(time: 250)
            #expect(outcome.reason == .stopped)
            #expect(
                outcome.sentence == "report.lua: stopped after 0.25 seconds, its time limit, in the midst of "
                    + "opening the community")
            #expect((250 + RunLimits.grace..<5000).contains(outcome.receipt.elapsed))
            #expect(try !worker.isAlive())
        }

        @Test func `a worker that starts and then says nothing is killed when its time is over`() throws {
            let worker = try FakeWorker(sending: [Frame.started()].bytes, then: "exec sleep 60")
            let outcome = try worker.run(time: 250)
            #expect(outcome.reason == .stopped)
            #expect(outcome.sentence.contains("in the midst of one long operation"))
            #expect(try !worker.isAlive())
        }

        @Test func `a worker that sends a byte now and then is killed when its time is over`() throws {
            let worker = try FakeWorker(
                sending: [Frame.started()].bytes, then: "while sleep 0.05; do printf '\\001'; done")
            let outcome = try worker.run(time: 250)
            #expect(outcome.receipt.elapsed < 5000)
            #expect(outcome.receipt.failure != nil)
            #expect(try !worker.isAlive())
        }

        @Test(arguments: [
            "exec sleep 60",  // keeps the pipe open
            "exec sleep 60 >/dev/null",  // closes it
        ])
        func `a worker that stays after its last message is ended, and its document stands`(
            end: String
        ) throws {
            let worker = try FakeWorker(sending: [Frame].document.bytes, then: end)
            let outcome = try worker.run()
            #expect(outcome.receipt.failure == nil)
            #expect(outcome.parts.last == .end)
            #expect(outcome.receipt.elapsed < 5000)
            #expect(try !worker.isAlive())

            let failed = Frame.failed(.usage, "no such parameter")
            let failing = try FakeWorker(sending: failed.bytes, then: end)
            let failure = try failing.run().receipt.failure
            #expect(failure == Failure(.usage, "no such parameter"))
            #expect(try !failing.isAlive())
        }

        @Test func `a worker that closes its pipe and stays is killed when its time is over`() throws {
            let worker = try FakeWorker(sending: [Frame.started()].bytes, then: "exec sleep 60 >/dev/null")
            let outcome = try worker.run(time: 250)
            #expect(outcome.reason == .stopped)
            #expect(try !worker.isAlive())
        }

        @Test func `children of a worker end with it, whether they hold its pipe or not`() throws {
            let worker = try FakeWorker(
                sending: [Frame].document.bytes,
                then: """
                    sleep 60 & echo $! > "$folder/holder"
                    sleep 60 >/dev/null & echo $! > "$folder/other"
                    """)
            let outcome = try worker.run()
            #expect(outcome.receipt.failure == nil)
            #expect(outcome.receipt.elapsed < 5000)
            for file in ["pid", "holder", "other"] { try expectEnd(of: file, worker) }
        }

        /// A child that was orphaned is reaped by somebody else, some time after it was killed.
        private func expectEnd(of file: String, _ worker: FakeWorker) throws {
            guard let number = try worker.folder.number(in: file) else { throw CancellationError() }
            let process = system_process_descriptor(number)
            guard process >= 0 else { return }
            defer { close(process) }
            var watched = pollfd(fd: process, events: Int16(POLLIN), revents: 0)
            #expect(poll(&watched, 1, 5000) == 1, "\(file) is still there")
        }

        @Test func `a child that has fled from its group does not hold the run up`() throws {
            let worker = try FakeWorker(
                sending: [Frame].document.bytes,
                then: #"setsid sh -c 'echo $$ > "$0/fled"; exec sleep 60' "$folder" & "#
                    + #"while [ ! -s "$folder/fled" ]; do :; done"#)
            let outcome = try worker.run()
            #expect(outcome.receipt.failure == nil)
            #expect(outcome.receipt.elapsed < 5000)
            if let fled = try worker.folder.number(in: "fled") { kill(fled, SIGKILL) }
        }

        @Test(arguments: [0, 1, 3, 70, 255] as [Int32])
        func `a worker that ends too early is told by its exit code`(code: Int32) throws {
            let outcome = try FakeWorker(sending: [Frame.started()].bytes, then: "exit \(code)").run()
            #expect(outcome.reason == .died)
            #expect(
                outcome.sentence
                    == "report.lua: its worker ended too early (exit code \(code)); nothing was changed")
        }

        @Test(arguments: [
            ("SEGV", "the script brought Lua itself down"), ("BUS", "the script brought Lua itself down"),
            ("FPE", "the script brought Lua itself down"), ("ABRT", "needed more memory"),
            ("ILL", "needed more memory"), ("TRAP", "needed more memory"),
            ("KILL", "the machine has no memory left"), ("TERM", "ended from outside"),
            ("INT", "ended from outside"), ("HUP", "ended from outside"), ("QUIT", "ended from outside"),
            ("PIPE", "ended from outside"), ("ALRM", "ended from outside"),
            ("USR1", "ended from outside"), ("USR2", "ended from outside"),
            ("XFSZ", "temporary files grew too large"),
            ("SYS", "what no worker may do"),
        ])
        func `a worker that dies is told by the signal, in a sentence`(signal: String, sentence: String)
            throws
        {
            let outcome = try FakeWorker(sending: [Frame.started()].bytes, then: "kill -\(signal) $$").run()
            #expect(outcome.reason == .died)
            #expect(outcome.sentence.hasPrefix("report.lua: "))
            #expect(outcome.sentence.contains(sentence))
            #expect(outcome.sentence.hasSuffix("(SIG\(signal)); nothing was changed"))
        }

        @Test func `too much processor time is a limit`() throws {
            let outcome = try FakeWorker(sending: [Frame.started()].bytes, then: "kill -XCPU $$").run()
            #expect(outcome.reason == .stopped)
            #expect(outcome.sentence.contains("more processor time"))
        }

        @Test func `signals without a name have their number`() {
            #expect(
                ProcessEnd(status: 40).failure("a.lua").description.contains("(signal 40)"))
        }

        @Test(arguments: ["/nowhere/halqa", "/etc/passwd", "/tmp"])
        func `a worker that cannot be started is no fault of the script's`(executable: String) throws {
            let request = Request(community: "", program: Program(name: "report.lua", source: []), now: 0)
            let error = #expect(throws: WorkerError.self) {
                _ = try Run(workers: Workers(executable: executable), request: request).perform { _ in }
            }
            let text = try #require(error?.description)
            #expect(text.hasPrefix("cannot start a worker from '\(executable)': "))
            #expect(text.hasSuffix("; install Halqa again"))
        }

        struct ReaderFailure: Error {}

        @Test func `when the document cannot be written the worker ends, with its children`() throws {
            let worker = try FakeWorker(
                sending: [Frame].document.bytes,
                then: #"sleep 60 & echo $! > "$folder/child"; exec sleep 60"#)
            let request = Request(community: "", program: Program(name: "report.lua", source: []), now: 0)
            let error = #expect(throws: UnwrittenDocument.self) {
                _ = try Run(workers: worker.workers, request: request).perform { _ in
                    throw ReaderFailure()
                }
            }
            #expect(error?.cause is ReaderFailure)
            #expect(error?.receipt.failure?.reason == .unwritten)
            #expect(try !worker.isAlive())
        }

        @Test func `a large request does not wait for its worker to read it`() throws {
            let worker = try FakeWorker(sending: [Frame].document.bytes)
            let source = [UInt8](repeating: UInt8(ascii: " "), count: 4 << 20)
            let request = Request(community: "", program: Program(name: "report.lua", source: source), now: 0)
            let receipt = try Run(workers: worker.workers, request: request).perform { _ in }
            #expect(receipt.failure == nil)
        }

        /// Other tests of this process have pipes too, but no hundreds of them.
        @Test func `runs leave no descriptors behind`() throws {
            let workers = [
                try FakeWorker(sending: [Frame].document.bytes), try FakeWorker(sending: [1, 2, 3, 4, 5]),
                try FakeWorker(then: "exit 1"),
            ]
            let before = try Descriptors()
            for _ in 0..<100 {
                for worker in workers { _ = try worker.run() }
                let request = Request(community: "", program: Program(name: "report.lua", source: []), now: 0)
                _ = try? Run(workers: Workers(executable: "/nowhere"), request: request).perform { _ in }
                Workers(executable: "/nowhere").prepare()
                workers[0].workers.prepare()
            }
            let after = try Descriptors()
            #expect(after.processes == before.processes)
            #expect(after.requests == before.requests)
            #expect(after.pipes < before.pipes + 90)
            #expect(after.sockets < before.sockets + 90)
        }

        /// What this process has open.
        private struct Descriptors {
            var processes = 0
            var requests = 0
            var pipes = 0
            var sockets = 0

            init() throws {
                for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
                    let path = "/proc/self/fd/" + name
                    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
                        continue
                    }
                    if target.contains("pidfd") { processes += 1 }
                    if target.contains("memfd:request") { requests += 1 }
                    if target.hasPrefix("pipe:") { pipes += 1 }
                    if target.hasPrefix("socket:") { sockets += 1 }
                }
            }
        }
    }
}
