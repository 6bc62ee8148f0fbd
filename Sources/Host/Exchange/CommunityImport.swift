import Community
import Runs
import Store

/// Brings in a community's folder: into a new community, which has then just what was written, or into one that there
/// is, whose records become what the folder says of them.
public struct CommunityImport {
    private let access: CommunityAccess
    private let folder: CommunityFolderReader

    /// - Parameter path: the folder that `halqa export community` wrote.
    public init(_ access: CommunityAccess, from path: String) throws {
        self.access = access
        folder = try CommunityFolderReader(path, schema: .standard)
    }

    /// What is to be told before anything is read: that the folder is not all of a community.
    public var remark: String? {
        folder.header.viewer.map {
            "the folder has what '\($0)' could see of the community, and not all of it"
        }
    }

    private var origin: ChangeSet.Origin {
        ChangeSet.Origin(
            by: access.viewer ?? Viewer.operator.name, command: "import community", at: access.now)
    }

    /// Whether there is no community yet.
    public var isNew: Bool {
        get throws {
            do { _ = try access.store(for: .reading) } catch let error as StoreError
                where error.kind == .missing
            { return true }
            return false
        }
    }

    /// Makes a new community of the folder, all of it or none.
    ///
    /// - Returns: how many records it has.
    public func create() throws -> Int {
        try access.requireOperator("making a community")
        var receipt: CommitReceipt?
        _ = try Store.create(at: access.folder, folder.header.properties) { store in
            var plugins: [String] = []
            for field in folder.header.customFields where !plugins.contains(field.plugin) {
                plugins.append(field.plugin)
            }
            for plugin in plugins {
                try store.declare(
                    folder.header.customFields.filter { $0.plugin == plugin }, of: plugin, by: origin)
                // Until the plugin itself is installed.
                try store.retireFields(of: plugin)
            }
            let schema = try Schema.standard.adding(folder.header.customFields)
            let next = try folder.changes(schema)
            receipt = try store.apply(origin: origin) { commit in
                while let change = try next() { try commit.add(change) }
            }
        }
        return receipt?.changed ?? 0
    }

    /// A record that there is becomes what the folder says as a whole, also where a text has lost a language.
    private static func based(_ change: Change, on snapshot: Snapshot) throws -> Change {
        guard case .upsert(let name, let id, let fields) = change,
            try snapshot.key(snapshot.schema.entity(name), id: id) != nil
        else { return change }
        return .update(entity: name, id: id, base: snapshot.commit, fields: fields)
    }

    /// What the folder says of the community that there is, read once and kept: a file of it that changes meanwhile
    /// changes nothing.
    public func proposal() throws -> CommunityProposal {
        let store = try access.store(for: .writing)
        let snapshot = try store.snapshot(as: access.viewer)
        let changes = try ChangeFile()
        let next = try folder.changes(snapshot.schema)
        while let change = try next() { try changes.append(Self.based(change, on: snapshot)) }
        return CommunityProposal(
            access: access, store: store, viewer: snapshot.viewer, origin: origin, changes: changes)
    }
}

/// Changes that were read from a community's folder: what they would do, and then doing it.
public struct CommunityProposal {
    let access: CommunityAccess
    let store: Store
    let viewer: Viewer
    let origin: ChangeSet.Origin
    let changes: ChangeFile

    /// What it would do to the community as it is.
    ///
    /// - Parameter show: takes what becomes of each record.
    public func plan(show: (RecordDiff) throws -> Void) throws -> CommunityPlan {
        var events: Set<String> = []
        var reader = try changes.reader()
        let summary = try store.plan(
            origin: origin, for: viewer,
            show: { diff in
                events.insert("\(diff.entity).\(diff.action.rawValue)")
                try show(diff)
            }, next: { try reader.next()?.change })
        return CommunityPlan(summary: summary, events: events)
    }

    /// What rules warn of.
    ///
    /// - Returns: nil when the community has moved on since the plan was made.
    /// - Throws: `Failure` when rules refuse it.
    public func warnings(
        against plan: CommunityPlan, workers: Workers, log: @escaping (String) -> Void,
        warn: @escaping (String) -> Void
    ) throws -> [ChangeSet.Warning]? {
        let summary = plan.summary
        return try RuleCheck(access, workers: workers, log: log, warn: warn).warnings(
            against: .changes(changes), events: plan.events,
            changes: summary.created + summary.updated + summary.deleted, plannedOn: summary.commit)
    }

    /// Does what was planned.
    ///
    /// - Returns: nil when the community has moved on since.
    public func apply(_ plan: CommunityPlan, accepting warnings: [ChangeSet.Warning]) throws -> CommitReceipt?
    {
        try store.apply(
            origin: origin, accepting: warnings, planned: plan.summary.commit, for: viewer,
            changes: { commit in try changes.each { try commit.add($0.change) } })
    }
}

/// What a proposal would do.
public struct CommunityPlan {
    public let summary: PlanSummary
    /// What would become of records, as rules name it: `session.create`.
    let events: Set<String>
}
