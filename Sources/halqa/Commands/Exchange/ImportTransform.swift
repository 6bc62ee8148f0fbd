import ArgumentParser
import Community
import Formats
import Foundation
import Host
import Runs
import Scripting
import Store

struct ImportTransform: WorkerCommand {
    static let configuration = CommandConfiguration(
        commandName: "transform", abstract: "Run an import; what stands here without a subcommand.",
        discussion: """
            What would change is shown first, then asked for. Nothing is written while any row is rejected, unless \
            --skip-rejected says so; the same file a second time changes nothing. --time is that of a row. Parameters are given as name=value: \
            halqa import workplan/quarterly plan.xlsx year=2024. 'halqa list transforms' tells which transforms there are, and \
            the parameters of each.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp(
            "The transform's file, or its name: workplan/quarterly.", valueName: "file.lua|plugin/name"),
        completion: .file(extensions: ["lua"]))
    var transform: String

    @Argument(
        help: ArgumentHelp(
            "The file: CSV, XLSX, JSON or JSON Lines; - for standard input.", valueName: "file"),
        completion: .file())
    var file: String

    @Argument(help: ArgumentHelp("The transform's parameters.", valueName: "name=value"))
    var parameters: [String] = []

    @OptionGroup var writing: WritingOptions
    @OptionGroup var reading: FileOptions

    @Flag(name: .customLong("skip-rejected"), help: "Leave rejected rows out, and write the others.")
    var skipsRejected = false

    @Option(
        help: ArgumentHelp(
            "Write the rejected rows there, with the reason behind each, to be corrected.", valueName: "file"),
        completion: .file())
    var rejected: String?

    @OptionGroup var allowed: LimitOptions

    func validate() throws {
        guard let rejected, Self.isSame(rejected, file) else { return }
        throw ValidationError("--rejected would replace the file that is imported; give another name.")
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_ino == second.st_ino
            && first.st_dev == second.st_dev
    }

    func run(with workers: Workers) throws {
        let access = try halqa.options.access()
        var limits = allowed.limits
        limits.output = 8 << 30
        let run = try ImportRun(
            access, workers: workers, transform: transform, file: file,
            options: reading.options(file), parameters: try NamedValues(parameters, of: "parameter").values,
            limits: limits, log: halqa.options.notify, warn: StandardError.write)
        for attempt in 0..<Self.mostAttempts where try perform(run, isRepeated: attempt > 0) { return }
        throw Failure(
            .unwritten,
            "others have changed the community each time while the file was read, \(Self.mostAttempts) times; nothing "
                + "was written. Import it again when they are done")
    }

    /// As often is a file read while others go on changing what it is about.
    private static let mostAttempts = 10

    /// - Returns: false when the community has moved on meanwhile.
    private func perform(_ run: ImportRun, isRepeated: Bool) throws -> Bool {
        // What nobody is to be shown is made as it is read.
        let isMade = try writing.yes && rejected == nil && !run.needsPlan
        let (proposal, receipt) = try read(isRepeated: isRepeated) { progress in
            isMade
                ? try run.make(skipping: skipsRejected, progress: progress)
                : (try run.propose(progress: progress), nil)
        }
        if let receipt {
            tell(receipt, proposal, skipped: Set(proposal.rejected.map(\.row)).count)
            return true
        }
        let preview = try ChangePreview(showsAll: writing.dryRun)
        guard
            let plan = try run.plan(
                proposal, skipping: skipsRejected, begin: { try preview.begin() },
                show: { try preview.take($0) })
        else { return false }
        if isRepeated {
            StandardError.write("The community has changed meanwhile; this would be done now:")
        }
        let rows = proposal.rejected + plan.refused
        try preview.write(rows, plan.summary, of: proposal)
        try writeRejected(rows, run)
        guard rows.isEmpty || skipsRejected && plan.canBeApplied else {
            let count = Set(rows.map(\.row)).count
            throw Failure(
                .data,
                "nothing was written: \(Self.counted(count, "row is", "rows are")) rejected; correct "
                    + "\(count == 1 ? "it" : "them"), or leave \(count == 1 ? "it" : "them") out with "
                    + "--skip-rejected")
        }
        if plan.summary.changed == 0 {
            tellNothing(proposal, skipped: Set(rows.map(\.row)).count)
            return true
        }
        let changes = plan.proposal
        guard
            let warnings = try changes.warnings(
                against: plan.summary, workers: ThisProgram.workers, log: halqa.options.notify,
                warn: StandardError.write)
        else { return false }
        guard try writing.agrees(to: "Import it?", despite: warnings, halqa.options) else { return true }
        guard let receipt = try changes.apply(plan.summary, accepting: warnings) else { return false }
        tell(receipt, proposal, skipped: Set(rows.map(\.row)).count)
        return true
    }

    private func read(
        isRepeated: Bool, _ body: ((ImportProgress) -> Void) throws -> (ImportProposal, CommitReceipt?)
    ) throws -> (ImportProposal, CommitReceipt?) {
        var progress = halqa.options.quiet ? nil : Progress()
        defer { progress?.clear() }
        let (proposal, receipt) = try body { progress?.take($0) }
        progress?.clear()
        if !isRepeated { for remark in proposal.remarks { halqa.options.notify("\(file): \(remark)") } }
        return (proposal, receipt)
    }

    private func tell(_ receipt: CommitReceipt, _ proposal: ImportProposal, skipped: Int) {
        guard receipt.changed > 0 else { return tellNothing(proposal, skipped: skipped) }
        let unchanged = receipt.identifiers.count - receipt.changed
        halqa.options.notify(
            "Commit \(receipt.number): \(Self.counted(receipt.changed, "record", "records")) written"
                + (unchanged > 0 ? ", \(unchanged) as they were" : "")
                + (skipped == 0 ? "" : ", \(Self.counted(skipped, "row", "rows")) left out")
                + (proposal.skipped == 0
                    ? "" : ", \(Self.counted(proposal.skipped, "row", "rows")) passed over")
                + "; 'halqa changes undo \(receipt.number)' takes it back.")
    }

    private func tellNothing(_ proposal: ImportProposal, skipped: Int) {
        let rest = [(skipped, "left out"), (proposal.skipped, "passed over")].filter { $0.0 > 0 }
            .map { "; \(Self.counted($0.0, "row is", "rows are")) \($0.1)" }.joined()
        halqa.options.notify("Nothing has to be changed\(rest).")
    }

    private func writeRejected(_ rows: [RejectedRow], _ run: ImportRun) throws {
        guard let rejected, !rows.isEmpty else { return }
        // In the input's own form, unless the name says another.
        let ending = Destination.ending(of: rejected) ?? Destination.ending(of: file) ?? ""
        let format = TableFormat.ofFiles(ending: ending == "jsonl" ? "json" : ending) ?? .csv
        try Destination(as: format, file: rejected, isQuiet: true).write { take in
            try run.write(rows, take: take)
        }
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
