import Community

/// The records of the benchmarks' community. Each follows from its number alone.
struct SampleRecords {
    static let now = Instant(milliseconds: Int64(1_767_225_600_000))  // 2026-01-01
    private static let today = 20_454

    let items: Int

    /// How many there are of each kind and what they are, each kind after those that it refers to.
    var kinds: [(count: Int, record: (Int) -> Change)] {
        [
            (organizations, organization), (objectives, objective), (members, member), (sessions, session),
            (sessions, attendance), (items, actionItem),
        ]
    }

    private let organizations = 200
    private let objectives = 23
    private var members: Int { max(items / 10, 10) }
    private var sessions: Int { max(items / 200, 10) }

    private func organization(_ number: Int) -> Change {
        .create(
            entity: "organization", id: "o-\(number)",
            fields: [
                "kind": .text(number % 10 == 0 ? "un_agency" : "state"),
                "name": .localized([
                    "en": "Organization \(number)", "fr": "Organisation \(number)", "ar": "الجهة \(number)",
                ]),
                "time_zone": .text("Asia/Beirut"),
            ])
    }

    private func objective(_ number: Int) -> Change {
        .create(
            entity: "objective", id: "gcm-\(number + 1)",
            fields: [
                "number": .integer(Int64(number + 1)), "label": .localized(["en": "Objective \(number + 1)"]),
            ])
    }

    /// Member 0 is the focal point as whom the benchmarks ask.
    private func member(_ number: Int) -> Change {
        let draw = Draw(number)
        return .create(
            entity: "member", id: "m-\(number)",
            fields: [
                "name": .text("Member \(number)"),
                "organization": .reference("o-\(draw.number(.organization, below: organizations))"),
                "role": .text(number == 0 || draw.chance(20, .role) ? "focal_point" : "member"),
                "email": .text("member\(number)@example.org"),
                "language": .text(draw.one(of: ["ar", "en", "fr"], .kind)),
            ])
    }

    private func session(_ number: Int) -> Change {
        let draw = Draw(number)
        return .create(
            entity: "session", id: "s-\(number)",
            fields: [
                "title": .localized([
                    "en": "Session \(number) on good practices",
                    "ar": "الجلسة \(number) حول الممارسات الجيدة",
                ]),
                "kind": .text("talk"), "status": .text("held"),
                "starts_at": .instant(Instant(Day(number: Self.today - number % 1000), hour: 8)),
                "time_zone": .text("Asia/Beirut"),
                "confidentiality": .text(
                    draw.one(of: ["open", "members", "members", "closed"], .confidentiality)),
            ])
    }

    /// One member is invited to each session.
    private func attendance(_ number: Int) -> Change {
        .create(
            entity: "attendance", id: "t-\(number)",
            fields: [
                "session": .reference("s-\(number)"),
                "member": .reference("m-\(Draw(number).number(.invited, below: members))"),
                "role": .text("participant"), "response": .text("accepted"),
            ])
    }

    private static let verbs = [
        ("Review", "Revoir", "مراجعة"), ("Publish", "Publier", "نشر"), ("Translate", "Traduire", "ترجمة"),
        ("Agree on", "Convenir de", "الاتفاق على"), ("Pilot", "Expérimenter", "تجربة"),
    ]
    private static let subjects = [
        (
            "the guide to referral at borders", "le guide d’orientation aux frontières",
            "دليل الإحالة عند الحدود"
        ),
        ("the training module", "le module de formation", "وحدة التدريب"),
        ("the common form for sharing data", "le formulaire commun", "النموذج المشترك لتبادل البيانات"),
        ("alternatives to detention", "les alternatives à la détention", "بدائل الاحتجاز"),
    ]

    private func actionItem(_ number: Int) -> Change {
        let draw = Draw(number)
        let verb = draw.one(of: Self.verbs, .verb)
        let subject = draw.one(of: Self.subjects, .subject)
        let status = draw.one(
            of: ["open", "open", "in_progress", "blocked", "done", "done", "cancelled"], .status)
        var owners = [draw.number(.owner, below: organizations)]
        if draw.chance(30, .hasSecondOwner) {
            owners.append(
                (owners[0] + 1 + draw.number(.secondOwner, below: organizations - 1)) % organizations)
        }
        var fields: [String: FieldValue] = [
            "title": .localized([
                "en": "\(verb.0) \(subject.0) (\(number))", "fr": "\(verb.1) \(subject.1) (\(number))",
                "ar": "\(verb.2) \(subject.2) (\(number))",
            ]),
            "kind": .text(draw.one(of: ["recommendation", "commitment", "activity", "task"], .kind)),
            "reference": .text("WP-\(number)"),
            "status": .text(status),
            "priority": .integer(Int64(draw.number(.priority, below: 10))),
            "progress": .integer(status == "done" ? 100 : Int64(draw.number(.progress, below: 100))),
            "owners": .list(owners.map { .reference("o-\($0)") }),
            "objectives": .list([.reference("gcm-\(draw.number(.objective, below: objectives) + 1)")]),
        ]
        if draw.chance(90, .hasDue) {
            fields["due"] = .day(Day(number: Self.today - 730 + draw.number(.due, below: 1460)))
        }
        if draw.chance(80, .hasAssignee) {
            fields["assignee"] = .reference("m-\(draw.number(.assignee, below: members))")
        }
        if draw.chance(50, .hasSession) {
            fields["session"] = .reference("s-\(draw.number(.session, below: sessions))")
        }
        if draw.chance(20, .remarks) {
            fields["remarks"] = .localized(["en": "Discussed with the agencies; waiting for the translation."]
            )
        }
        return .create(entity: "action_item", id: "i-\(number)", fields: fields)
    }
}
