import Community
import Documents
import Plugins
import Runs
import Scripting
import Store

/// The receipts of runs as documents: `halqa runs list`, `halqa runs show`. A member sees their own runs.
public struct RunList {
    private let store: Store
    private let viewer: String?
    private let requiresConfinement: Bool

    public init(_ access: CommunityAccess) throws {
        store = try access.store(for: .reading)
        viewer = access.viewer
        requiresConfinement = access.requiresConfinement
        // Says so when there is no such member.
        _ = try store.snapshot(as: viewer)
    }

    public func list(limit: Int, take: (Part) throws -> Void) throws {
        let columns = [
            Column(name: "id", title: "Run", type: .text), Column(name: "at", title: "At", type: .instant),
            Column(name: "viewer", title: "For", type: .text),
            Column(name: "kind", title: "Kind", type: .text),
            Column(name: "script", title: "Script", type: .text),
            Column(name: "commit", title: "Commit", type: .integer),
            Column(name: "outcome", title: "Outcome", type: .text),
        ]
        try take(.begin(DocumentHeader(title: "Runs", language: "en")))
        try take(.beginTable(TableHeader(columns: columns)))
        let runs = try store.runs(of: viewer, limit: limit)
        try take(
            .rows(
                runs.map { run in
                    [
                        .text(run.id), .instant(run.at, zone: nil), .text(run.viewer),
                        .text((try? Receipt(run)).map { Self.kind(of: $0.job) } ?? ""), .text(run.script),
                        .integer(run.commit), .text(run.outcome),
                    ]
                }))
        try take(.endTable(TableFooter()))
        try take(.end)
    }

    /// What was done with the script. Rules that share a worker have one run, which names the first of them.
    ///
    /// - Parameter job: nil in receipts of before there were others than reports.
    private static func kind(of job: Request.Job?) -> String {
        switch job {
        case .report, nil: "report"
        case .export: "export"
        case .importing, .rows: "import"
        case .check: "rules"
        case .test: "tests"
        case .describe, .unpack: ""
        }
    }

    public func show(_ id: String, take: (Part) throws -> Void) throws {
        let receipt = try receipt(id)
        var rows: [(String, Cell)] = [
            ("Run", .text(receipt.id)), ("Kind", .text(Self.kind(of: receipt.job))),
            ("For", .text(receipt.viewer)), ("Script", .text(receipt.script)),
            ("SHA-256 of the script", .text(receipt.sourceHash)),
        ]
        rows += try receipt.plugin.map(rows(of:)) ?? []
        rows += [
            (
                "Parameters",
                .list(receipt.parameters.sorted { $0.key < $1.key }.map { .text("\($0.key)=\($0.value)") })
            ),
            ("Began", .instant(Instant(milliseconds: receipt.began), zone: nil)),
            ("Now", .instant(Instant(milliseconds: receipt.now), zone: nil)),
            ("Zone", receipt.zone.map { .text($0) } ?? .empty),
            ("Language", receipt.language.map { .text($0) } ?? .empty),
            ("Seed", receipt.seed.map { .text(String($0)) } ?? .empty),
            ("Commit", receipt.commit.map { .integer($0) } ?? .empty),
            ("Halqa", .text(receipt.halqaVersion)), ("Lua", receipt.luaVersion.map { .text($0) } ?? .empty),
            ("Time (ms)", .integer(Int64(receipt.elapsed))),
            ("CPU time (ms)", .integer(Int64(receipt.usage.cpu))),
            ("Peak of the Lua heap (bytes)", .integer(Int64(receipt.usage.memory))),
            ("Rows read", .integer(Int64(receipt.usage.rowsRead))), ("Outcome", .text(receipt.outcome)),
            ("Message", receipt.failure.map { .text($0.description) } ?? .empty),
            ("SHA-256 of the document", .text(receipt.outputHash)),
            ("Size of the document (bytes)", .integer(Int64(receipt.outputBytes))),
        ]
        try take(.begin(DocumentHeader(title: receipt.id, language: "en")))
        try take(
            .beginTable(
                TableHeader(columns: [
                    Column(name: "field", title: "Field", type: .text),
                    Column(name: "value", title: "Value", type: .any),
                ])))
        try take(.rows(rows.filter { $0.1 != .empty && $0.1 != .list([]) }.map { [.text($0.0), $0.1] }))
        try take(.endTable(TableFooter()))
        try take(.end)
    }

    /// What ran of a plugin, and what has become of it since.
    private func rows(of plugin: PluginReceipt) throws -> [(String, Cell)] {
        let granted = Permissions(read: plugin.grants.read).list.map { Cell.text($0.description) }
        let settings = plugin.settings.sorted { $0.key < $1.key }
            .map { Cell.text("\($0.key)=\($0.value)") }
        let retired = try store.retiredFields()[plugin.id, default: []].map { Cell.text($0.description) }
        return [
            ("Plugin", .text("\(plugin.id) \(plugin.version)")),
            ("SHA-256 of the plugin", .text(plugin.hash)),
            ("Granted", .list(granted)), ("Settings", .list(settings)),
            ("Fields that it has no longer", .list(retired)),
        ]
    }

    public func replay(_ id: String, workers: Workers) throws -> Replay.Result {
        _ = try receipt(id)
        return try Replay(
            store, workers: workers, requiresConfinement: requiresConfinement, files: files
        ).perform(id)
    }

    /// A plugin's files in the versions that ran.
    private func files(_ plugin: PluginReceipt) throws -> PluginContext? {
        guard let files = try store.pluginFiles(plugin.id, hash: plugin.hash) else { return nil }
        var libraries: [String: [String: [UInt8]]] = [:]
        for (id, version) in plugin.dependencies {
            guard let others = try store.pluginLibraries(id, version: version) else { return nil }
            libraries[id] = others
        }
        return PluginContext(
            id: plugin.id, version: plugin.version, hash: plugin.hash, files: files, libraries: libraries,
            dependencies: plugin.dependencies, grants: plugin.grants)
    }

    /// - Throws: `Failure` of a run that does not exist, or is somebody else's, which is the same to a member.
    private func receipt(_ id: String) throws -> Receipt {
        guard let record = try store.run(id), isVisible(record) else {
            throw Failure(.missing, "there is no run '\(id)'; `halqa runs list` shows them")
        }
        return try Receipt(record)
    }

    private func isVisible(_ run: RunRecord) -> Bool {
        viewer == nil || run.viewer == viewer
    }
}
