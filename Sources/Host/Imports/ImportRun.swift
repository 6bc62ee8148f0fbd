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
    private let finder: ProgramFinder
    /// As the user typed it.
    private let name: String
    private let program: Program
    private let reading: ImportReading
    private let workers: Workers
    private let log: (String) -> Void
    private let warn: (String) -> Void
    private let source: ImportFile

    /// - Parameters:
    ///   - name: a Lua file, or an installed plugin's transform: `workplan/quarterly`.
    ///   - log: takes the lines that the script prints.
    ///   - warn: takes what the host has to say besides.
    /// - Throws: `Failure` when there is no such transform or file.
    public init(
        _ access: CommunityAccess, workers: Workers, transform name: String, file: String,
        options: ImportOptions, parameters: [String: String], limits: RunLimits,
        log: @escaping (String) -> Void, warn: @escaping (String) -> Void
    ) throws {
        self.access = access
        self.workers = workers
        self.log = log
        self.warn = warn
        source = try ImportFile(file)
        store = try access.store(for: .writing)
        finder = ProgramFinder(access: access, opened: OpenedOnce(store))
        program = try finder.program(name, .transform)
        self.name = name
        viewer = try store.snapshot(as: access.viewer, language: access.language).viewer
        var options = options
        options.file = source.name
        reading = ImportReading(
            workers: workers,
            request: Request(
                community: access.folder, program: program, parameters: parameters,
                now: access.now.milliseconds, viewer: access.viewer, language: access.language,
                limits: limits, requiresConfinement: access.requiresConfinement),
            options: options, descriptor: source.descriptor, log: log)
    }

    /// What the transform makes of the file, on the community as it is. The run's receipt is kept.
    ///
    /// - Throws: `Failure` when it came to no good end; `ScratchError`, `WorkerError`.
    public func propose(progress: (ImportProgress) -> Void) throws -> ImportProposal {
        let result = try reading.perform(settle: check.settled, progress: progress)
        keep(result.receipt)
        return try proposal(result)
    }

    /// Makes the changes of a file while it is being read: for who need not be shown them first. The run's receipt is
    /// kept.
    ///
    /// The file may be read to its end without anything being made: where the community refuses a change, a row is
    /// rejected that is not to be skipped, or the script keeps others from writing for longer than its changes need.
    /// Planning and applying what is returned tells more, or makes it.
    ///
    /// - Returns: what was proposed, and what came of it; nil where nothing was made.
    /// - Throws: as `propose` does, and what the community throws when it cannot be written.
    public func make(
        skipping: Bool, progress: (ImportProgress) -> Void
    ) throws -> (proposal: ImportProposal, receipt: CommitReceipt?) {
        let run = MadeIdentifier.make("run")
        let check = check
        var result: ImportReading.Result?
        var note: String?
        var made: CommitReceipt?
        // Who does not read what is printed holds the program up; others need not wait for that.
        let printed = HeldLines()
        var reading = reading
        reading.log = printed.hold
        do {
            defer { printed.lines.forEach(log) }
            made = try store.apply(origin: origin(of: run), for: viewer) { commit in
                // A rule may have been added while others were waited for.
                if try needsPlan { commit.abandon() }
                var hold = CommitHold()
                let read = try reading.perform(
                    as: run,
                    settle: { change in
                        let settled = try check.settled(change)
                        guard commit.isOpen else { return settled }
                        let began = ContinuousClock.now
                        try Self.offer(settled, to: commit)
                        hold.add(ContinuousClock.now - began)
                        return settled
                    },
                    reject: { if !skipping { commit.abandon() } },
                    progress: { told in
                        if hold.isTooLong() { commit.abandon() }
                        progress(told)
                    })
                result = read
                if read.receipt.failure != nil { commit.abandon() }
                if commit.isOpen { note = try commit.record(read.receipt.record(), text: program.source) }
            }
        } catch let error as StoreError where error.isAboutChange && result != nil {}
        guard let result else { throw StoreError(.defect, "an import came to no end") }
        if made == nil {
            keep(result.receipt)
        } else {
            tell(result.receipt, note)
        }
        return (try proposal(result), made)
    }

    /// What is refused is told by the plan, together with all else that is.
    private static func offer(_ change: Change, to commit: OpenCommit) throws(StoreError) {
        do { try commit.add(change) } catch {
            guard error.isAboutChange else { throw error }
            commit.abandon()
        }
    }

    private var check: ProposalCheck { ProposalCheck(schema: store.schema, plugin: program.plugin) }

    private func origin(of run: String) -> ChangeSet.Origin {
        ChangeSet.Origin(
            by: viewer.name, command: "import", at: access.now,
            plugin: program.plugin.map { ChangeSet.Plugin(id: $0.id, version: $0.version) }, run: run)
    }

    private func proposal(_ result: ImportReading.Result) throws -> ImportProposal {
        if let failure = result.receipt.failure { throw finder.explained(failure, of: name) }
        return ImportProposal(
            changes: result.changes, rejected: result.rejected, remarks: result.remarks,
            rows: result.progress.rows, commit: result.receipt.commit ?? 0,
            origin: origin(of: result.receipt.id))
    }

    private func keep(_ receipt: Receipt) {
        var note: String?
        if receipt.commit != nil {
            do { note = try store.record(receipt.record(), text: program.source) } catch {
                note = "the receipt of this run could not be kept: \(error)"
            }
        }
        tell(receipt, note)
    }

    private func tell(_ receipt: Receipt, _ note: String?) {
        for line in [receipt.missingConfinement, note] { line.map { warn("halqa: \($0)") } }
    }

    /// What a proposal would do. Where rejected rows are skipped, those that the community refuses take no part, until
    /// no new one is.
    ///
    /// - Parameters:
    ///   - begin: called before what becomes of records is told from the start.
    ///   - show: takes what becomes of each record.
    /// - Returns: nil when the community has moved on since the transform saw it: what it read there may not hold.
    public func plan(
        _ proposal: ImportProposal, skipping: Bool, begin: () throws -> Void,
        show: (RecordDiff) throws -> Void
    ) throws -> ImportPlan? {
        var changes = proposal.changes
        var refused: [RejectedRow] = []
        while true {
            try begin()
            var rows: [Int] = []
            var more: [RejectedRow] = []
            var reader = try changes.reader()
            let reach = try self.reach
            guard reach.map({ $0.snapshot.commit == proposal.commit }) ?? true else { return nil }
            let summary = try store.plan(
                origin: proposal.origin, for: viewer,
                show: { diff in
                    try reach?.check(diff)
                    try show(diff)
                },
                refuse: { number, error in more.append(RejectedRow(rows[number], error)) },
                next: {
                    guard let change = try reader.next() else { return nil }
                    rows.append(change.row)
                    return change.change
                })
            guard summary.commit == proposal.commit else { return nil }
            more = try Self.namingEarlierRows(more, of: changes)
            refused += more
            let canBeSkipped = skipping && !more.contains { $0.row == 0 }
            guard !more.isEmpty, canBeSkipped else {
                return ImportPlan(
                    summary: summary, refused: refused, canBeApplied: more.isEmpty,
                    proposal: ChangeProposal(
                        .changes(changes), origin: proposal.origin, access: access, store: store,
                        viewer: viewer))
            }
            changes = try Self.changes(of: changes, without: Set(more.map(\.row)))
        }
    }

    private static func changes(of file: ChangeFile, without rows: Set<Int>) throws -> ChangeFile {
        let rest = try ChangeFile()
        try file.each { change in
            if !rows.contains(change.row) { try rest.append(change.change, row: change.row) }
        }
        return rest
    }

    /// Whether a plan has to be looked at, by rules or because the plugin is not on for everybody, before it is made.
    public var needsPlan: Bool {
        get throws { try reach != nil || !store.contributions(.rule, as: access.viewer).isEmpty }
    }

    /// What a plugin that is on for some organizations alone may touch; nil for any other file.
    private var reach: OrganizationReach? {
        get throws {
            guard let plugin = program.plugin, plugin.grants.authority == .admin,
                case .organizations(let organizations) = try store.plugin(plugin.id).scope
            else { return nil }
            return OrganizationReach(
                plugin: plugin.id, organizations: Set(organizations), snapshot: try store.snapshot(as: nil))
        }
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
    /// The number of the commit that the transform saw.
    let commit: Int64
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
    /// What was planned.
    public let proposal: ChangeProposal
}

extension RejectedRow {
    fileprivate init(_ row: Int, _ error: StoreError) {
        self.init(row: row, place: row > 0 ? "row \(row)" : "a change", reason: error.description)
    }
}
