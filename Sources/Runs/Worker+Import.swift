import Community
import Documents
import Foundation
import Scripting

extension Worker {
    /// Runs an import on the file that was inherited.
    static func importing(
        _ request: Request, _ options: ImportOptions, _ evaluation: Evaluation, _ output: WorkerOutput
    ) throws {
        let steps = ImportSteps(output, .milliseconds(request.limits.time))
        try evaluation.transform(.file(input), options, parameters: request.parameters) { event in
            switch event {
            case .change(let change, let row): try steps.take(change, row)
            case .rejection(let row):
                try output.answer(ImportAnswer.rejected(row))
            case .skip: steps.skip()
            case .remark(let text): try output.answer(ImportAnswer.remark(text))
            case .rows(let count, let progress): try steps.tell(count, progress)
            }
        }
        try steps.finish()
    }

    /// Gives some rows of the file that was inherited as the table of a document.
    static func rows(
        _ request: Request, _ options: ImportOptions, _ numbers: [Int], _ evaluation: Evaluation,
        _ output: WorkerOutput
    ) throws {
        var batch: [TableRow] = []
        try output.part(.begin(DocumentHeader(title: nil, language: "en")))
        try evaluation.rows(.file(input), options, numbers: numbers) { titles in
            var columns = [Column(name: "row", title: "", type: .integer)]
            for title in titles {
                // A document's columns have names that differ; a file's titles may not.
                let isTaken = columns.contains { $0.name == title }
                let name = isTaken ? "\(title) \(columns.count)" : title
                columns.append(Column(name: name, title: title, type: .any))
            }
            try output.part(.beginTable(TableHeader(columns: columns)))
        } take: { number, cells in
            batch.append(TableRow([.integer(Int64(number))] + cells.map(\.documentCell)))
            if batch.count == 500 {
                try output.part(.rows(batch))
                batch.removeAll(keepingCapacity: true)
            }
        }
        if !batch.isEmpty { try output.part(.rows(batch)) }
        try output.part(.endTable(TableFooter()))
        try output.part(.end)
    }
}

extension SourceCell {
    /// As it stands in the file.
    fileprivate var documentCell: Cell {
        switch value {
        case .integer(let number)?: .integer(number)
        case .number(let number)?: .number(number)
        case .boolean(let flag)?: .boolean(flag)
        case .day(let day)?: .day(day)
        default: text.isEmpty ? .empty : .text(text)
        }
    }
}

/// What an import sends as it goes on: changes in batches, and now and then how far it is. The time limit is that of
/// the rows between two of these.
private final class ImportSteps {
    private let output: WorkerOutput
    private let allowed: Duration
    private var encoder = ChangeEncoder()
    private var told: ContinuousClock.Instant?
    private var skipped = 0
    private var latest: (rows: Int, progress: ReadingProgress)?

    private static let batch = 1 << 16
    private static let pace = Duration.milliseconds(100)

    init(_ output: WorkerOutput, _ allowed: Duration) {
        self.output = output
        self.allowed = allowed
    }

    func take(_ change: Change, _ row: Int) throws {
        encoder.append(change, row: row)
        if encoder.bytes.count >= Self.batch { try flush() }
    }

    func skip() { skipped += 1 }

    func tell(_ rows: Int, _ progress: ReadingProgress) throws {
        latest = (rows, progress)
        let now = ContinuousClock.now
        if let told, now - told < Self.pace { return }
        told = now
        output.renew(until: now + allowed)
        try send(rows, progress)
    }

    private func send(_ rows: Int, _ progress: ReadingProgress) throws {
        try output.answer(
            ImportAnswer.progress(
                ImportProgress(
                    rows: rows, skipped: skipped, bytesRead: progress.bytesRead,
                    bytesTotal: progress.bytesTotal)))
    }

    private func flush() throws {
        guard !encoder.bytes.isEmpty else { return }
        try output.changes(encoder.bytes)
        encoder.clear()
    }

    func finish() throws {
        try flush()
        if let latest { try send(latest.rows, latest.progress) }
    }
}
