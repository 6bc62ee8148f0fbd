import Community
import Foundation
import Store
import Testing

/// Fields that a plugin has added, as people at a terminal meet them.
struct CustomFieldTests {
    private let demo: DemoFolder
    private let item: String
    private static let origin = ChangeSet.Origin(
        by: "operator", command: "test", at: Instant(milliseconds: 1_740_000_000_000))

    init() throws {
        demo = try DemoFolder()
        let list = try demo.halqa(
            "list", "action_items", "--limit", "1", "--sort", "id", "--columns", "id", "--format", "csv")
        item = try #require(list.output.split(separator: "\r\n").last.map(String.init))
    }

    private func field(
        _ name: String, _ type: FieldType, _ title: LocalizedText, isPersonal: Bool = false
    ) throws -> CustomField {
        try CustomField(
            plugin: "follow_up", entity: "action_item", name: name, type: type, title: title,
            isPersonal: isPersonal)
    }

    private func declare() throws {
        let store = try demo.store
        try store.declare(
            [
                field(
                    "national_reference", .text,
                    ["en": "National reference", "fr": "Référence nationale", "ar": "المرجع الوطني"]),
                field("grade", .integer(0...9), ["en": "Grade"]),
                field("host", .reference("organization"), ["en": "Host"]),
                field("secret", .text, ["en": "Secret"], isPersonal: true),
            ], of: "follow_up", by: Self.origin)
        try store.apply(
            ChangeSet(
                [
                    .update(
                        entity: "action_item", id: item, base: nil,
                        fields: [
                            "x.follow_up.national_reference": .text("JO-77"),
                            "x.follow_up.grade": .integer(7),
                            "x.follow_up.host": .reference("jor"), "x.follow_up.secret": .text("hush"),
                        ])
                ], origin: Self.origin))
    }

    @Test func `they are listed, filtered, sorted, searched, shown and written in every format`() throws {
        try declare()
        let columns = "id,x.follow_up.national_reference,x.follow_up.grade,x.follow_up.host"
        for arguments in [
            ["--where", "x.follow_up.national_reference=JO-77"], ["--where", "x.follow_up.grade>=7"],
            ["--where", "x.follow_up.host=jor"], ["--where", "x.follow_up.host.country=JOR"],
            ["--search", "JO-77"], ["--sort", "-x.follow_up.grade", "--limit", "1"],
        ] {
            let list = try demo.halqa(
                ["list", "action_items", "--columns", columns, "--format", "csv"] + arguments)
            #expect(
                list.output
                    == "\u{FEFF}Identifier,National reference,Grade,Host\r\n\(item),JO-77,7,Jordan\r\n",
                "\(arguments): \(list.text)")
        }
        for format in ["terminal", "markdown", "html", "csv", "json", "xlsx"] {
            let file = "list.\(format)"
            let list = try demo.halqa(
                "list", "action_items", "--columns", columns, "--format", format, "--output", file)
            #expect(list.exitCode == 0, "\(format): \(list.errors)")
            let text = String(
                decoding: try Data(contentsOf: URL(filePath: demo.path + "/" + file)), as: UTF8.self)
            #expect(format == "xlsx" || text.contains("JO-77"))
        }
        let shown = try demo.halqa("show", "action_item", item, "--language", "ar")
        #expect(shown.output.contains("المرجع الوطني") && shown.output.contains("JO-77"))
        let missing = try demo.halqa("list", "action_items", "--where", "x.follow_up.national_refrence=1")
        #expect(missing.exitCode == 64)
        #expect(
            missing.errors.contains("did you mean 'x.follow_up.national_reference'?"), "\(missing.errors)")
    }

    @Test func `a personal one is not a focal point's`() throws {
        try declare()
        let list = [
            "list", "action_items", "--as", "focal-jor", "--columns",
            "x.follow_up.secret,x.follow_up.national_reference", "--format", "csv", "--where",
        ]
        #expect(try !demo.halqa(list + ["x.follow_up.secret=hush"]).output.contains("JO-77"))
        let seen = try demo.halqa(list + ["x.follow_up.national_reference=JO-77"])
        #expect(!seen.output.contains("hush"), "\(seen.text)")
        #expect(try !demo.halqa("show", "action_item", item, "--as", "focal-jor").text.contains("hush"))
        #expect(try demo.halqa("show", "action_item", item).output.contains("hush"))
    }

    @Test func `a run reads them, and is the same again after the plugin's update and removal`() throws {
        let before = try demo.run(
            returning: #"tostring(pcall(function() return community.action_items:first().x end))"#)
        #expect(before.output == "false\n", "\(before.text)")
        let early = try demo.latestRun
        try declare()
        let run = try demo.run(
            returning: """
                community.action_items:where("x.follow_up.grade", 7):sort("x.follow_up.grade")
                  :first().x.follow_up.national_reference
                """)
        #expect(run.output == "JO-77\n", "\(run.text)")
        let id = try demo.latestRun
        let store = try demo.store
        try store.declare(
            [
                field("national_reference", .text, ["en": "Number"]),
                field("grade", .integer(0...99), ["en": "Mark"]), field("more", .text, ["en": "More"]),
            ], of: "follow_up", by: Self.origin)
        try store.apply(
            ChangeSet(
                [
                    .update(
                        entity: "action_item", id: item, base: nil,
                        fields: [
                            "x.follow_up.grade": .integer(50),
                            "x.follow_up.national_reference": .text("other"),
                        ])
                ], origin: Self.origin))
        try store.retireFields(of: "follow_up")
        for id in [early, id] {
            let again = try demo.halqa("runs", "replay", id)
            #expect(again.exitCode == 0, "\(again.text)")
        }
        try store.purgeFields(of: "follow_up", by: Self.origin)
        #expect(try demo.halqa("runs", "replay", early).exitCode == 0)
        let gone = try demo.halqa("runs", "replay", id)
        #expect(gone.exitCode != 0)
        #expect(gone.text.contains("'x.follow_up.grade' is not a field of action_item"), "\(gone.text)")
        #expect(try demo.halqa("doctor").exitCode == 0)
    }
}
