/// Who may read and write what, as one value: each row of the table of rights says which records of an entity a role
/// may see; rights are the union of the rows that apply. Fields that not everybody who sees the record
/// may know have their own predicate.
///
/// An engine compiles `visibility` and `disclosure` into every query, so that there is no second place
/// to forget them.
public struct Policy: Sendable {
    private let rows: [Row]
    let writingRows: [WritingRow]

    public static let standard = Policy(
        rows: Policy.standardRows, writingRows: Policy.standardWritingRows)

    /// One right: on these records of an entity, for these roles.
    struct Row: Sendable {
        let entity: String
        let roles: [Role]
        /// Which records, in words; nil for all.
        let condition: String?
        let records: @Sendable (MemberViewer) -> Predicate

        init(_ entity: String, _ roles: [Role]) {
            self.entity = entity
            self.roles = roles
            condition = nil
            records = { _ in .always }
        }

        init(
            _ entity: String, _ roles: [Role], _ condition: String,
            _ records: @escaping @Sendable (MemberViewer) -> Predicate
        ) {
            self.entity = entity
            self.roles = roles
            self.condition = condition
            self.records = records
        }
    }

    /// How much of something a role may read.
    public enum Reach: Sendable, Hashable {
        case all
        /// What meets one of these conditions, in words.
        case some([String])
        case none
    }

    /// Which records of an entity a role may see, in words.
    public func reach(of role: Role, in entity: String) -> Reach {
        guard role < .moderator else { return .all }
        let rights = rows.filter { $0.entity == entity && $0.roles.contains(role) }
        let conditions = rights.compactMap(\.condition)
        return rights.isEmpty ? .none : conditions.count < rights.count ? .all : .some(conditions)
    }

    /// The records of an entity that the viewer may see.
    public func visibility(of entity: String, for viewer: Viewer) -> Predicate {
        guard case .member(let member) = viewer, member.role < .moderator else { return .always }
        return Predicate.any(
            rows.filter { $0.entity == entity && $0.roles.contains(member.role) }.map { $0.records(member) }
        ).simplified
    }

    /// Of how many of the records that a role may see it may know a field: all, some or none.
    public func disclosure(of field: Field, in entity: String, to role: Role) -> Share {
        let anyone = MemberViewer(key: 0, id: "", role: role, organization: 0, zone: .utc, language: nil)
        switch disclosure(of: field, in: entity, for: .member(anyone)) {
        case .always: return .all
        case .never: return .none
        default: return .some
        }
    }

    public enum Share: Sendable, Hashable { case all, some, none }

    /// Where the viewer may know a field of an entity's record that they may see. Where the table of rights
    /// says nothing of a sensitive field, a plugin's for instance, it is for moderators only.
    public func disclosure(of field: Field, in entity: String, for viewer: Viewer) -> Predicate {
        guard case .member(let member) = viewer, member.role < .moderator else { return .always }
        // The other side of a reference is as secret as the reference, which has its own disclosure.
        guard field.type.isStored else { return .always }
        let spoken = Predicate.related("session", .field("chatham_house", .equals(.boolean(false))))
        switch (field.sensitivity, entity) {
        case (.ordinary, _), (.confidential, _): return .always
        case (.personal, "member") where member.role != .observer && !field.isCustom:
            // E-mail and phone of members: of their own organization, but not for observers.
            return .field("organization", .equals(.key(member.organization)))
        case (.attribution, "agenda_item"): return spoken
        case (.attribution, "attendance"):
            return .any([spoken, .field("member", .equals(.key(member.key)))])
        case (.personal, _), (.attribution, _): return .never
        }
    }
}
