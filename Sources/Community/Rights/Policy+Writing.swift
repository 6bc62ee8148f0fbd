extension Policy {
    /// What is done to a record.
    public enum Writing: Sendable, Hashable {
        case create, update, delete
    }

    /// Leave to write some fields of some records. A created record must be one of them afterwards, a deleted
    /// one before, an updated one before and after: nothing is moved into or out of somebody's reach.
    public struct Leave: Sendable, Hashable {
        public let records: Predicate
        /// nil: all.
        public let fields: Set<String>?
        /// Fields that it does not cover.
        public let exceptions: Set<String>

        init(_ records: Predicate, fields: Set<String>? = nil, except exceptions: Set<String> = []) {
            self.records = records
            self.fields = fields
            self.exceptions = exceptions
        }

        /// Leave to write anything.
        public static let all = Leave(.always)

        public func covers(_ field: String) -> Bool {
            !exceptions.contains(field) && fields?.contains(field) ?? true
        }
    }

    /// One right to write: on these records of an entity, for these roles.
    struct WritingRow: Sendable {
        let entity: String
        let roles: [Role]
        let actions: Set<Writing>
        let leave: @Sendable (MemberViewer) -> Leave

        init(
            _ entity: String, _ roles: [Role], _ actions: Set<Writing> = [.create, .update, .delete],
            _ leave: @escaping @Sendable (MemberViewer) -> Leave = { _ in .all }
        ) {
            self.entity = entity
            self.roles = roles
            self.actions = actions
            self.leave = leave
        }
    }

    /// What the viewer may do to records of an entity: the union of what this names. Fields that the viewer may
    /// not know are beyond it (`disclosure`).
    public func leaves(to action: Writing, _ entity: String, for viewer: Viewer) -> [Leave] {
        guard case .member(let member) = viewer, member.role < .admin else { return [.all] }
        return writingRows.filter {
            $0.entity == entity && $0.roles.contains(member.role)
                && $0.actions.contains(action)
        }.map { $0.leave(member) }
    }

    /// Whose commits the viewer may look at and take back.
    public func audit(for viewer: Viewer) -> Audit {
        guard case .member(let member) = viewer else { return .all }
        switch member.role {
        case .observer: return .none
        case .member: return .own
        case .focalPoint: return .ownOrganization
        case .moderator, .admin: return .all
        }
    }

    /// A share of the audit log, by who made the changes.
    public enum Audit: Sendable, Hashable {
        case none, own, ownOrganization, all
    }
}
