import Community
import Foundation
import Store

extension Receipt {
    /// The receipt as the community keeps it.
    public func record() throws -> RunRecord {
        RunRecord(
            id: id, at: Instant(milliseconds: began), viewer: viewer, script: script, source: sourceHash,
            commit: commit ?? 0, outcome: outcome, details: Array(try JSONEncoder().encode(self)),
            plugin: pluginRun)
    }

    /// Whether it had as much of everything as runs have, and nothing that its caller chose: what fails then fails for
    /// all. Anybody could have a plugin switched off otherwise, by limits that no run can keep.
    private var isOrdinary: Bool {
        let usual = RunLimits()
        return parameters.isEmpty && limits.time >= usual.time && limits.memory >= usual.memory
            && limits.output >= usual.output && limits.rows >= usual.rows
    }

    /// What the run says of an installed plugin's health; nil for any other file.
    private var pluginRun: PluginRun? {
        guard let plugin, plugin.grants.authority == .admin else { return nil }
        let verdict: PluginRun.Verdict =
            switch failure?.reason {
            case nil: .done
            case .script, .stopped, .died: isOrdinary ? .failed : .other
            default: .other
            }
        return PluginRun(
            plugin: plugin.id, version: plugin.version, hash: plugin.hash, verdict: verdict, elapsed: elapsed,
            memory: usage.memory, message: verdict == .failed ? failure?.description : nil)
    }

    /// - Throws: `Failure` when what was kept is not a receipt.
    public init(_ record: RunRecord) throws(Failure) {
        do {
            self = try JSONDecoder().decode(Receipt.self, from: Data(record.details))
        } catch {
            throw Failure(.data, "the receipt of \(record.id) cannot be read: \(error)")
        }
    }
}
