import Community
import Documents
import Formats
import Foundation
import Scripting
import Store

/// Does a run again, on the community as it was then, and holds the result against what came of it.
public struct Replay {
    public enum Result: Equatable {
        case same
        /// What is different, line by line: `-` was there, `+` is there now.
        case different([String])
    }

    /// Finds a plugin's files as they were in the version that ran; nil when they are not kept any more.
    public typealias Files = (PluginReceipt) throws -> PluginContext?

    private let store: Store
    private let workers: Workers
    private let requiresConfinement: Bool
    private let files: Files

    public init(
        _ store: Store, workers: Workers, requiresConfinement: Bool = false,
        files: @escaping Files = { _ in nil }
    ) {
        self.store = store
        self.workers = workers
        self.requiresConfinement = requiresConfinement
        self.files = files
    }

    /// - Throws: `Failure` when there is no such run, or it had no snapshot to run on; `StoreError`.
    public func perform(_ id: String) throws -> Result {
        guard let record = try store.run(id) else {
            throw Failure(.missing, "there is no run '\(id)'; `halqa runs list` shows them")
        }
        let receipt = try Receipt(record)
        guard let commit = receipt.commit else {
            throw Failure(.data, "\(id) ended before it had read anything, so there is nothing to do again")
        }
        if let input = receipt.input {
            throw Failure(
                .usage,
                "\(id) imported '\(input)', which is not kept; `halqa import --dry-run` tells what it would do now"
            )
        }
        if case .check? = receipt.job {
            throw Failure(
                .data,
                "\(id) asked rules about a change that was to be made, which is not kept; `halqa changes list` shows those "
                    + "that were made")
        }
        guard receipt.failure?.reason != .unwritten else {
            throw Failure(
                .data,
                "\(id) was ended because its document could not be written, so there is none to compare with")
        }
        guard let source = try store.source(receipt.sourceHash) else {
            throw Failure(.data, "the text of \(receipt.script), as \(id) ran it, is not kept any more")
        }
        let plugin = try receipt.plugin.map { try context(of: $0, id) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "halqa-\(receipt.id)-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let past = try store.historical(at: commit, copiedTo: folder.path)
        var request = receipt.request(source, plugin, community: past.path)
        request.requiresConfinement = requiresConfinement
        let again = try Run(workers: workers, request: request).perform { _ in }
        return compare(receipt, again)
    }

    /// The plugin as the run had it.
    private func context(of plugin: PluginReceipt, _ id: String) throws -> PluginContext {
        guard var context = try files(plugin), context.hash == plugin.hash else {
            throw Failure(
                .data, "the files of \(plugin.id) \(plugin.version), as \(id) ran them, are not kept any more"
            )
        }
        context.grants = plugin.grants
        context.settings = plugin.settings
        return context
    }

    private func compare(_ then: Receipt, _ now: Receipt) -> Result {
        // Where in the script a limit is reached depends on the machine; that it is reached does not.
        let sameFailure =
            then.failure == now.failure
            || (then.failure?.reason == now.failure?.reason && then.failure?.reason == .stopped)
        if sameFailure, then.failure?.reason == .stopped || then.outputHash == now.outputHash { return .same }
        var lines: [String] = []
        if then.halqaVersion != now.halqaVersion {
            lines.append("then Halqa \(then.halqaVersion), now \(now.halqaVersion)")
        }
        if then.luaVersion != now.luaVersion {
            lines.append("then \(then.luaVersion ?? "no Lua"), now \(now.luaVersion ?? "no Lua")")
        }
        if !sameFailure {
            lines.append("- \(then.failure?.description ?? "done")")
            lines.append("+ \(now.failure?.description ?? "done")")
        }
        guard let before = then.lines, let after = now.lines else {
            lines.append(
                "the documents differ (SHA-256 \(then.outputHash.prefix(16))… and \(now.outputHash.prefix(16))…); "
                    + "one is too large to have been kept whole")
            return .different(lines)
        }
        lines += Self.difference(before, after)
        if lines.isEmpty {
            lines.append(
                "the documents differ in what plain text does not show: types of values, or alignment")
        }
        return .different(lines)
    }

    private static func difference(_ before: [String], _ after: [String]) -> [String] {
        after.difference(from: before).map { change in
            switch change {
            case .remove(_, let line, _): "- \(line)"
            case .insert(_, let line, _): "+ \(line)"
            }
        }
    }
}

extension Receipt {
    /// The same run on another copy of the community.
    func request(_ source: [UInt8], _ plugin: PluginContext?, community: String) -> Request {
        Request(
            community: community, program: Program(name: script, source: source, plugin: plugin),
            job: job ?? .report, parameters: parameters, now: now,
            viewer: viewer == Viewer.operator.name ? nil : viewer, language: language, zone: zone, seed: seed,
            limits: limits, provenance: provenance ?? false)
    }

    /// The document as plain text; nil when it was too large to keep.
    var lines: [String]? {
        guard let output = output.map(Array.init) else { return nil }
        var text: [UInt8] = []
        var writer = Format.terminal.writer { text += $0 }
        var place = 0
        while place + 4 <= output.count {
            let length = (0..<4).reduce(0) { $0 | Int(output[place + $1]) << ($1 * 8) }
            guard place + 4 + length <= output.count,
                let part = try? PartDecoder.decode(Array(output[(place + 4)..<(place + 4 + length)]))
            else { return nil }
            try? writer.write(part)
            place += 4 + length
        }
        return String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
