import Community
import Testing

@testable import Store

@Suite struct ConfidentialityTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
    }

    private func keys(_ entity: String, _ ids: [String]) -> [Int64] {
        fixture.records.filter { $0.entity.name == entity && ids.contains($0.id) }.map(\.key)
    }

    @Test(
        arguments: [
            ("session", ["closed-nobody"], .closed), ("session", ["closed-draft"], .closed),
            ("practice", ["p-closed"], .closed), ("action_item", ["a-closed-nobody"], .closed),
            // That somebody owns it makes it no less so.
            ("action_item", ["a-closed-owned"], .closed), ("action_item", ["a-closed-assigned"], .closed),
            ("action_item", ["a-free"], .members), ("action_item", ["a-free", "a-closed-owned"], .closed),
            ("organization", ["jor", "unhcr"], .open), ("member", ["member"], .members),
            ("session", [], .open),
        ] as [(String, [String], Confidentiality)])
    func `the policy says how confidential a record is`(
        entity: String, ids: [String], expected: Confidentiality
    ) throws {
        let keys = keys(entity, ids)
        #expect(keys.count == ids.count)
        for viewer in Fixture.viewers {
            let snapshot = try fixture.store.snapshot(as: viewer)
            #expect(try snapshot.confidentiality(of: snapshot.schema.entity(entity), keys) == expected)
        }
    }

    @Test func `every session is as confidential as it says, and a draft is closed`() throws {
        let snapshot = try fixture.store.snapshot()
        let entity = try snapshot.schema.entity("session")
        let sessions = fixture.records.filter { $0.entity.name == "session" }
        #expect(sessions.count > 5)
        for session in sessions {
            guard case .text(let declared)? = session.values["confidentiality"] else {
                Issue.record("\(session.id) does not say")
                continue
            }
            let isDraft = session.values["status"] == .text("draft")
            #expect(
                try snapshot.confidentiality(of: entity, [session.key])
                    == (isDraft ? .closed : Confidentiality(rawValue: declared)), "\(session.id)")
        }
    }

    @Test func `what is read is followed when asked, and counts as no question`() throws {
        let snapshot = try fixture.store.snapshot()
        let entity = try snapshot.schema.entity("session")
        func read(_ ids: [String]) throws { _ = try snapshot.load(entity, keys("session", ids), fields: []) }
        try read(["closed-nobody"])
        #expect(snapshot.confidentiality == nil)
        snapshot.beginFollowing(1)
        #expect(snapshot.confidentiality == .open)
        let (questions, rows) = (snapshot.statementsRun, snapshot.rowsRead)
        try read(["closed-nobody"])
        #expect(snapshot.confidentiality == .closed)
        #expect(snapshot.statementsRun == questions + 1 && snapshot.rowsRead == rows + 1)
    }

    @Test func `no more is followed than was asked`() throws {
        let snapshot = try fixture.store.snapshot()
        let (sessions, organizations) = (
            try snapshot.schema.entity("session"), try snapshot.schema.entity("organization")
        )
        snapshot.beginFollowing(1)
        _ = try snapshot.load(organizations, keys("organization", ["jor"]), fields: [])
        _ = try snapshot.load(sessions, keys("session", ["closed-nobody"]), fields: [])
        #expect(snapshot.confidentiality == .open)
        try snapshot.follow(sessions, keys("session", ["closed-nobody"]))
        #expect(snapshot.confidentiality == .closed)
    }
}
