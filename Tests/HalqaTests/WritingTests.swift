import Community
import Foundation
import Store
import Testing

/// `add`, `edit`, `delete`, `changes` and `erase`, as people type them.
struct WritingTests {
    private static let item = ["add", "action_item", "id=law", "title=Review the law", "owners=jor"]

    @Test func `a record is added, edited and deleted, and each is taken back`() throws {
        let demo = try DemoFolder()
        let added = try demo.halqa(Self.item + ["title.ar=مراجعة القانون", "due=2025-06-30", "--yes"])
        #expect(added.exitCode == 0, "\(added.errors)")
        #expect(
            added.output == """
                + action_item law
                  + kind: task
                  + title.ar: مراجعة القانون
                  + title.en: Review the law
                  + owners: jor
                  + status: open
                  + due: 2025-06-30

                """)
        #expect(added.errors == "Commit 2; 'halqa changes undo 2' takes it back.\n")
        try demo.folder.file("remarks.txt", "First line\nSecond line\n")
        let edited = try demo.halqa(
            "edit", "action_item", "law", "status=done", "tags+=urgent,late", "owners+=Lebanon", "due=",
            "remarks.fr=@remarks.txt", "title.fr=Revoir la loi", "--yes")
        #expect(
            edited.output == """
                ~ action_item law
                  title.fr: – → Revoir la loi
                  owners: + lbn
                  status: open → done
                  due: 2025-06-30 → –
                  remarks.fr:
                    + First line
                    + Second line
                  tags: – → urgent, late

                """, "\(edited.text)")
        let shown = try demo.halqa("changes", "show", "3")
        #expect(shown.output.hasPrefix("commit 3, ") && shown.output.contains("by operator with 'edit'\n"))
        #expect(shown.output.hasSuffix(edited.output))
        #expect(try demo.halqa("changes", "undo", "3", "--yes").exitCode == 0)
        #expect(try demo.halqa("delete", "action_item", "Review the law", "--yes").exitCode == 0)
        #expect(try demo.halqa("show", "action_item", "law").exitCode == 66)
        let restored = try demo.halqa("changes", "undo", "5", "--yes")
        #expect(restored.output == added.output, "\(restored.text)")
        let history = try demo.halqa("show", "action_item", "law", "--history")
        #expect(
            history.output.split(separator: "\n").filter { $0.hasPrefix("commit ") }.map { $0.prefix(8) }
                == ["commit 6", "commit 5", "commit 4", "commit 3", "commit 2"])
        let list = try demo.halqa(
            "changes", "list", "--entity", "action_items", "--record", "law", "--format", "csv", "--limit",
            "2")
        #expect(list.output.contains(",operator,changes undo,,5,1\r\n"), "\(list.output)")
    }

    @Test func `nothing is written without a word where nobody can be asked`() throws {
        let demo = try DemoFolder()
        let asked = try demo.halqa(Self.item)
        #expect(asked.exitCode == 64)
        #expect(asked.output.hasPrefix("+ action_item law\n"))
        #expect(
            asked.errors
                == "halqa: nothing was written: there is nobody to ask here. To write it: halqa add action_item id=law 'title=Review the law' owners=jor --yes\n"
        )
        let dry = try demo.halqa(Self.item + ["--dry-run"])
        #expect(dry.exitCode == 0 && dry.output == asked.output)
        #expect(try demo.store.snapshot().commit == 1)
        let erase = try demo.halqa("erase", "focal-jor")
        #expect(erase.exitCode == 64 && erase.errors.contains("halqa erase focal-jor --yes"))
    }

    @Test(arguments: [
        (["add", "acton_item", "--yes"], 64, "there is no entity 'acton_item'; did you mean 'action_item'?"),
        (["add", "action_item", "titel=x", "--yes"], 64, "did you mean 'title'?"),
        (["add", "action_item", "--yes"], 65, "has no 'title', which every action_item must have"),
        (["add", "action_item", "title", "--yes"], 64, "'title' gives no field a value; write name=value"),
        (["add", "action_item", "title=x", "due=soon", "--yes"], 64, "in 'due=soon': 'soon' is not a date"),
        (
            ["add", "action_item", "title=x", "owners=nowhere", "--yes"], 66,
            "there is no organization 'nowhere'"
        ),
        (["add", "action_item", "title=x", "children=x", "--yes"], 64, "the other side of a reference"),
        (["add", "action_item", "title=x", "due+=x", "--yes"], 64, "'due' of action_item is no list"),
        (
            ["add", "action_item", "title=@no-such-file", "--yes"], 66,
            "the file 'no-such-file' cannot be read"
        ),
        (["add", "action_item", "title.x1=y", "--yes"], 64, "is not the code of a language"),
        (["add", "organization", "id=jor", "name=x", "kind=state", "--yes"], 65, "'jor' is taken"),
        (
            ["edit", "action_item", "nothing", "status=done", "--yes"], 66,
            "there is no action_item 'nothing'"
        ),
        (["edit", "organization", "jor", "id=x", "--yes"], 65, "an identifier is for good"),
        (["edit", "organization", "jor"], 64, "choose an editor with $VISUAL or $EDITOR"),
        (["edit", "organization", "jor", "languages-=xx", "--yes"], 65, "'languages' has no 'xx'"),
        (["delete", "organization", "jor", "--yes"], 65, "cannot be deleted: it is still the"),
        (["delete", "organization", "jor", "--yes", "--dry-run"], 64, "take one"),
        (["changes", "undo", "99", "--yes"], 66, "there is no commit 99"),
        (["changes", "show", "99"], 66, "there is no commit 99"),
        (["changes", "show", "x"], 64, "is invalid"),
        (["changes", "lst"], 64, "there is no command 'lst'; did you mean 'list'?"),
        (["changes", "list", "--record", "x"], 64, "--record needs --entity"),
        (
            ["changes", "list", "--entity", "action_items", "--record", "x"], 66,
            "there is no action_item 'x'"
        ),
        (["changes", "list", "--since", "soon"], 64, "'soon' is not a time"),
        (["--as", "focal-jor", "changes", "undo", "1", "--yes"], 66, "there is no commit 1"),
        (["--as", "focal-jor", "erase", "focal-lbn", "--yes"], 77, "only an administrator"),
        (
            ["--as", "focal-jor", "edit", "organization", "jor", "country=X", "--yes"], 77,
            "you may not change organizations; ask a moderator"
        ),
        (["erase", "nobody"], 66, "there is no member 'nobody', and was none"),
        (["erase", "nobody", "--yes"], 66, "there is no member 'nobody', and was none"),
    ])
    func `a mistake is a sentence, and nothing is written`(arguments: [String], code: Int32, message: String)
        throws
    {
        let demo = try DemoFolder()
        let call = try demo.halqa(arguments)
        #expect(call.exitCode == code, "\(call.text)")
        #expect(call.errors.hasPrefix("halqa: ") && call.errors.contains(message), "\(call.errors)")
        #expect(try demo.store.snapshot().commit == 1)
    }

    /// An editor that runs a command of sed on the file.
    private func editing(_ demo: DemoFolder, _ sed: String, _ arguments: String...) throws -> Command {
        try Command(
            ["edit", "organization", "jor", "--yes"] + arguments, in: demo.folder,
            environment: ["EDITOR": "sed -i '\(sed)'", "TMPDIR": demo.path])
    }

    @Test(arguments: ["", "   ", "\u{00A0}\t"])
    func `a name of blanks is none`(name: String) throws {
        let call = try DemoFolder().halqa("add", "organization", "kind=ngo", "name=\(name)", "--yes")
        #expect(call.exitCode == 65 && call.errors.contains("has no 'name'"), "\(call.errors)")
    }

    @Test func `an editor gets the record as text, and what it changes is written`() throws {
        let demo = try DemoFolder()
        let edited = try editing(demo, #"s/^name.en = .*/name.en = "The \\"Kingdom\\""/; /^weekend/d"#)
        #expect(edited.exitCode == 0, "\(edited.errors)")
        #expect(edited.output.contains("name.en: Jordan → The \"Kingdom\""), "\(edited.output)")
        #expect(edited.output.contains("weekend: "))
        let same = try editing(demo, "s/x/x/")
        #expect(same.exitCode == 0 && same.errors == "Nothing was changed.\n" && same.output.isEmpty)
        for (sed, message) in [
            (#"s/^name.en/nme.en/"#, "'nme' is not a field of organization; did you mean 'name'?"),
            (#"s/^kind = .*/kind = "planet"/"#, "'kind': 'planet' is not one of state"),
            (#"s/^kind = .*/kind = /"#, "this is not TOML"), ("/^kind/d", "has no 'kind'"),
        ] {
            let wrong = try editing(demo, sed)
            #expect(wrong.exitCode == 65 && wrong.errors.contains(message), "\(wrong.errors)")
            let kept = try #require(wrong.errors.firstMatch(of: /kept in '(.*)'/)).output.1
            #expect(FileManager.default.fileExists(atPath: String(kept)))
        }
        #expect(try demo.store.snapshot().commit == 2)
    }

    @Test func `what others change while the editor is open is kept, or the edit refused`() throws {
        let demo = try DemoFolder()
        func both(_ mine: String, _ theirs: String) throws -> Command {
            let editor = try demo.folder.file(
                "editor.sh",
                "#!/bin/sh\n'\(Command.program)' edit organization jor '\(theirs)' --yes > other.txt 2>&1\nsed -i '\(mine)' \"$1\"\n"
            )
            return try Command(
                ["edit", "organization", "jor", "--yes"], in: demo.folder,
                environment: ["EDITOR": "/bin/sh \(editor)", "TMPDIR": demo.path])
        }
        let merged = try both(#"s/^country = .*/country = "XXX"/"#, "name.fr=Royaume")
        #expect(merged.exitCode == 0, "\(merged.text)")
        let shown = try demo.halqa("show", "organization", "jor", "--history")
        #expect(shown.output.contains("country: JOR → XXX") && shown.output.contains("→ Royaume"))
        let refused = try both(#"s/^country = .*/country = "YYY"/"#, "country=ZZZ")
        #expect(refused.exitCode == 65)
        #expect(
            refused.errors.contains("'country' was 'XXX', is 'ZZZ' now, and is to be 'YYY'"),
            "\(refused.errors)")
    }

    @Test func `an erased person is told of, and gone from lists and receipts`() throws {
        let demo = try DemoFolder()
        let added = try demo.halqa(
            "add", "member", "id=zephyrine", "name=Zephyrine Q", "organization=jor",
            "email=zephyrine@example.org", "--yes")
        #expect(added.exitCode == 0, "\(added.errors)")
        _ = try demo.halqa("edit", "action_item", "workplan-2", "remarks=Zephyrine Q knows", "--yes")
        _ = try demo.run(returning: "community.members:get(\"zephyrine\").name", "--as", "zephyrine")
        let erased = try demo.halqa("erase", "zephyrine", "--yes")
        #expect(erased.exitCode == 0, "\(erased.errors)")
        #expect(erased.errors.contains("action_item workplan-2: remarks"), "\(erased.errors)")
        #expect(erased.errors.contains("Backups that were made before still hold the person"))
        #expect(!erased.errors.contains("still holds what is erased"), "\(erased.errors)")
        for file in try demo.folder.names where file.hasPrefix("community.db") {
            let bytes = try Data(contentsOf: URL(filePath: demo.path + "/" + file))
            #expect(bytes.range(of: Data("zephyrine@example.org".utf8)) == nil, "\(file)")
        }
        let list = try demo.halqa("list", "members", "--format", "csv")
        #expect(list.output.contains("Erased person") && !list.text.contains("ephyrine"))
        #expect(try !demo.halqa("runs", "list").output.contains("ephyrine"))
        #expect(try !demo.halqa("changes", "show", "2").output.contains("ephyrine"))
        let run = try demo.halqa("runs", "show", demo.latestRun)
        #expect(run.exitCode == 0 && !run.output.contains("ephyrine"), "\(run.text)")
    }

    @Test(arguments: ["Ann Leeward", "Zebedee \"Zeb\" Lee", "\",\" Lee"])
    func `what plugins tell of an erased person goes as well`(name: String) throws {
        let demo = try DemoFolder()
        let failing = """
            return report {
              title = "All",
              params = { m = { type = "member" } },
              run = function(community, params) error(params.m.name .. " " .. params.m.id) end,
            }
            """
        let warning = """
            return rule {
              title = "All", on = { "member.create" },
              check = function(community, change) return warn("%s is new", change.after.name) end,
            }
            """
        let files = try PluginFiles(
            "er", in: demo.folder, more: PluginFiles.needs,
            files: ["reports/all.lua": failing, "rules/new.lua": warning])
        for call in [
            ["plugin", "install", files.path, "--yes"],
            ["add", "member", "id=ann-lee", "name=\(name)", "organization=jor", "role=admin", "--yes"],
            ["plugin", "disable", "er", "--as", "ann-lee"], ["plugin", "enable", "er", "--as", "ann-lee"],
        ] {
            let done = try demo.halqa(call)
            #expect(done.exitCode == 0, "\(done.errors)")
        }
        #expect(try demo.halqa("run", "er/all", "m=ann-lee").exitCode == 1)
        let run = try demo.latestRun
        func shown() throws -> String {
            try ["plugin show er", "plugin show er --format json", "changes show 2", "runs show \(run)"]
                .map { try demo.halqa($0.components(separatedBy: " ")).text }.joined(separator: "\n")
        }
        #expect(try shown().contains("ann-lee") && shown().contains(name))
        let erased = try demo.halqa("erase", "ann-lee", "--yes")
        #expect(erased.exitCode == 0, "\(erased.errors)")
        let after = try shown()
        #expect(!after.contains("ann-lee") && !after.contains(name), "\(after)")
        #expect(after.contains("Erased person is new"), "\(after)")
    }
}
