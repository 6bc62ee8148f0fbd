import Community
import Testing

struct SchemaTests {
    /// Each entity with its fields as the domain has them, and with the other sides of references.
    @Test(arguments: [
        (
            "organization", "organizations",
            "id kind name country time_zone weekend languages active",
            "members hosted_sessions practices action_items supported_items"
        ),
        (
            "member", "members",
            "id name organization role position email phone language time_zone term_start term_end"
                + " alternate_for active",
            "alternates chaired_sessions speaking_items attendance delegations contact_practices assignments"
                + " progress_reports"
        ),
        (
            "session", "sessions",
            "id title kind series status starts_at time_zone duration recurrence format venue link"
                + " confidentiality chatham_house interpretation hosts chairs objectives capacity summary minutes",
            "invited_organizations agenda attendance action_items"
        ),
        ("agenda_item", "agenda_items", "id session order title minutes_planned speakers outcome", ""),
        (
            "attendance", "attendance",
            "id session occurrence member role invited_at response delegate attended", ""
        ),
        (
            "practice", "practices",
            "id kind title summary description organizations contact countries objectives principles"
                + " populations started ended status confidentiality source languages adapted_from tags",
            "adaptations action_items"
        ),
        (
            "action_item", "action_items",
            "id kind title description reference framework session practice parent owners assignee partners"
                + " objectives status priority starts due progress remarks tags",
            "children progress_reports"
        ),
        (
            "progress_report", "progress_reports",
            "id action_item at by status progress achievement obstacle next_step", ""
        ),
        ("objective", "objectives", "id number label title", "sessions practices action_items"),
    ])
    func `every entity of the domain has its fields`(
        name: String, plural: String, stored: String, derived: String
    ) throws {
        let entity = try Schema.standard.entity(name)
        #expect(try Schema.standard.entity(plural) == entity)
        #expect(entity.storedFields.map(\.name) == stored.split(separator: " ").map(String.init))
        let others = entity.fields.filter { !$0.type.isStored }.map(\.name)
        #expect(others.sorted() == derived.split(separator: " ").map(String.init).sorted())
    }

    @Test(arguments: Schema.standard.entities)
    func `every declaration is whole`(entity: Entity) throws {
        let names = entity.fields.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.first == "id")
        #expect(entity.field(entity.label) != nil)
        #expect(!entity.columns.isEmpty)
        for column in entity.columns { #expect(entity.field(column) != nil, "\(column)") }
        for language in Language.allCases {
            #expect(entity.title.texts[language.rawValue]?.isEmpty == false)
            for field in entity.fields {
                #expect(field.title.texts[language.rawValue]?.isEmpty == false, "\(field.name) \(language)")
            }
        }
        #expect(!entity.documentation.isEmpty)
        for field in entity.fields {
            #expect(field.documentation.hasSuffix("."), "\(entity.name).\(field.name)")
            #expect(throws: Never.self) { try field.type.check(field.defaultValue) }
            if let target = field.type.target {
                #expect(throws: Never.self) { try Schema.standard.entity(target) }
            }
            for choice in field.type.choices {
                #expect(Set(choice.title.texts.keys) == ["ar", "en", "fr"], "\(field.name) \(choice.name)")
            }
            #expect(Set(field.type.choices.map(\.name)).count == field.type.choices.count)
        }
    }

    @Test func `an inherited field leads by single references to one of its own type`() throws {
        var inherited: [String] = []
        for entity in Schema.standard.entities {
            for field in entity.fields {
                guard let path = field.inherited else { continue }
                let fields = try Schema.standard.fields(along: path, from: entity)
                #expect(fields.last?.type == field.type)
                #expect(fields.allSatisfy { !$0.type.isMany && $0.inherited == nil })
                inherited.append("\(entity.name).\(field.name) ← \(path)")
            }
        }
        #expect(inherited == ["member.time_zone ← organization.time_zone"])
    }

    @Test func `made identifiers tell their entities apart`() {
        let prefixes = Schema.standard.entities.map(\.identifierPrefix)
        #expect(Set(prefixes).count == prefixes.count)
        #expect(prefixes.allSatisfy(FieldType.isIdentifier))
    }

    @Test func `a reference is read from both sides`() throws {
        var count = 0
        for entity in Schema.standard.entities {
            for field in entity.fields {
                guard let inverse = field.inverse, let target = field.type.target else { continue }
                let other = try Schema.standard.field(inverse.name, of: Schema.standard.entity(target))
                #expect(other.type.target == entity.name)
                #expect(other.type == .inverse(entity: entity.name, field: field.name))
                #expect(other.sensitivity == field.sensitivity)
                #expect(other.type.isMany)
                count += 1
            }
        }
        #expect(count > 20)
    }

    @Test(arguments: [
        ("action_item", "due", ["due"]), ("action_item", "owners.name", ["owners", "name"]),
        (
            "session", "agenda.speakers.organization.country",
            ["agenda", "speakers", "organization", "country"]
        ),
        ("organization", "members.attendance.session", ["members", "attendance", "session"]),
        ("session", "invited_organizations.weekend", ["invited_organizations", "weekend"]),
    ])
    func `a path is resolved field by field`(entity: String, path: String, names: [String]) throws {
        let schema = Schema.standard
        let fields = try schema.fields(along: FieldPath(path), from: schema.entity(entity))
        #expect(fields.map(\.name) == names)
    }

    @Test(arguments: [
        ("action_item", "dew_date", "'dew_date' is not a field of action_item"),
        ("action_item", "titel", "'titel' is not a field of action_item; did you mean 'title'?"),
        ("action_item", "owner.name", "'owner' is not a field of action_item; did you mean 'owners'?"),
        ("action_item", "owners.nam", "'nam' is not a field of organization; did you mean 'name'?"),
        ("action_item", "due.year", "'due' of action_item is not a reference, so 'due.year' leads nowhere"),
        ("action_item", "", "'' is not a field of action_item"),
        ("action_item", "owners.", "'' is not a field of organization"),
        ("action_item", ".owners", "'' is not a field of action_item"),
    ])
    func `a path that leads nowhere says where it ends`(entity: String, path: String, message: String) throws
    {
        let schema = Schema.standard
        let from = try schema.entity(entity)
        let error = #expect(throws: SchemaError.self) {
            try schema.fields(along: FieldPath(path), from: from)
        }
        #expect(error?.description == message)
    }

    @Test(arguments: [
        ("membres", "there is no entity 'membres'; did you mean 'members'?"),
        (
            "ships",
            "there is no entity 'ships'; there are organizations, members, objectives, sessions, agenda_items,"
                + " attendance, practices, action_items, progress_reports"
        ),
    ])
    func `an unknown entity gets a suggestion, or the list`(name: String, message: String) {
        let error = #expect(throws: SchemaError.self) { try Schema.standard.entity(name) }
        #expect(error?.description == message)
    }

    @Test func `custom fields have dots, lie on paths, and may be references`() throws {
        let title: LocalizedText = ["en": "Reference"]
        let own = Field("x.follow_up.reference", .text, title, "A number.")
        let focus = Field(
            "x.follow_up.focus", .reference("objective"), title, "What matters.",
            inverse: ("x.follow_up.items", title))
        let schema = Schema(
            Schema.standard.entities.map { $0.name == "action_item" ? $0.adding([own, focus]) : $0 })
        let item = try schema.entity("action_item")
        #expect(try schema.fields(along: "x.follow_up.reference", from: item) == [own])
        #expect(
            try schema.fields(along: "x.follow_up.focus.number", from: item).map(\.name)
                == ["x.follow_up.focus", "number"])
        #expect(
            try schema.fields(along: "parent.x.follow_up.reference", from: item).map(\.name)
                == ["parent", "x.follow_up.reference"])
        #expect(
            try schema.fields(along: "x.follow_up.items.due", from: schema.entity("objective")).map(\.name)
                == ["x.follow_up.items", "due"])
        #expect(throws: SchemaError.self) { try schema.fields(along: "x.follow_up", from: item) }
        // A schema made of another's entities has each other side once.
        #expect(item.fields.count == (try Schema.standard.entity("action_item")).fields.count + 2)
    }
}

extension FieldType {
    fileprivate var choices: [Choice] {
        switch self {
        case .choice(let choices): choices
        case .list(let element): element.choices
        default: []
        }
    }
}
