import Foundation
import Testing

@testable import Runs

extension ProcessTests {
    /// Workers that are killed, and workers that lie, at every message of each job.
    @Suite struct WorkerFaultTests {
        @Test(arguments: WorkerJob.all) func `a worker that keeps to the protocol is heard`(job: WorkerJob)
            throws
        {
            #expect(try job.perform(FakeWorker(sending: job.frames.bytes)) == nil)
        }

        /// Before each message, in the midst of it, and after the last but one.
        @Test(arguments: WorkerJob.all, [0, 5])
        func `a worker that is killed at any message has given no whole answer`(job: WorkerJob, bytes: Int)
            throws
        {
            for (index, frame) in job.frames.enumerated() {
                let sent = job.frames[..<index].bytes + frame.bytes.prefix(bytes)
                // A message of that length, or shorter, came whole.
                let whole = bytes < frame.bytes.count ? index : index + 1
                let worker = try FakeWorker(sending: sent, then: "kill -9 $$")
                let told = try job.perform(worker)
                let isKill = told?.hasSuffix("(SIGKILL); nothing was changed") == true
                #expect(whole < job.needed ? isKill : told == nil, "\(index): \(told ?? "a whole answer")")
                #expect(try !worker.isAlive())
            }
        }

        /// What a worker sends in the place of a message: nothing that is one, one that nobody asked for, one that is
        /// not what it says.
        enum Lie: String, CaseIterable {
            case garbage, unknown, stranger, broken

            func bytes(for frame: Frame, of job: WorkerJob) -> [UInt8] {
                switch self {
                case .garbage: Array("garbage, and no end of it".utf8)
                case .unknown: [1, 0, 0, 0, 99]
                case .stranger:
                    (job.frames.contains { $0.kind == .part }
                        ? Frame.text(.answer, "{}") : Frame.part(.beginning)).bytes
                case .broken: Frame(kind: frame.kind, body: [0xFF, 0, 0xFE]).bytes
                }
            }
        }

        /// Each is ended at once, although it would stay.
        @Test(arguments: WorkerJob.all, Lie.allCases)
        func `a worker that lies at any message is ended`(job: WorkerJob, lie: Lie) throws {
            for (index, frame) in job.frames[..<job.needed].enumerated() {
                let sent = job.frames[..<index].bytes + lie.bytes(for: frame, of: job)
                let worker = try FakeWorker(sending: sent, then: "exec sleep 60")
                let began = ContinuousClock.now
                let told = try job.perform(worker)
                #expect(told?.contains(": its worker sent ") == true, "\(index): \(told ?? "a whole answer")")
                #expect(ContinuousClock.now - began < .seconds(30))
                #expect(try !worker.isAlive())
            }
        }
    }
}

extension ArraySlice<Frame> {
    fileprivate var bytes: [UInt8] { Array(self).bytes }
}
