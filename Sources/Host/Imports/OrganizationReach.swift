import Community
import Runs
import Store

/// Holds a plugin that is on for some organizations alone to their records: themselves, what refers to them (members,
/// the action items that they own, the sessions that they host), and what refers to that (attendance, progress reports).
/// A record has to be theirs before the change and after it. What it refers to may be made by the same changes: that is
/// checked with them, so it is theirs or none of them is made.
struct OrganizationReach {
    let plugin: String
    let organizations: Set<String>
    /// The operator's: whose a record is, is not a secret from the host.
    let snapshot: Snapshot

    /// - Parameter diff: of changes that are planned on the snapshot's commit.
    /// - Throws: `Failure` of a record that is not theirs.
    func check(_ diff: RecordDiff) throws {
        let entity = try snapshot.schema.entity(diff.entity)
        var values = try snapshot.key(entity, id: diff.id).map { try self.values(of: $0, entity) } ?? [:]
        if diff.action != .create, try !isTheirs(entity, diff.id, values) { throw refusal(diff) }
        guard diff.action != .delete else { return }
        for field in diff.fields { values[field.field.name] = field.after }
        if try !isTheirs(entity, diff.id, values) { throw refusal(diff) }
    }

    private func isTheirs(_ entity: Entity, _ id: String, _ values: [String: FieldValue]) throws -> Bool {
        if entity.name == "organization" { return organizations.contains(id) }
        let direct = Self.references(of: entity, to: "organization")
        if !direct.isEmpty {
            return direct.contains { field in
                Self.identifiers(values[field.name]).contains(where: organizations.contains)
            }
        }
        for field in entity.storedFields {
            guard let target = field.type.target else { continue }
            let other = try snapshot.schema.entity(target)
            guard !Self.references(of: other, to: "organization").isEmpty else { continue }
            for id in Self.identifiers(values[field.name]) {
                guard let key = try snapshot.key(other, id: id) else { return true }
                if try isTheirs(other, id, self.values(of: key, other)) { return true }
            }
        }
        return false
    }

    private func values(of key: Int64, _ entity: Entity) throws -> [String: FieldValue] {
        try FieldInput(snapshot: snapshot, entity: entity).values(of: key)
    }

    private static func references(of entity: Entity, to target: String) -> [Field] {
        entity.storedFields.filter { $0.type.target == target }
    }

    private static func identifiers(_ value: FieldValue?) -> [String] {
        switch value {
        case .reference(let id): [id]
        case .list(let items): items.flatMap { identifiers($0) }
        default: []
        }
    }

    private func refusal(_ diff: RecordDiff) -> Failure {
        Failure(
            .notPermitted,
            "\(plugin) is on for \(organizations.sorted().joined(separator: ", ")) alone, and the \(diff.entity) "
                + "'\(diff.id)' is not theirs; nothing was written")
    }
}
