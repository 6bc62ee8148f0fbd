import Community
import Documents
import Scripting

/// Runs an import transform on a file, in a worker, and keeps what it proposes.
public struct ImportReading {
    private let workers: Workers
    private let request: Request
    private let descriptor: Int32
    private let log: (String) -> Void

    /// As many rejected rows are kept. A file with more is not one for its transform.
    public static let mostRejected = 100_000

    /// What came of it.
    public struct Result {
        public var changes: ChangeFile
        /// In the order of the file.
        public var rejected: [RejectedRow] = []
        /// What a user should know about the file.
        public var remarks: [String] = []
        public var progress = ImportProgress()
        public var receipt: Receipt
    }

    /// - Parameters:
    ///   - request: of any job; its own takes its place.
    ///   - descriptor: of the file, open for reading.
    public init(
        workers: Workers, request: Request, options: ImportOptions, descriptor: Int32,
        log: @escaping (String) -> Void
    ) {
        self.workers = workers
        self.descriptor = descriptor
        self.log = log
        var request = request
        request.job = .importing(options)
        self.request = request
    }

    /// - Parameters:
    ///   - identifier: of the run; nil: one is made.
    ///   - settle: checks a change and gives it an identifier if it needs one.
    ///   - reject: called for each row that is rejected.
    ///   - progress: takes how far it is, now and then, also while nothing comes.
    /// - Returns: with the receipt's failure when it did not come to a good end.
    /// - Throws: `WorkerError`, `ScratchError`; what `settle` and `progress` throw.
    public func perform(
        as identifier: String? = nil, settle: (Change) throws -> Change, reject: () -> Void = {},
        progress: (ImportProgress) -> Void
    ) throws -> Result {
        let changes = try ChangeFile()
        var rejected: [RejectedRow] = []
        var remarks: [String] = []
        var latest = ImportProgress()
        let receipt: Receipt
        do {
            receipt = try Run(
                workers: workers, request: request, identifier: identifier, input: descriptor, log: log
            ).perform(
                part: { _ in },
                answer: { answer in
                    guard case .imported(let answer) = answer else { return }
                    switch answer {
                    case .rejected(let row):
                        rejected.append(row)
                        reject()
                        guard rejected.count <= Self.mostRejected else {
                            throw OutputLimit(
                                "more than \(Self.mostRejected) rows are rejected; the first is \(row.place): "
                                    + row.reason)
                        }
                    case .remark(let text): if remarks.count < 1000 { remarks.append(text) }
                    case .progress(let told):
                        latest = told
                        progress(told)
                    }
                },
                change: { bytes in
                    var decoder = ChangeDecoder(bytes)
                    do {
                        while let change = try decoder.next() {
                            let settled = try settle(change.change)
                            if settled.id == change.change.id {
                                try changes.append(decoder.latest)
                            } else {
                                try changes.append(settled, row: change.row)
                            }
                        }
                    } catch let error as ChangeDecodeError {
                        throw ProtocolError(error.description)
                    }
                    guard decoder.isAtEnd else { throw ProtocolError("a change that is cut off") }
                },
                idle: { progress(latest) })
        } catch let unwritten as UnwrittenDocument {
            throw unwritten.cause
        }
        return Result(
            changes: changes, rejected: rejected, remarks: remarks, progress: latest, receipt: receipt)
    }

    /// Gives some rows of the file as they stand in it, as the table of a document whose first column is the number
    /// of the row.
    ///
    /// - Parameter numbers: ascending.
    /// - Throws: `Failure` when they cannot be read again; what `take` throws.
    public func rows(_ numbers: [Int], take: (Part) throws -> Void) throws {
        guard case .importing(let options) = request.job else { return }
        var request = request
        request.job = .rows(options, numbers: numbers)
        do {
            let receipt = try Run(workers: workers, request: request, input: descriptor, log: log)
                .perform(take)
            if let failure = receipt.failure { throw failure }
        } catch let unwritten as UnwrittenDocument { throw unwritten.cause }
    }
}
