import Community
import Plugins
import Testing

struct PermissionTests {
    @Test(arguments: ["read action_items", "read members.personal", "propose action_items", "message"])
    func `a permission is written as it was read`(text: String) throws {
        #expect(try Permission(text).description == text)
    }

    @Test(arguments: [
        ("read action_item", "there is no 'action_item' to read; did you mean 'action_items'?"),
        ("propose members.personal", "there is no 'members.personal' to propose"),
        ("read", "'read' is not a permission"), ("message all", "'message all' is not a permission"),
        ("write members", "'write members' is not a permission"),
    ])
    func `what is no permission says what was expected`(text: String, message: String) {
        let error = #expect(throws: PermissionError.self) { try Permission(text) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test func `permissions are added, taken away and compared`() {
        let some = Permissions(read: ["members", "sessions"], propose: ["sessions"])
        let more = some.union(Permissions([.read("practices"), .message]))
        #expect(some.isSubset(of: more) && !more.isSubset(of: some))
        #expect(more.subtracting(some).list == [.read("practices"), .message])
        #expect(more.intersection(some) == some)
        #expect(more.isSubset(of: .all(of: .standard)))
        #expect(Permissions(some.list) == some)
        #expect(Permissions.none.isEmpty)
    }

    @Test func `permissions are listed in an order of their own`() {
        let all = Permissions(read: ["sessions", "members"], propose: ["members"], message: true)
        #expect(
            all.list.map(\.description) == ["read members", "read sessions", "propose members", "message"])
        #expect(Permissions.all(of: .standard).read.contains("members.personal"))
        #expect(!Permissions.all(of: .standard).read.contains("sessions.personal"))
    }
}
