import Community
import Documents
import Foundation
import Runs
import Scripting
import Store

/// Runs a report for somebody, and keeps its receipt.
public struct ReportRun {
    private let access: CommunityAccess
    private let executable: String

    /// - Parameter executable: this program's own file, which workers are started from.
    public init(_ access: CommunityAccess, executable: String) {
        self.access = access
        self.executable = executable
    }

    /// The largest file that is taken for a script: 4 MB.
    private static let largestSource = 4 << 20

    /// Runs the report in `file` and gives its document part by part to `take`.
    ///
    /// - Parameters:
    ///   - log: takes the lines that the script prints.
    ///   - warn: takes what the host has to say besides.
    /// - Throws: `Failure` when the run did not come to a good end, after keeping its receipt; what `take`
    ///   throws.
    public func perform(
        file: String, parameters: [String: String], limits: RunLimits, log: @escaping (String) -> Void,
        warn: (String) -> Void, take: (Part) throws -> Void
    ) throws {
        let request = Request(
            community: access.folder, program: Program(name: file, source: try source(file)),
            parameters: parameters,
            now: access.now.milliseconds, viewer: access.viewer, language: access.language, limits: limits,
            requiresConfinement: access.requiresConfinement)
        do {
            let receipt = try Run(executable: executable, request: request, log: log).perform(take)
            keep(receipt, request.program.source, warn)
            receipt.missingConfinement.map { warn("halqa: \($0)") }
            if let failure = receipt.failure { throw failure }
        } catch let unwritten as UnwrittenDocument {
            keep(unwritten.receipt, request.program.source, warn)
            throw unwritten.cause
        }
    }

    /// A receipt that cannot be kept is no reason to lose the report, but it is said.
    private func keep(_ receipt: Receipt, _ source: [UInt8], _ warn: (String) -> Void) {
        // Without a snapshot nothing was read, and there may be no community to keep anything in.
        guard receipt.commit != nil else { return }
        do {
            try access.store(for: .writing).record(receipt.record(), text: source)
        } catch {
            warn("halqa: the receipt of this run could not be kept: \(error)")
        }
    }

    private func source(_ file: String) throws(Failure) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
            throw Failure(.missing, "there is no file '\(file)'")
        }
        guard !isFolder.boolValue else {
            throw Failure(.data, "'\(file)' is a folder; give the .lua file of a report")
        }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw Failure(.unreadable, "'\(file)' cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { try? handle.close() }
        do {
            let data = try handle.read(upToCount: Self.largestSource + 1) ?? Data()
            guard data.count <= Self.largestSource else {
                throw Failure(.data, "'\(file)' is larger than 4 MB; scripts are not")
            }
            return Array(data)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.unreadable, "'\(file)' cannot be read: \(error.localizedDescription)")
        }
    }
}
