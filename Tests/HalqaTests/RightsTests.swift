import Community
import Foundation
import Store
import Testing

/// What the commands show a member, by spot checks: the policy has its own tests.
struct RightsTests {
    /// The demo with a member of each role, a draft and a closed session.
    private func community() throws -> DemoFolder {
        let demo = try DemoFolder()
        func member(_ id: String, _ role: String, _ more: [String: FieldValue] = [:]) -> Change {
            .create(
                entity: "member", id: id,
                fields: ["name": .text(id), "role": .text(role), "organization": .reference("jor")]
                    .merging(more) { $1 })
        }
        func session(_ id: String, _ status: String, _ confidentiality: String) -> Change {
            .create(
                entity: "session", id: id,
                fields: [
                    "title": .localized(["en": id]), "kind": .text("talk"), "status": .text(status),
                    "confidentiality": .text(confidentiality),
                ])
        }
        try demo.store.apply(
            ChangeSet(
                [
                    member("an-admin", "admin"), member("a-moderator", "moderator"),
                    member("a-focal-point", "focal_point"), member("a-member", "member"),
                    member("an-observer", "observer"), member("gone", "admin", ["active": .boolean(false)]),
                    session("open-talk", "scheduled", "open"),
                    session("members-talk", "scheduled", "members"),
                    session("closed-talk", "scheduled", "closed"), session("draft-talk", "draft", "open"),
                ], origin: ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0))))
        return demo
    }

    @Test func `a session is listed, shown and counted for those who may see it`() throws {
        let demo = try community()
        let seen: KeyValuePairs = [
            "an-admin": ["closed-talk", "draft-talk", "members-talk", "open-talk"],
            "a-moderator": ["closed-talk", "draft-talk", "members-talk", "open-talk"],
            "a-focal-point": ["members-talk", "open-talk"], "a-member": ["members-talk", "open-talk"],
            "an-observer": ["open-talk"],
        ]
        for (member, sessions) in seen {
            let list = try demo.halqa(
                "--as", member, "list", "sessions", "--columns", "id", "--where", "id~-talk", "--sort", "id",
                "--format", "csv")
            let listed = list.output.split(whereSeparator: \.isNewline).map(String.init)
            #expect(listed.filter { $0.hasSuffix("-talk") } == sessions, "\(member): \(list.text)")
            for id in ["open-talk", "members-talk", "closed-talk", "draft-talk"] {
                let shown = try demo.halqa("--as", member, "show", "session", id)
                #expect(shown.exitCode == (sessions.contains(id) ? 0 : 66), "\(member), \(id)")
            }
        }
    }

    @Test(arguments: ["closed-talk", "draft-talk", "gcm-talk-2023-09"])
    func `a hidden record answers as one that does not exist`(id: String) throws {
        let demo = try community()
        let missing = String(repeating: "x", count: id.count)
        for command in [
            ["show", "session", "ID"], ["list", "agenda_items", "--where", "session=ID"],
            ["run", "script.lua", "session=ID"],
        ] {
            try demo.folder.file(
                "script.lua",
                """
                return report {
                  params = { session = { type = "session" } },
                  run = function(community, params) return params.session.title end,
                }
                """)
            func call(_ id: String) throws -> Command {
                try demo.halqa(["--as", "an-observer"] + command.map { $0.replacing("ID", with: id) })
            }
            let (hidden, none) = (try call(id), try call(missing))
            #expect(hidden.exitCode == none.exitCode && hidden.exitCode != 0)
            #expect(hidden.text.replacing(id, with: missing) == none.text)
        }
    }

    @Test func `a member who is not active may see nothing`() throws {
        let demo = try community()
        try demo.folder.file("script.lua", "return function() return 1 end")
        for command in [
            ["list", "organizations"], ["run", "script.lua"], ["runs", "list"], ["show", "member", "gone"],
        ] {
            let call = try demo.halqa(["--as", "gone"] + command)
            #expect(call.exitCode == 77)
            #expect(call.errors.hasPrefix("halqa: the member 'gone' is not active"))
            #expect(call.output.isEmpty)
        }
    }

    @Test(arguments: [["backup", "copy.db"], ["restore", "copy.db"], ["doctor"], ["init", "new"]])
    func `what is the operator's is refused to an admin by name`(command: [String]) throws {
        let demo = try community()
        let call = try demo.halqa(["--as", "an-admin"] + command)
        #expect(call.exitCode == 77)
        #expect(call.errors.hasSuffix("is the operator's; leave --as out\n"), "\(call.errors)")
        #expect(try !demo.folder.names.contains("copy.db") && !demo.folder.names.contains("new"))
    }

    @Test(arguments: ["show", "undo"])
    func `a commit of which nothing may be seen is none, also to colleagues`(command: String) throws {
        let demo = try community()
        #expect(
            try demo.halqa(
                "add", "member", "id=mod", "name=Mod", "organization=jor", "role=moderator", "--yes"
            )
            .exitCode == 0)
        let add = try demo.halqa(
            "--as", "mod", "add", "session", "id=hidden", "title=H", "kind=talk", "confidentiality=closed",
            "--yes")
        #expect(add.exitCode == 0, "\(add.errors)")
        let number = try demo.store.snapshot().commit
        let call = try demo.halqa(
            ["--as", "focal-jor", "changes", command, "\(number)"] + (command == "undo" ? ["--dry-run"] : []))
        #expect(call.exitCode == 66 && call.output.isEmpty, "\(call.text)")
        #expect(call.errors.hasPrefix("halqa: there is no commit \(number)"), "\(call.errors)")
    }

    @Test func `no member can be taken for the operator`() throws {
        let demo = try DemoFolder()
        #expect {
            try demo.store.apply(
                ChangeSet(
                    [
                        .create(
                            entity: "member", id: "operator",
                            fields: [
                                "name": .text("x"), "role": .text("observer"),
                                "organization": .reference("jor"),
                            ])
                    ], origin: ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0))
                ))
        } throws: { error in
            "\(error)".contains("choose another identifier")
        }
    }
}
