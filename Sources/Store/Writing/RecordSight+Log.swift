import Community

extension RecordSight {
    /// Whether the viewer may look at commits of somebody, and take them back.
    func sees(commitBy author: String) throws(StoreError) -> Bool {
        switch audit {
        case .all: return true
        case .none:
            throw StoreError(
                .notPermitted, "the log of changes is not open to observers; ask a moderator")
        case .own: return author == viewer.name
        case .ownOrganization:
            guard case .member(let member) = viewer, author != member.id else { return true }
            return try organization(of: author) == member.organization
        }
    }
}
