import Community
import Foundation
import Testing

/// `list` and `show`, for all entities and fields of the schema.
struct RecordTests {
    private static let entities = Schema.standard.entities

    @Test(arguments: entities.map(\.name))
    func `an entity is listed by both its names, in every format and language`(name: String) throws {
        let entity = try Schema.standard.entity(name)
        let demo = try DemoFolder()
        for format in ["terminal", "csv", "json"] {
            for language in ["ar", "en", "fr"] {
                let arguments = ["--format", format, "--language", language]
                let plural = try demo.halqa(["list", entity.plural] + arguments)
                #expect(plural.exitCode == 0, "\(plural.errors)")
                #expect(plural.output.count > 10)
                #expect(try demo.halqa(["list", entity.name] + arguments).output == plural.output)
            }
        }
    }

    @Test(arguments: entities.map(\.name))
    func `every field is a column, a condition and an order`(name: String) throws {
        let entity = try Schema.standard.entity(name)
        let demo = try DemoFolder()
        let all = try demo.halqa(
            "list", name, "--format", "json", "--columns", entity.fields.map(\.name).joined(separator: ","))
        #expect(all.exitCode == 0, "\(all.errors)")
        #expect(try Self.columns(all.output) == entity.fields.map(\.name))
        let count = try Self.rows(demo.halqa("list", name, "--format", "json").output).count
        for field in entity.fields {
            let empty = try demo.halqa("list", name, "--format", "json", "--where", "\(field.name)=")
            let filled = try demo.halqa("list", name, "--format", "json", "--where", "\(field.name)!=")
            #expect(
                empty.exitCode == 0 && filled.exitCode == 0, "\(field.name): \(empty.errors)\(filled.errors)")
            #expect(
                try Self.rows(empty.output).count + Self.rows(filled.output).count == count, "\(field.name)")
            let sorted = try demo.halqa("list", name, "--format", "json", "--sort", "-\(field.name)")
            #expect(
                sorted.exitCode == 0
                    ? try Self.rows(sorted.output).count == count
                    : sorted.exitCode == 64 && sorted.errors.contains("'\(field.name)'"),
                "\(field.name): \(sorted.errors)")
        }
    }

    @Test(arguments: entities.map(\.name))
    func `every record is shown, with a sentence for one that does not exist`(name: String) throws {
        let demo = try DemoFolder()
        let list = try demo.halqa("list", name, "--columns", "id", "--format", "json")
        for row in try Self.rows(list.output) {
            let id = try #require(row.first as? String)
            let shown = try demo.halqa("show", name, id)
            #expect(shown.exitCode == 0, "\(id): \(shown.errors)")
            #expect(shown.output.contains(id))
        }
        let missing = try demo.halqa("show", name, "no-such-record")
        #expect(missing.exitCode == 66)
        #expect(missing.errors.hasPrefix("halqa: there is no \(name) 'no-such-record'"), "\(missing.errors)")
    }

    @Test(arguments: [
        (["list"], 64, "Missing expected argument '<entity>'"),
        (["list", "membrs"], 64, "there is no entity 'membrs'; did you mean 'members'?"),
        (["list", "membr"], 64, "there is no entity 'membr'; did you mean 'member'?"),
        (["list", "ministers"], 64, "there is no entity 'ministers'; there are organizations, members,"),
        (["list", "members", "more"], 64, "Unexpected argument 'more'"),
        (
            ["list", "members", "--where", "nme=x"], 64,
            "'nme' is not a field of member; did you mean 'name'?"
        ),
        (["list", "members", "--where", "name"], 64, "'name' is not a condition"),
        (["list", "members", "--where", "role=admn"], 64, "did you mean 'admin'?"),
        (["list", "members", "--where", "organization=nowhere"], 66, "there is no organization 'nowhere'"),
        (["list", "action_items", "--where", "due<soon"], 64, "'soon' is not a date"),
        (["list", "action_items", "--where", "progress=many"], 64, "'many' is not"),
        (["list", "members", "--sort", "nme"], 64, "'nme' is not a field of member; did you mean 'name'?"),
        (
            ["list", "members", "--columns", "nme"], 64,
            "'nme' is not a field of member; did you mean 'name'?"
        ),
        (["list", "members", "--columns", "organization.nme"], 64, "'nme' is not a field of organization"),
        (["list", "members", "--limit", "-1"], 64, "--limit needs a count of 0 or more"),
        (["list", "members", "--limit", "many"], 64, "'many' is invalid"),
        (["list", "members", "--limit", "99999999999999999999"], 64, "is invalid"),
        (["list", "members", "--format", "xml"], 64, "'xml' is invalid"),
        (["show", "member"], 64, "Missing expected argument '<id>'"),
        (["show", "membr", "x"], 64, "did you mean 'member'?"),
        (["show", "member", "focal-jr"], 66, "there is no member 'focal-jr'; did you mean 'focal-jor'?"),
    ])
    func `a mistake is a sentence`(arguments: [String], code: Int32, message: String) throws {
        let call = try DemoFolder().halqa(arguments)
        #expect(call.exitCode == code)
        #expect(call.errors.hasPrefix("halqa: ") && call.errors.contains(message), "\(call.errors)")
        #expect(call.output.isEmpty)
    }

    @Test func `conditions, order, columns and limit make the list`() throws {
        let list = try DemoFolder().halqa(
            "list", "members", "--where", "role=focal_point", "--where", "organization.kind=state", "--sort",
            "-id", "--columns", "id,organization.name", "--limit", "2", "--format", "csv")
        #expect(
            list.output
                == "\u{FEFF}Identifier,Organization\r\nfocal-yem,Yemen\r\nfocal-tun,Tunisia\r\n",
            "\(list.output)")
    }

    @Test(arguments: [
        "owners=Jordan", "owners=الأردن", "owners=JORDANIE", "parent.owners=jordan", "owners!=Jordan,lbn",
    ])
    func `conditions name records as people call them`(condition: String) throws {
        let demo = try DemoFolder()
        func items(_ condition: String) throws -> String {
            try demo.halqa("list", "action_items", "--where", condition, "--columns", "id", "--format", "csv")
                .output
        }
        let identifier = condition.replacing(#/(?i)jordan(ie)?|الأردن/#, with: "jor")
        #expect(try items(condition) == items(identifier))
        #expect(try !items(condition).isEmpty)
    }

    @Test func `instants are shown in their record's own zone`() throws {
        let demo = try DemoFolder()
        for command in [["list", "sessions"], ["show", "session", "gcm-talk-2023-09"]] {
            let output = try demo.halqa(command + ["--format", "csv"]).output
            #expect(output.contains("2023-09-25T14:00:00+03:00"), "\(output)")
        }
        let through = try demo.halqa(
            "list", "attendance", "--where", "session=gcm-talk-2023-09", "--columns", "session.starts_at",
            "--limit",
            "1", "--format", "csv")
        #expect(through.output.contains("2023-09-25T14:00:00+03:00"), "\(through.text)")
    }

    private static func table(_ output: String) throws -> [String: Any] {
        let document = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        return try #require((document?["parts"] as? [[String: Any]])?.first)
    }

    private static func rows(_ output: String) throws -> [[Any]] {
        try #require(try table(output)["rows"] as? [[Any]])
    }

    private static func columns(_ output: String) throws -> [String] {
        try #require(try table(output)["columns"] as? [[String: Any]]).compactMap { $0["name"] as? String }
    }
}
