import Foundation
import Testing

/// `halqa export` of a transform, as users call it.
struct ExportTests {
    private let script = """
        return transform {
          title = "Organizations", output = { format = "csv" },
          params = { kind = { type = "text", default = "state" } },
          run = function(community, params)
            local doc = document()
            doc:table { rows = community.organizations:where("kind", params.kind):sort("id"):limit(2),
                        columns = { { "id", tag = "#org+code" }, { "name", title = "Name", heading = "Who" } } }
            return doc
          end,
        }
        """

    @Test func `an export goes to standard output in its own format, or to a file in that of its ending`()
        throws
    {
        let demo = try DemoFolder()
        try demo.folder.file("states.lua", script)
        let plain = try demo.halqa("export", "states.lua")
        #expect(plain.exitCode == 0 && plain.errors.isEmpty, "\(plain.errors)")
        let lines = plain.output.components(separatedBy: "\r\n")
        #expect(lines.count == 5 && lines[1] == "#org+code,", "\(lines)")
        let json = try demo.halqa("export", "states.lua", "kind=un_agency", "--output", "a.json")
        #expect(json.exitCode == 0 && json.output.isEmpty, "\(json.errors)")
        #expect(try demo.folder.text("a.json").hasPrefix("[\n{\"id\":"))
        #expect(try demo.halqa("export", "states.lua", "--output", "a.xlsx").exitCode == 0)
        #expect(try Data(contentsOf: URL(filePath: demo.path + "/a.xlsx")).prefix(2) == Data("PK".utf8))
        #expect(try demo.halqa("export", "states.lua", "--format", "json", "--output", "b.dat").exitCode == 0)
        #expect(try demo.folder.text("b.dat").hasPrefix("["))
    }

    @Test func `text that looks like a formula comes back from CSV as it was`() throws {
        let demo = try DemoFolder()
        for (id, title) in [
            ("tel", "+962 6 550 2222"), ("sum", "=1+1"), ("quoted", "'-5"), ("dash", "- one"),
        ] {
            let added = try demo.halqa(
                "add", "action_item", "id=\(id)", "title=\(title)", "owners=jor", "--yes")
            try #require(added.exitCode == 0, "\(added.errors)")
        }
        try demo.folder.file(
            "out.lua",
            """
            return transform { output = { format = "csv" }, run = function(community)
              local doc = document()
              doc:table { rows = community.action_items, columns = { "id", "title" } }
              return doc
            end }
            """)
        try demo.folder.file(
            "in.lua",
            """
            return transform { input = { format = "csv", columns = { Identifier = "text", Title = "text" } },
              row = function(_, row) return update.action_item { id = row.Identifier, title = row.Title } end }
            """)
        let written = try demo.halqa("export", "out.lua", "--output", "items.csv")
        #expect(written.exitCode == 0, "\(written.errors)")
        #expect(try demo.folder.text("items.csv").contains("tel,'+962 6 550 2222\r\n"))
        let read = try demo.halqa("import", "in.lua", "items.csv", "--dry-run")
        #expect(
            read.exitCode == 0 && read.output.contains(" 0 updated · 0 deleted · 28 unchanged"),
            "\(read.text)")
    }

    @Test func `a run has a receipt, and is done again`() throws {
        let demo = try DemoFolder()
        try demo.folder.file("states.lua", script)
        #expect(try demo.halqa("export", "states.lua").exitCode == 0)
        let run = try demo.latestRun
        #expect(try demo.halqa("runs", "show", run).output.contains("states.lua"))
        let again = try demo.halqa("runs", "replay", run)
        #expect(again.exitCode == 0, "\(again.text)")
    }

    @Test func `it reads what its viewer may see`() throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "answers.lua",
            "return transform { output = { format = 'json' }, run = function(community) return community.attendance end }"
        )
        let all = try demo.halqa("export", "answers.lua")
        let some = try demo.halqa("--as", "focal-jor", "export", "answers.lua")
        #expect(
            all.exitCode == 0 && some.exitCode == 0 && all.output != some.output, "\(all.text)\(some.text)")
    }

    @Test(arguments: [
        (
            ["export", "report.lua"], 64,
            "report.lua is a report, which `halqa run` runs; `halqa export` runs exports"
        ),
        (
            ["export", "states.lua", "--format", "text"], 64,
            "states.lua gives a table; choose csv, xlsx or json"
        ),
        (
            ["export", "text.lua", "--format", "csv"], 64,
            "text.lua gives text of its own; leave --format out"
        ),
        (
            ["export", "own.lua", "--format", "json"], 64,
            "own.lua gives csv of its own making; leave --format out"
        ),
        (["export", "states.lua", "knd=x"], 64, "the export has no parameter 'knd'; did you mean 'kind'?"),
        (["export", "none/such"], 66, "there is no plugin 'none'"),
        (["export", "error.lua"], 1, "error.lua:1: no"),
    ])
    func `what cannot be exported is said in a sentence, and leaves no file`(
        arguments: [String], exitCode: Int32, message: String
    ) throws {
        let demo = try DemoFolder()
        try demo.folder.file("states.lua", script)
        try demo.folder.file("report.lua", "return report { run = function() return 1 end }")
        try demo.folder.file(
            "text.lua", "return transform { output = { format = 'text' }, run = function() return 'a' end }")
        try demo.folder.file(
            "own.lua", "return transform { output = { format = 'csv' }, run = function() return 'a' end }")
        try demo.folder.file(
            "error.lua", "return transform { output = { format = 'csv' }, run = function() error 'no' end }")
        let call = try demo.halqa(arguments + ["--output", "out.csv"])
        #expect(call.exitCode == exitCode && call.errors.contains(message), "\(call.exitCode) \(call.errors)")
        #expect(try !demo.folder.names.contains { $0.contains("out") || $0.contains("part") })
    }

    @Test func `text is written as it is, whatever the file is called`() throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "text.lua",
            "return transform { output = { format = 'text' }, run = function() return '# a*b*\\n' end }")
        #expect(try demo.halqa("export", "text.lua", "--output", "a.csv").exitCode == 0)
        #expect(try demo.folder.text("a.csv") == "# a*b*\n")
        #expect(try demo.halqa("export", "text.lua").output == "# a*b*\n")
    }
}
