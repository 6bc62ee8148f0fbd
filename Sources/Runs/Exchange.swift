import Confinement
import Documents
import Foundation
import Plugins
import Scripting

/// What a worker has answered so far, held against the request and the order that answers come in. None of it
/// is believed: a message that no worker of ours sends is a `ProtocolError`.
package struct Exchange {
    /// How the worker says that a run ended.
    enum Ending: Equatable {
        case finished
        case failed(Failure)
    }

    private let request: Request
    private(set) var receipt: Receipt
    private(set) var ending: Ending?
    /// Whether the worker has opened its snapshot.
    private(set) var hasStarted = false
    private var document: ReceivedDocument
    private var changes: ReceivedChanges
    private var printed = 0
    private var answers = 0

    /// JSON messages are short: a failure is the longest, and the worker cuts it.
    private static let longestMessage = 1 << 20
    /// A file of a plugin, a third longer in JSON.
    private static let longestFile = 2 * PackageLimits.file

    /// - Parameter identifier: of the receipt; nil: one is made.
    package init(_ request: Request, identifier: String? = nil) {
        self.request = request
        receipt = Receipt(request, identifier: identifier)
        document = ReceivedDocument(limits: request.limits)
        changes = ReceivedChanges(limits: request.limits)
    }

    /// Takes the next message; gives a part of the document to `part`, an answer to `answer`, the bytes of changes to
    /// `change`, a printed line to `log`.
    ///
    /// - Throws: `ProtocolError`, `OutputLimit`, and what `part` and `answer` throw.
    package mutating func take(
        _ frame: Frame, part: (Part) throws -> Void, answer: (Answer) throws -> Void = { _ in },
        change: ([UInt8]) throws -> Void = { _ in }, log: (String) -> Void
    ) throws {
        guard ending == nil else { throw ProtocolError("a message after its last one") }
        switch frame.kind {
        case .started:
            guard !hasStarted else { throw ProtocolError("a second start") }
            let started = try message(Started.self, frame)
            try check(started)
            receipt.take(started)
            hasStarted = true
        case .log:
            try requireStart("a printed line")
            log(try line(frame.body))
        case .part:
            try requireStart("a document")
            guard request.job.makesDocument else { throw ProtocolError("a document that nobody asked for") }
            try part(try document.part(frame.body))
        case .finished:
            try requireStart("an end")
            guard document.isComplete || !request.job.makesDocument else {
                throw ProtocolError("an end before its document's")
            }
            receipt.usage = try usage(try message(Finished.self, frame).usage)
            ending = .finished
        case .answer:
            try requireStart("an answer")
            try answer(try self.answer(frame))
        case .changes:
            try requireStart("changes")
            guard case .importing = request.job else { throw ProtocolError("changes that nobody asked for") }
            try changes.take(frame.body)
            try change(frame.body)
        case .failed:
            let failed = try message(Failed.self, frame)
            receipt.usage = try usage(failed.usage)
            ending = .failed(failed.failure)
        }
    }

    /// The receipt of the run when it is over.
    package mutating func close(failure: Failure?, elapsed: Duration) -> Receipt {
        if case .importing = request.job {
            (receipt.outputHash, receipt.outputBytes) = changes.digest()
        } else {
            receipt.take(&document)
        }
        receipt.failure = failure
        receipt.elapsed = elapsed.milliseconds
        return receipt
    }

    private func requireStart(_ what: String) throws(ProtocolError) {
        guard hasStarted else { throw ProtocolError("\(what) before its start") }
    }

    private func message<Message: Decodable>(
        _ type: Message.Type, _ frame: Frame, longest: Int = longestMessage
    ) throws(ProtocolError) -> Message {
        guard frame.body.count <= longest else { throw ProtocolError("a message too long") }
        do {
            return try JSONDecoder().decode(type, from: Data(frame.body))
        } catch {
            throw ProtocolError("a message that cannot be read")
        }
    }

    private mutating func answer(_ frame: Frame) throws(ProtocolError) -> Answer {
        answers += 1
        let answer: Answer
        switch request.job {
        case .report, .export, .rows: throw ProtocolError("an answer where a document was asked for")
        case .importing: answer = .imported(try message(ImportAnswer.self, frame))
        case .describe:
            guard answers == 1 else { throw ProtocolError("a second description") }
            answer = .description(try message(ContributionDescription.self, frame))
        case .unpack:
            answer = .file(try message(UnpackedFile.self, frame, longest: Self.longestFile))
        case .check:
            answer =
                answers == 1
                ? .laid(try message(Laid.self, frame)) : .checked(try message(RuleOutcome.self, frame))
        case .test:
            answer =
                answers == 1
                ? .plan(try message(TestPlan.self, frame)) : .outcome(try message(TestOutcome.self, frame))
        }
        try answer.check()
        return answer
    }

    private func check(_ started: Started) throws(ProtocolError) {
        let texts = [started.language, started.zone, started.luaVersion] + started.confinement
        guard started.commit >= 0, started.confinement.count <= Confinement.Layer.allCases.count,
            started.seed == request.seed ?? started.seed,
            texts.allSatisfy({ (1...64).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isPrintable) })
        else { throw ProtocolError("a start that does not fit the request") }
    }

    /// Of ASCII.
    private static func isPrintable(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

    private func usage(_ usage: Usage) throws(ProtocolError) -> Usage {
        guard usage.memory >= 0, usage.rowsRead >= 0, usage.cpu >= 0 else {
            throw ProtocolError("a usage below zero")
        }
        return usage
    }

    private mutating func line(_ body: [UInt8]) throws(ProtocolError) -> String {
        printed += body.count + 1
        guard printed <= PrintedLines.limit else { throw ProtocolError("more lines than a run may print") }
        guard let line = String(validating: body, as: UTF8.self) else {
            throw ProtocolError("a line that is not UTF-8")
        }
        return line
    }
}
