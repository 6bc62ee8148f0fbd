import Community
import Testing

@Suite struct CustomFieldTests {
    private static func field(
        _ name: String, _ type: FieldType = .text, of entity: String = "action_item",
        plugin: String = "follow_up", inverse: (name: String, title: LocalizedText)? = nil
    ) throws -> CustomField {
        try CustomField(plugin: plugin, entity: entity, name: name, type: type, inverse: inverse)
    }

    @Test func `a custom field bears its plugin's name, and has a title in any case`() throws {
        let field = try Self.field("national_reference")
        #expect(field.field.name == "x.follow_up.national_reference")
        #expect(field.name == "national_reference")
        #expect(field.field.title == ["en": "National reference"])
        #expect(field.field.sensitivity == .ordinary)
        #expect(!field.field.isRequired)
        let personal = try CustomField(
            plugin: "follow_up", entity: "member", name: "passport", type: .text, title: ["fr": "Passeport"],
            isPersonal: true)
        #expect(personal.field.sensitivity == .personal)
        #expect(personal.field.title == ["fr": "Passeport"])
    }

    @Test(arguments: [
        "", "1st", "National", "a-b", "a.b", "end", "é", "_x", String(repeating: "a", count: 65),
    ])
    func `what is no Lua identifier in lower case is no name`(name: String) {
        #expect(throws: DeclarationError.self) { try Self.field(name) }
        #expect(throws: DeclarationError.self) { try Self.field("a", plugin: name) }
        #expect(throws: DeclarationError.self) {
            try Self.field("a", .reference("session"), inverse: (name, [:]))
        }
    }

    @Test(arguments: [
        (FieldType.identifier, FieldValue.null),
        (.list(of: .integer(0...9)), .null),
        (.inverse(entity: "session", field: "hosts"), .null),
        (.integer(0...9), .integer(10)),
        (.text, .integer(1)),
        (.reference("session"), .reference("s-1")),
    ])
    func `types and defaults that no declaration has are refused`(type: FieldType, value: FieldValue) {
        #expect(throws: DeclarationError.self) {
            try CustomField(plugin: "p", entity: "session", name: "a", type: type, default: value)
        }
    }

    @Test func `a schema gets the fields and the other sides of their references`() throws {
        let schema = try Schema.standard.adding([
            Self.field("number"), Self.field("number", plugin: "other"), Self.field("number", of: "session"),
            Self.field("focus", .reference("objective"), inverse: ("items", ["en": "Items"])),
        ])
        let item = try schema.entity("action_items")
        #expect(
            item.fields.suffix(3).map(\.name) == [
                "x.follow_up.number", "x.other.number", "x.follow_up.focus",
            ])
        let inverse = try schema.field("x.follow_up.items", of: schema.entity("objective"))
        #expect(inverse.type == .inverse(entity: "action_item", field: "x.follow_up.focus"))
        #expect(try Schema.standard.adding([]) == .standard)
        let error = #expect(throws: SchemaError.self) {
            try schema.field("x.follow_up.nummer", of: schema.entity("session"))
        }
        #expect(error?.description.contains("did you mean 'x.follow_up.number'?") == true)
    }

    @Test func `a schema refuses what it cannot hold, and says why`() throws {
        let cases: [([CustomField], String)] = [
            (
                [try Self.field("a", of: "action_itm")],
                "the field 'x.follow_up.a' cannot be added to action_itm: there is no entity 'action_itm'; did you "
                    + "mean 'action_item'?"
            ),
            (
                [try Self.field("a", .references("persons"))],
                "the field 'x.follow_up.a' cannot be added to action_item: there is no entity 'persons'"
            ),
            (
                [try Self.field("a"), try Self.field("a", .boolean)],
                "the field 'x.follow_up.a' cannot be added to action_item: action_item has a field "
                    + "'x.follow_up.a' already"
            ),
            (
                [
                    try Self.field("a", of: "session"),
                    try Self.field("b", .reference("session"), inverse: ("a", [:])),
                ],
                "the field 'x.follow_up.b' cannot be added to action_item: session has a field 'x.follow_up.a' "
                    + "already"
            ),
            (
                try (0...Schema.mostCustomFields).map { try Self.field("f\($0)") },
                "the field 'x.follow_up.f500' cannot be added to action_item: it would have 501 fields of plugins; "
                    + "at most 500 will do"
            ),
        ]
        for (fields, message) in cases {
            let error = #expect(throws: SchemaError.self) { try Schema.standard.adding(fields) }
            #expect(error?.description == message)
        }
    }

    @Test func `a custom field is a moderator's when it is personal, and else everybody's`() throws {
        let member = Viewer.member(
            MemberViewer(key: 1, id: "m", role: .focalPoint, organization: 1, zone: .utc, language: nil))
        let open = try Self.field("a").field
        #expect(Policy.standard.disclosure(of: open, in: "action_item", for: member) == .always)
        // Also of members, whose e-mail and phone their own organization may know.
        for entity in ["action_item", "member"] {
            let personal = try CustomField(
                plugin: "p", entity: entity, name: "a", type: .text, isPersonal: true)
            #expect(Policy.standard.disclosure(of: personal.field, in: entity, for: member) == .never)
        }
    }
}
