import Community
import LuaKit

/// `community`: what a report is given. A query for each entity, by its plural.
final class CommunityObject: HostObject {
    static let luaType = "community"

    let session: Session

    init(session: Session) {
        self.session = session
    }

    static func type(_ schema: Schema) -> ObjectType<CommunityObject> {
        ObjectType(
            "The community as the viewer may see it, at one moment.",
            properties: schema.entities.map { entity in
                Property(
                    entity.plural, of: CommunityObject.self, entity.documentation,
                    type: .query(of: entity.name)
                ) { community in
                    QueryObject(Query(entity.name), session: community.session)
                }
            } + [viewer],
            text: { _ in "community" })
    }

    private static var viewer: Property {
        Property(
            "viewer", of: CommunityObject.self,
            "The member for whom the community is read; nil for the operator, who is nobody in it.",
            type: .named("member")
        ) { community throws -> RecordValue in
            let session = community.session
            guard case .member(let member) = try session.snapshot.viewer else { return RecordValue(.nil) }
            return RecordValue(session.record("member", key: member.key))
        }
    }
}
