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
    public func proposal() throws -> ChangeProposal {
        let store = try access.store(for: .writing)
        let snapshot = try store.snapshot(as: access.viewer)
        let changes = try ChangeFile()
        let next = try folder.changes(snapshot.schema)
        while let change = try next() { try changes.append(Self.based(change, on: snapshot)) }
        return ChangeProposal(
            .changes(changes), origin: origin, access: access, store: store, viewer: snapshot.viewer)
    }
}
