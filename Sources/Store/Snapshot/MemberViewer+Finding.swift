import Community
import Spelling

extension MemberViewer {
    /// The member of an identifier, as the policy looks at one.
    static func find(_ id: String, _ connection: OpaquePointer) throws(StoreError) -> MemberViewer {
        let statement = try Statement(
            connection,
            """
            SELECT m.key, m.role, m.organization, m.time_zone, o.time_zone, m.language
            FROM member AS m JOIN organization AS o ON o.key = m.organization WHERE m.id = \(bind: .text(id))
            """ as SQL)
        guard try statement.step() else {
            let all = try Statement(connection, "SELECT id FROM member LIMIT 10000")
            var names: [String] = []
            while try all.step() { names.append(all.text(0)) }
            throw StoreError(
                .unknownRecord, "there is no member '\(id)'" + Suggestion.phrase(for: id, among: names))
        }
        // A role that a later version may have gets the fewest rights.
        return MemberViewer(
            key: statement.integer(0), id: id, role: Role(rawValue: statement.text(1)) ?? .observer,
            organization: statement.integer(2),
            zone: Zone(statement.text(3)) ?? Zone(statement.text(4)) ?? .utc,
            language: statement.isNull(5) ? nil : statement.text(5))
    }
}
