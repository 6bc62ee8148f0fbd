import Community
import Testing

/// What the policy says, as predicates; what an engine makes of them is tested with the engine.
struct PolicyTests {
    private static func viewer(_ role: Role) -> Viewer {
        .member(
            MemberViewer(key: 7, id: "m-7", role: role, organization: 3, zone: .utc, language: nil))
    }

    private static let below: [Role] = [.observer, .member, .focalPoint]

    @Test(arguments: Schema.standard.entities)
    func `operators, administrators and moderators read everything`(entity: Entity) {
        for viewer in [Viewer.operator, Self.viewer(.admin), Self.viewer(.moderator)] {
            #expect(Policy.standard.visibility(of: entity.name, for: viewer) == .always)
            for field in entity.fields {
                #expect(Policy.standard.disclosure(of: field, in: entity.name, for: viewer) == .always)
            }
        }
    }

    @Test(arguments: below)
    func `what the policy does not name is seen by nobody below`(role: Role) {
        #expect(Policy.standard.visibility(of: "secret", for: Self.viewer(role)) == .never)
    }

    @Test(arguments: below, ["organization", "objective"])
    func `organizations and objectives are everybody's`(role: Role, entity: String) {
        #expect(Policy.standard.visibility(of: entity, for: Self.viewer(role)) == .always)
    }

    @Test func `observers see the members of their organization, others all`() {
        let own = Predicate.field("organization", .equals(.key(3)))
        #expect(Policy.standard.visibility(of: "member", for: Self.viewer(.observer)) == own)
        #expect(Policy.standard.visibility(of: "member", for: Self.viewer(.member)) == .always)
        #expect(Policy.standard.visibility(of: "member", for: Self.viewer(.focalPoint)) == .always)
    }

    @Test(arguments: below)
    func `drafts of sessions are seen by nobody below`(role: Role) throws {
        let predicate = Policy.standard.visibility(of: "session", for: Self.viewer(role))
        guard case .any(let rows) = predicate else {
            Issue.record("not a union of rows: \(predicate)")
            return
        }
        #expect(rows.count == (role == .observer ? 2 : 3))
        for row in rows {
            guard case .all(let conditions) = row else {
                Issue.record("a row without conditions: \(row)")
                continue
            }
            #expect(conditions.contains(.field("status", .isNoneOf([.text("draft")]))))
        }
    }

    @Test func `closed sessions are for those invited, by person or by organization`() {
        let closed = Predicate.field("confidentiality", .equals(.text("closed")))
        let isNotDraft = Predicate.field("status", .isNoneOf([.text("draft")]))
        let invited = Predicate.related(
            "attendance",
            .any([.field("member", .equals(.key(7))), .field("delegate", .equals(.key(7)))]))
        let ofOrganization = Predicate.field("organization", .equals(.key(3)))
        let organizationInvited = Predicate.related(
            "attendance", .any([.related("member", ofOrganization), .related("delegate", ofOrganization)]))
        for (role, condition) in [
            (Role.observer, invited), (.member, invited), (.focalPoint, organizationInvited),
        ] {
            let predicate = Policy.standard.visibility(of: "session", for: Self.viewer(role))
            guard case .any(let rows) = predicate else {
                Issue.record("not a union of rows: \(predicate)")
                continue
            }
            let closedRows = rows.filter { row in
                if case .all(let conditions) = row { return conditions.contains(closed) }
                return true
            }
            #expect(closedRows == [.all([isNotDraft, closed, condition])])
        }
    }

    @Test func `the agenda goes with its session, a progress report with its item`() {
        for role in Self.below {
            #expect(
                Policy.standard.visibility(of: "agenda_item", for: Self.viewer(role)) == .visible("session"))
            #expect(
                Policy.standard.visibility(of: "progress_report", for: Self.viewer(role))
                    == .visible("action_item"))
        }
    }

    @Test func `observers see no action item but those of closed sessions that they see`() {
        let closed = Predicate.field("confidentiality", .equals(.text("closed")))
        #expect(
            Policy.standard.visibility(of: "action_item", for: Self.viewer(.observer))
                == .all([.related("session", closed), .visible("session")]))
    }

    @Test func `observers see open published practices and nothing else`() {
        let published = Predicate.field("status", .equals(.text("published")))
        let open = Predicate.field("confidentiality", .equals(.text("open")))
        #expect(
            Policy.standard.visibility(of: "practice", for: Self.viewer(.observer))
                == .all([published, open]))
    }

    @Test(arguments: ["email", "phone"])
    func `e-mail and phone are for one's own organization, and not for observers`(name: String) throws {
        let field = try #require(try Schema.standard.entity("member").field(name))
        let own = Predicate.field("organization", .equals(.key(3)))
        let disclosure = { (role: Role) in
            Policy.standard.disclosure(of: field, in: "member", for: Self.viewer(role))
        }
        #expect(disclosure(.observer) == .never)
        #expect(disclosure(.member) == own)
        #expect(disclosure(.focalPoint) == own)
    }

    @Test(arguments: below)
    func `who said what under the Chatham House rule stays in the room`(role: Role) throws {
        let spoken = Predicate.related("session", .field("chatham_house", .equals(.boolean(false))))
        let agenda = try Schema.standard.entity("agenda_item")
        for name in ["speakers", "outcome"] {
            let field = try #require(agenda.field(name))
            #expect(
                Policy.standard.disclosure(of: field, in: "agenda_item", for: Self.viewer(role)) == spoken)
        }
        // One's own role is one's own to know.
        let ownRole = try #require(try Schema.standard.entity("attendance").field("role"))
        #expect(
            Policy.standard.disclosure(of: ownRole, in: "attendance", for: Self.viewer(role))
                == .any([spoken, .field("member", .equals(.key(7)))]))
    }

    @Test func `only personal and attributed fields are held back from those who see the record`() throws {
        var heldBack: Set<String> = []
        for entity in Schema.standard.entities {
            for field in entity.fields
            where Policy.standard.disclosure(of: field, in: entity.name, for: Self.viewer(.focalPoint))
                != .always
            {
                heldBack.insert("\(entity.name).\(field.name)")
            }
        }
        #expect(
            heldBack == [
                "member.email", "member.phone", "agenda_item.speakers", "agenda_item.outcome",
                "attendance.role",
            ])
    }

    @Test func `roles go from the fewest rights to the most`() {
        #expect(Role.allCases.sorted() == [.observer, .member, .focalPoint, .moderator, .admin])
        #expect(Viewer.operator.name == "operator")
        #expect(Self.viewer(.member).name == "m-7")
    }
}
