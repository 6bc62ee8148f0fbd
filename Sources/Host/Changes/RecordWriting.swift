import Community
import Runs
import Store

/// Changes of single records, as commands propose them.
public struct RecordWriting {
    private let access: CommunityAccess
    private let store: Store
    public let snapshot: Snapshot

    public init(_ access: CommunityAccess) throws {
        self.access = access
        store = try access.store(for: .writing)
        snapshot = try store.snapshot(as: access.viewer, language: access.language)
    }

    public func entity(_ name: String) throws -> Entity { try snapshot.schema.entity(name) }

    /// A new record of some typed values: `title=…`, `due=2024-07-01`.
    public func addition(to name: String, _ typed: [String]) throws -> ChangeProposal {
        let entity = try entity(name)
        let input = FieldInput(snapshot: snapshot, entity: entity)
        var values = try input.values(typed: typed, over: [:])
        var identifier: String?
        if case .text(let id) = values.removeValue(forKey: "id") { identifier = id }
        return try proposal("add", .create(entity: entity.name, id: identifier, fields: values))
    }

    /// A record that is edited: what it has now, and as of which commit.
    public struct Subject {
        public let entity: Entity
        public let id: String
        public let base: Int64
        public let values: [String: FieldValue]
        let key: Int64
    }

    /// The record of an identifier or name.
    public func subject(_ name: String, _ id: String) throws -> Subject {
        let entity = try entity(name)
        guard let key = try snapshot.find(id, in: entity),
            let found = try snapshot.identifiers(entity, [key])[key]
        else { throw try snapshot.unknown(id, entity) }
        let values = try FieldInput(snapshot: snapshot, entity: entity).values(of: key)
        return Subject(entity: entity, id: found, base: snapshot.commit, values: values, key: key)
    }

    public func edit(of subject: Subject, _ typed: [String]) throws -> ChangeProposal {
        let input = FieldInput(snapshot: snapshot, entity: subject.entity)
        return try edit(of: subject, try input.values(typed: typed, over: subject.values))
    }

    public func edit(of subject: Subject, _ values: [String: FieldValue]) throws -> ChangeProposal {
        try proposal(
            "edit",
            .update(entity: subject.entity.name, id: subject.id, base: subject.base, fields: values))
    }

    /// The record as people edit it, with what has been changed of it so far.
    ///
    /// - Parameter message: what was wrong with the last attempt.
    public func text(
        of subject: Subject, with edits: [String: FieldValue], message: String?
    ) -> String {
        RecordText(subject.entity, language: snapshot.language).write(
            subject.values.merging(edits) { $1 }, id: subject.id, message: message)
    }

    /// What a text that was edited changes.
    ///
    /// - Throws: `Failure` with what is wrong in it.
    public func edits(in text: String, of subject: Subject) throws -> [String: FieldValue] {
        let format = RecordText(subject.entity, language: snapshot.language)
        let changed = format.difference(from: subject.values, to: try format.read(text))
        var edits: [String: FieldValue] = [:]
        for (name, value) in changed {
            guard let field = subject.entity.field(name) else { continue }
            edits[name] = try snapshot.referred(value, field.type)
        }
        return edits
    }

    public func deletion(of subject: Subject) throws -> ChangeProposal {
        try proposal("delete", .delete(entity: subject.entity.name, id: subject.id))
    }

    /// Taking a commit back.
    ///
    /// - Throws: `missing` where there is none that the viewer may know of.
    public func undo(of commit: Int64) throws -> ChangeProposal {
        _ = try snapshot.loggedCommit(commit)
        return proposal("changes undo", .undo(commit))
    }

    /// With the identifier settled, the same record is planned each time.
    private func proposal(_ command: String, _ change: Change) throws -> ChangeProposal {
        let changes = try ChangeFile()
        try changes.append(try change.settled(in: snapshot.schema))
        return proposal(command, .changes(changes))
    }

    private func proposal(_ command: String, _ work: Proposal) -> ChangeProposal {
        ChangeProposal(
            work, origin: ChangeSet.Origin(by: snapshot.viewer.name, command: command, at: access.now),
            access: access, store: store, viewer: snapshot.viewer)
    }
}
