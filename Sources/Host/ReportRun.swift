import Community
import Documents
import Foundation
import Runs
import Scripting
import Store

/// Runs a report for somebody, and keeps its receipt.
public struct ReportRun {
    private let access: CommunityAccess
    private let workers: Workers
    private let store: Result<Store, any Error>
    let finder: ProgramFinder

    /// - Parameter workers: where the run has its worker from.
    public init(_ access: CommunityAccess, workers: Workers) {
        self.access = access
        self.workers = workers
        // Opened once, before and after the run. Where nothing can be written, reports are run all the same.
        store = Result { try access.store(for: .recording) }
        finder = ProgramFinder(access: access, opened: try? store.get())
    }

    /// Runs a report and gives its document part by part to `take`.
    ///
    /// - Parameters:
    ///   - name: a Lua file, or an installed plugin's report: `follow_up/overdue`.
    ///   - provenance: whether the document names the records behind its rows, and its commit.
    ///   - log: takes the lines that the script prints.
    ///   - warn: takes what the host has to say besides.
    /// - Throws: `Failure` when the run did not come to a good end, after keeping its receipt; what `take`
    ///   throws.
    public func perform(
        _ name: String, parameters: [String: String], limits: RunLimits, provenance: Bool = false,
        log: @escaping (String) -> Void,
        warn: (String) -> Void, take: (Part) throws -> Void
    ) throws {
        try perform(
            try finder.program(name, .report), named: name, .report, parameters: parameters, limits: limits,
            provenance: provenance, log: log, warn: warn, take: take)
    }

    /// The same of a program that was found by a name, for any job that makes a document.
    func perform(
        _ program: Program, named name: String, _ job: Request.Job, parameters: [String: String],
        limits: RunLimits, provenance: Bool, log: @escaping (String) -> Void, warn: (String) -> Void,
        take: (Part) throws -> Void
    ) throws {
        let request = Request(
            community: access.folder, program: program, job: job, parameters: parameters,
            now: access.now.milliseconds, viewer: access.viewer, language: access.language, limits: limits,
            requiresConfinement: access.requiresConfinement,
            provenance: provenance)
        do {
            let receipt = try Run(workers: workers, request: request, log: log).perform(take)
            keep(receipt, program.source, warn)
            receipt.missingConfinement.map { warn("halqa: \($0)") }
            if let failure = receipt.failure { throw finder.explained(failure, of: name) }
        } catch let unwritten as UnwrittenDocument {
            keep(unwritten.receipt, program.source, warn)
            throw unwritten.cause
        }
    }

    /// A receipt that cannot be kept is no reason to lose the report, but it is said.
    private func keep(_ receipt: Receipt, _ source: [UInt8], _ warn: (String) -> Void) {
        // Without a snapshot nothing was read, and there may be no community to keep anything in.
        guard receipt.commit != nil else { return }
        do {
            if let note = try store.get().record(receipt.record(), text: source) {
                warn("halqa: \(note)")
            }
        } catch {
            warn("halqa: the receipt of this run could not be kept: \(error)")
        }
    }
}
