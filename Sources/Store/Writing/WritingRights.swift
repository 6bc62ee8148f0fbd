import Community

/// Holds a change set to what its viewer may write, record by record: before each change, and once more when
/// all are made, so that no record is moved into or out of the viewer's reach.
final class WritingRights {
    let sight: RecordSight
    private let policy: Policy
    private let viewer: Viewer
    private var leaves: [Subject: [Policy.Leave]] = [:]
    /// What has to hold when all changes are made.
    private var promises: [Promise] = []
    /// Records that the set itself made, which their maker knows whatever else becomes of them.
    private var made: Set<Place> = []

    private struct Subject: Hashable {
        let action: Policy.Writing
        let entity: String
    }

    private struct Place: Hashable {
        let entity: String
        let key: Int64
    }

    private struct Promise {
        let subject: Subject
        let entity: Entity
        let id: String
        let key: Int64
        let fields: [Field]
        /// The leaves that covered it before.
        let candidates: [Int]
    }

    init(_ schema: Schema, _ policy: Policy = .standard, for viewer: Viewer, _ connection: OpaquePointer) {
        self.policy = policy
        self.viewer = viewer
        sight = RecordSight(schema, policy, for: viewer, connection)
    }

    /// Whom the viewer can turn to, who may more.
    var advice: String {
        if case .member(let member) = viewer, member.role == .moderator { return "ask an admin" }
        return "ask a moderator"
    }

    /// Refuses what the viewer may do to no record at all, so that nothing is learnt by trying.
    func require(_ action: Policy.Writing, _ entity: Entity) throws(StoreError) {
        guard leaves(Subject(action: action, entity: entity.name)).isEmpty else { return }
        throw StoreError(
            .notPermitted, "you may not \(Self.verb(action)) \(entity.spokenPlural); \(advice)")
    }

    /// Whether a reference may lead to the record.
    func mayRefer(to entity: Entity, _ key: Int64) throws(StoreError) -> Bool {
        if sight.isUnlimited || made.contains(Place(entity: entity.name, key: key)) { return true }
        return try sight.sees(entity, key)
    }

    /// Remembers a record that is about to be made.
    func make(_ entity: Entity, _ key: Int64) {
        if !sight.isUnlimited { made.insert(Place(entity: entity.name, key: key)) }
    }

    /// Called when a record has been created with these fields.
    func created(_ entity: Entity, _ id: String, _ key: Int64, with fields: () -> [Field]) {
        let subject = Subject(action: .create, entity: entity.name)
        let leaves = leaves(subject)
        guard leaves != [.all] else { return }
        promises.append(
            Promise(
                subject: subject, entity: entity, id: id, key: key, fields: fields(),
                candidates: Array(leaves.indices)))
    }

    /// Called before these fields of a record are changed.
    func changing(_ entity: Entity, _ id: String, _ key: Int64, _ fields: [Field]) throws(StoreError) {
        let subject = Subject(action: .update, entity: entity.name)
        guard leaves(subject) != [.all] else { return }
        let held = try holding(subject, entity, key, Array(leaves(subject).indices))
        guard !held.isEmpty else {
            throw StoreError(.notPermitted, "you may not change \(entity.name) '\(id)'; \(advice)")
        }
        if let field = try uncovered(fields, subject, held, entity, key) {
            throw StoreError(
                .notPermitted,
                "you may not change '\(field.name)' of \(entity.name) '\(id)'; \(advice)")
        }
        promises.append(
            Promise(subject: subject, entity: entity, id: id, key: key, fields: fields, candidates: held))
    }

    /// Called before a record is deleted.
    func deleting(_ entity: Entity, _ id: String, _ key: Int64) throws(StoreError) {
        let subject = Subject(action: .delete, entity: entity.name)
        guard leaves(subject) != [.all] else { return }
        guard try !holding(subject, entity, key, Array(leaves(subject).indices)).isEmpty else {
            throw StoreError(.notPermitted, "you may not delete \(entity.name) '\(id)'; \(advice)")
        }
    }

    /// Called when all changes are made.
    func settle() throws(StoreError) {
        for promise in promises {
            let held = try holding(promise.subject, promise.entity, promise.key, promise.candidates)
            let place = "\(promise.entity.name) '\(promise.id)'"
            guard !held.isEmpty else {
                throw StoreError(
                    .notPermitted,
                    promise.subject.action == .create
                        ? "you may not add such a \(promise.entity.spokenName): \(place) would be out of your reach; "
                            + advice
                        : "you may not give \(place) these values "
                            + "(\(promise.fields.map(\.name).joined(separator: ", "))): it would be out of your "
                            + "reach; \(advice)")
            }
            guard
                let field = try uncovered(
                    promise.fields, promise.subject, held, promise.entity, promise.key)
            else { continue }
            throw StoreError(
                .notPermitted, "you may not give \(place) this '\(field.name)'; \(advice)")
        }
    }

    /// The first of the fields that none of these leaves covers, or that the viewer may not know.
    private func uncovered(
        _ fields: [Field], _ subject: Subject, _ held: [Int], _ entity: Entity, _ key: Int64
    ) throws(StoreError) -> Field? {
        let leaves = leaves(subject)
        for field in fields {
            guard held.contains(where: { leaves[$0].covers(field.name) }),
                try sight.knows(field, of: entity, key)
            else { return field }
        }
        return nil
    }

    private func holding(
        _ subject: Subject, _ entity: Entity, _ key: Int64, _ candidates: [Int]
    ) throws(StoreError) -> [Int] {
        let leaves = leaves(subject)
        var held: [Int] = []
        for index in candidates
        where try sight.meets(leaves[index].records, named: "\(subject.action) \(index)", entity, key) {
            held.append(index)
        }
        return held
    }

    private func leaves(_ subject: Subject) -> [Policy.Leave] {
        if let known = leaves[subject] { return known }
        let found = policy.leaves(to: subject.action, subject.entity, for: viewer)
        leaves[subject] = found
        return found
    }

    private static func verb(_ action: Policy.Writing) -> String {
        switch action {
        case .create: "add"
        case .update: "change"
        case .delete: "delete"
        }
    }
}

extension Entity {
    /// As a sentence has it: `action item`.
    var spokenName: String { name.replacing("_", with: " ") }
    var spokenPlural: String { plural.replacing("_", with: " ") }
}
