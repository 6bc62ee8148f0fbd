import Foundation
import Plugins
import Scripting

/// Reads the archive of a plugin in a worker: what somebody made to bring its reader down, or to fill memory,
/// does so to a process that holds nothing else.
public struct ArchiveUnpacking {
    private let workers: Workers
    private let requiresConfinement: Bool

    /// - Parameter workers: where the run has its worker from.
    public init(workers: Workers, requiresConfinement: Bool = false) {
        self.workers = workers
        self.requiresConfinement = requiresConfinement
    }

    /// The files by their paths in the plugin. They are bounded; that they make a plugin is what the worker says, so it
    /// is for the caller to check.
    ///
    /// - Parameters:
    ///   - archive: a `.tar.gz` or `.zip`.
    ///   - name: what messages call it.
    /// - Throws: `Failure` of an archive that cannot be accepted; `WorkerError` when no worker can be started.
    public func files(of archive: [UInt8], named name: String) throws -> [String: [UInt8]] {
        let request = Request(
            community: "", program: Program(name: name, source: archive), job: .unpack, now: 0, seed: 0,
            requiresConfinement: requiresConfinement)
        var files: [String: [UInt8]] = [:]
        var total = 0
        let receipt = try Run(workers: workers, request: request).perform(
            part: { _ in },
            answer: { answer in
                guard case .file(let file) = answer else { return }
                total += file.bytes.count
                guard files.updateValue(Array(file.bytes), forKey: file.path) == nil,
                    files.count <= PackageLimits.entries, total <= PackageLimits.total
                else { throw ProtocolError("more files than a plugin has") }
            })
        if let failure = receipt.failure { throw failure }
        return files
    }
}
