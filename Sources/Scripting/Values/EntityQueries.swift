import LuaKit

/// A query of organizations, which alone can be asked for focal points.
struct OrganizationQuery: LuaReadable {
    let object: QueryObject

    static let luaType = "query of organization"

    static func read(_ slot: Slot) throws -> OrganizationQuery? {
        guard let object = try QueryObject.read(slot) else { return nil }
        guard object.query.entity == "organization" else {
            throw ScriptError(
                "'focal_points' is a method of queries of organizations; this is one of \(object.query.entity)"
            )
        }
        return OrganizationQuery(object: object)
    }
}

/// A query of members, as a result.
struct MemberQuery: LuaWritable {
    let object: QueryObject

    static let luaType = "query of member"

    func write(to stack: Stack) throws -> Int32 { try object.write(to: stack) }
}
