import Community
import Documents
import Foundation
import Runs
import Scripting
import Store

/// An import: a file is read through a transform, what that would change is planned, and then made.
public final class ImportRun {
    private let access: CommunityAccess
    private let store: Store
    private let viewer: Viewer
    private let program: Program
    private let reading: ImportReading
    private let warn: (String) -> Void
    private let source: ImportSource

    /// - Parameters:
    ///   - name: a Lua file, or an installed plugin's transform: `workplan/quarterly`.
    ///   - log: takes the lines that the script prints.
    ///   - warn: takes what the host has to say besides.
    /// - Throws: `Failure` when there is no such transform or file.
    public init(
        _ access: CommunityAccess, executable: String, transform name: String, file: String,
        options: ImportOptions, parameters: [String: String], limits: RunLimits,
        log: @escaping (String) -> Void, warn: @escaping (String) -> Void
    ) throws {
        self.access = access
        self.warn = warn
        program = try ProgramFinder(access: access).program(name, .transform)
        source = try ImportSource(file)
        store = try access.store(for: .writing)
        viewer = try store.snapshot(as: access.viewer, language: access.language).viewer
        var options = options
        options.file = source.name
        reading = ImportReading(
            executable: executable,
            request: Request(
                community: access.folder, program: program, parameters: parameters,
                now: access.now.milliseconds, viewer: access.viewer, language: access.language,
                limits: limits, requiresConfinement: access.requiresConfinement),
            options: options, descriptor: source.descriptor, log: log)
    }

    /// What the transform makes of the file, on the community as it is. The run's receipt is kept.
    ///
    /// - Throws: `Failure` when it came to no good end; `UnnamedFileError`, `WorkerError`.
    public func propose(progress: (ImportProgress) -> Void) throws -> ImportProposal {
        let check = ProposalCheck(schema: store.schema, plugin: program.plugin)
        let result = try reading.perform(settle: check.settled, progress: progress)
        keep(result.receipt)
        if let failure = result.receipt.failure { throw failure }
        return ImportProposal(
            changes: result.changes, rejected: result.rejected, remarks: result.remarks,
            rows: result.progress.rows,
            origin: ChangeSet.Origin(
                by: viewer.name, command: "import", at: access.now,
                plugin: program.plugin.map { ChangeSet.Plugin(id: $0.id, version: $0.version) },
                run: result.receipt.id))
    }

    private func keep(_ receipt: Receipt) {
        receipt.missingConfinement.map { warn("halqa: \($0)") }
        guard receipt.commit != nil else { return }
        do {
            if let note = try store.record(receipt.record(), text: program.source) { warn("halqa: \(note)") }
        } catch {
            warn("halqa: the receipt of this run could not be kept: \(error)")
        }
    }

    /// What a proposal would do. Rows that are rejected in this take no part; so do, where rejected rows are skipped,
    /// those that the community refuses, until no new one is.
    ///
    /// - Parameter show: takes what becomes of each record. Called from the start again after `begin`.
    public func plan(
        _ proposal: ImportProposal, skipping: Bool, begin: () throws -> Void,
        show: (RecordDiff) throws -> Void
    ) throws -> ImportPlan {
        var refused: [RejectedRow] = []
        while true {
            try begin()
            let excluded = Set(refused.map(\.row))
            var rows: [Int] = []
            var more: [RejectedRow] = []
            var reader = try proposal.changes.reader()
            let summary = try store.plan(
                origin: proposal.origin, for: viewer, show: show,
                refuse: { number, error in more.append(RejectedRow(rows[number], error)) },
                next: {
                    while let change = try reader.next() {
                        if change.row > 0, excluded.contains(change.row) { continue }
                        rows.append(change.row)
                        return change.change
                    }
                    return nil
                })
            refused += more.filter { row in row.row == 0 || !excluded.contains(row.row) }
            if more.isEmpty || !skipping || more.contains(where: { $0.row == 0 }) {
                return ImportPlan(summary: summary, refused: refused, canBeApplied: more.isEmpty)
            }
        }
    }

    /// Makes the changes of a proposal, all of them or none.
    ///
    /// - Parameter plan: what was shown of it; nil: nothing was, and the community is taken as it is.
    /// - Returns: nil when the community has moved on since the plan was made. Nothing is changed then.
    public func apply(
        _ proposal: ImportProposal, as plan: ImportPlan?, accepting warnings: [ChangeSet.Warning] = []
    ) throws -> CommitReceipt? {
        let excluded = Set((plan?.refused ?? []).map(\.row))
        var reader = try proposal.changes.reader()
        return try store.apply(
            origin: proposal.origin, accepting: warnings, planned: plan?.summary.commit, for: viewer,
            next: {
                while let change = try reader.next() {
                    if excluded.isEmpty || !excluded.contains(change.row) { return change.change }
                }
                return nil
            })
    }

    /// The rejected rows as they stand in the file, with the reason behind them, as the table of a document.
    public func write(_ rejected: [RejectedRow], take: (Part) throws -> Void) throws {
        var reasons: [Int: String] = [:]
        for row in rejected {
            let reason = row.column.map { "\($0): \(row.reason)" } ?? row.reason
            reasons[row.row] = reasons[row.row].map { "\($0); \(reason)" } ?? reason
        }
        try reading.rows(reasons.keys.filter { $0 > 0 }.sorted()) { part in
            switch part {
            case .beginTable(let header):
                let reason = Column(name: "reason", title: "Rejected because", type: .text)
                try take(.beginTable(TableHeader(columns: header.columns.dropFirst() + [reason])))
            case .rows(let rows):
                try take(
                    .rows(
                        rows.map { row in
                            guard case .integer(let number)? = row.cells.first else { return row }
                            return TableRow(row.cells.dropFirst() + [.text(reasons[Int(number)] ?? "")])
                        }))
            default: try take(part)
            }
        }
    }
}

/// What a transform has made of a file.
public struct ImportProposal {
    let changes: ChangeFile
    /// Rows that the transform cannot take, in the order of the file.
    public let rejected: [RejectedRow]
    /// What a user should know about the file.
    public let remarks: [String]
    /// How many the file has.
    public let rows: Int
    let origin: ChangeSet.Origin

    public var changeCount: Int { changes.count }
}

/// What a proposal would do.
public struct ImportPlan {
    public let summary: PlanSummary
    /// Rows whose changes cannot be made.
    public let refused: [RejectedRow]
    /// Whether what was planned leaves out every row that is refused.
    public let canBeApplied: Bool
}

extension RejectedRow {
    fileprivate init(_ row: Int, _ error: StoreError) {
        self.init(row: row, place: row > 0 ? "row \(row)" : "a change", reason: error.description)
    }
}
