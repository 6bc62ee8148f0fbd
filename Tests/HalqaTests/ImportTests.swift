import Community
import Foundation
import Store
import Testing

/// `halqa import`, as people type it.
struct ImportTests {
    /// The example of the API's description, as it stands there.
    static let workplan = """
        return transform {
          title = "Quarterly workplan spreadsheet",
          input = {
            format  = { "xlsx", "csv", "json" },
            columns = { ["Activity"] = "text", ["Responsible Agencies"] = "text", ["Progress/Remarks"] = "text?", ["Quarter"] = "quarter?" },
          },
          row = function(community, row)
            return upsert.action_item {
              id      = "wp-" .. slug(row["Activity"]),
              kind    = "activity",
              title   = row["Activity"],
              owners  = community.organizations:find_all(split(row["Responsible Agencies"], "/")),
              due     = row["Quarter"] and row["Quarter"].last_day,
              remarks = row["Progress/Remarks"],
            }
          end,
        }
        """

    static let header = "Activity,Responsible Agencies,Progress/Remarks,Quarter\n"

    static func demo(_ rows: String, script: String = workplan) throws -> DemoFolder {
        let demo = try DemoFolder()
        try demo.folder.file("workplan.lua", script)
        try demo.folder.file("plan.csv", header + rows)
        return demo
    }

    @Test func `a file is imported, and a second time changes nothing`() throws {
        let demo = try Self.demo("Training,Jordan/UNICEF,Begun,Q2 2025\nMapping,Liban,,2025-Q3\n")
        let planned = try demo.halqa("import", "workplan.lua", "plan.csv", "--dry-run")
        #expect(planned.exitCode == 0, "\(planned.errors)")
        #expect(
            planned.output == """
                + action_item wp-training
                  + kind: activity
                  + title.en: Training
                  + owners: jor, unicef
                  + status: open
                  + due: 2025-06-30
                  + remarks.en: Begun
                + action_item wp-mapping
                  + kind: activity
                  + title.en: Mapping
                  + owners: lbn
                  + status: open
                  + due: 2025-09-30
                2 rows · 2 created · 0 updated · 0 deleted · 0 unchanged · 0 rejected

                """)
        #expect(planned.errors == "Nothing was written.\n")
        #expect(try demo.store.snapshot().commit == 1)
        let asked = try demo.halqa("import", "workplan.lua", "plan.csv")
        #expect(asked.exitCode == 64 && asked.output == planned.output)
        #expect(asked.errors.contains("To write it: halqa import workplan.lua plan.csv --yes"))

        let imported = try demo.halqa("import", "workplan.lua", "plan.csv", "--yes")
        #expect(imported.exitCode == 0)
        #expect(imported.errors == "Commit 2: 2 records written; 'halqa changes undo 2' takes it back.\n")
        let shown = try demo.halqa("changes", "show", "2").output
        #expect(shown.hasPrefix("commit 2, ") && shown.contains("by operator with 'import' in run-"))
        let again = try demo.halqa("import", "workplan.lua", "plan.csv", "--yes")
        #expect(again.exitCode == 0 && again.errors == "Nothing has to be changed.\n")
        #expect(try demo.store.snapshot().commit == 2)
        #expect(try demo.store.runs().map(\.outcome) == ["done", "done", "done", "done"])

        try demo.folder.file("plan.csv", Self.header + "Training,Jordan,Done,Q2 2025\n")
        let changed = try demo.halqa("import", "workplan.lua", "plan.csv", "--dry-run")
        #expect(
            changed.output == """
                ~ action_item wp-training
                  owners: - unicef
                  remarks.en: Begun → Done
                1 row · 0 created · 1 updated · 0 deleted · 0 unchanged · 0 rejected

                """)
        #expect(try demo.halqa("changes", "undo", "2", "--yes").exitCode == 0)
        #expect(try demo.halqa("show", "action_item", "wp-training").exitCode == 66)
    }

    private static let bad = """
        Training,Jordan/UNICEFF,Begun,Q2 2025
        Mapping,Lebanon,,2025-Q3
        "Survey, second",Jordan,,Q7
        Too,Jordan,many,Q1 2025,cells

        """

    @Test func `nothing is written while rows are rejected, unless they are skipped`() throws {
        let demo = try Self.demo(Self.bad)
        let refused = try demo.halqa("import", "workplan.lua", "plan.csv", "--yes")
        #expect(refused.exitCode == 65)
        #expect(
            refused.errors
                == "halqa: nothing was written: 3 rows are rejected; correct them, or leave them out with "
                + "--skip-rejected\n")
        #expect(
            refused.output.contains(
                "! row 2, column 'Responsible Agencies' (B2): there is no organization 'UNICEFF'; did you mean 'UNICEF'?\n"
                    + "! row 4, column 'Quarter' (D4): 'Q7' is not a quarter (2024-Q3)\n! row 5: "),
            "\(refused.output)")
        #expect(
            refused.output.hasSuffix(
                "4 rows · 1 created · 0 updated · 0 deleted · 0 unchanged · 3 rejected\n"))
        #expect(try demo.store.snapshot().commit == 1)

        let skipped = try demo.halqa(
            "import", "workplan.lua", "plan.csv", "--yes", "--skip-rejected", "--rejected", "rejected.csv")
        #expect(skipped.exitCode == 0, "\(skipped.errors)")
        #expect(skipped.errors.contains("1 record written, 3 rows left out"))
        let rejected = try demo.folder.text("rejected.csv").replacing("\r\n", with: "\n").replacing(
            "\u{FEFF}", with: "")
        #expect(
            rejected.hasPrefix(
                "Activity,Responsible Agencies,Progress/Remarks,Quarter,Rejected because\n"
                    + "Training,Jordan/UNICEFF,Begun,Q2 2025,\"Responsible Agencies: there is no organization"
            ),
            "\(rejected)")
        #expect(rejected.contains("\n\"Survey, second\",Jordan,,Q7,Quarter: 'Q7' is not a quarter"))
        // Corrected, they are what is missing.
        let corrected = rejected.replacing("UNICEFF", with: "UNICEF").replacing("Q7", with: "Q4 2025")
        try demo.folder.file("rejected.csv", corrected)
        let rest = try demo.halqa("import", "workplan.lua", "rejected.csv", "--yes")
        // The column with the reasons is not one that a transform should know.
        #expect(rest.errors.hasPrefix("Commit 3: 3 records written"), "\(rest.text)")
    }

    /// Transforms that take their time: without a word, while they print, and while changes come one by one. They do so
    /// until they see that others have written, for many times as long as others are kept waiting.
    private static let slow = [
        """
        row = function(community, row)
          work(community, 600000000)
          return create.organization { id = row.id, name = row.id, kind = "other" }
        end,
        """,
        """
        row = function(community, row)
          for _ = 1, 15 do
            work(community, 40000000)
            print "still here"
          end
          return create.organization { id = row.id, name = row.id, kind = "other" }
        end,
        """,
        """
        rows = function(community, rows)
          local count = 0
          return function()
            if count == 600 then return nil end
            count = count + 1
            work(community, 4000000)
            return create.organization { id = "o-" .. count, name = "O", kind = "other" }
          end
        end,
        """,
    ]

    @Test(arguments: slow)
    func `others write while a slow transform runs, and what it makes of the file comes behind`(
        script: String
    ) throws {
        let demo = try Self.demo("")
        try demo.folder.file(
            "slow.lua",
            """
            local function work(community, times)
              if community.practices:where("id", "meanwhile"):count() == 0 then for _ = 1, times do end end
            end
            return transform { input = { format = "csv", columns = { id = "text" } }, \(script) }
            """)
        try demo.folder.file("names.csv", "id\na\nb\nc\nd\n")
        let both = try Command(
            shell: """
                halqa import slow.lua names.csv --yes --time 60s &
                halqa add practice id=meanwhile title=Meanwhile --yes || exit 1
                wait $!
                """, in: demo.folder)
        #expect(both.exitCode == 0, "\(both.text)")
        let log = try demo.halqa("changes", "list", "--format", "csv").output
        let lines = log.split(whereSeparator: \.isNewline)
        #expect(lines.contains { $0.hasPrefix("2,") && $0.contains(",add,") }, "\(log)")
        #expect(lines.contains { $0.hasPrefix("3,") && $0.contains(",import,") }, "\(log)")
    }

    @Test func `what others write while a file is read is seen by the transform before anything is written`()
        throws
    {
        let script = """
            return transform {
              input = { format = "csv", columns = { id = "text" } },
              row = function(community, row)
                local item = community.practices:find(row.id)
                local before = item.title
                if before == "A" then for _ = 1, 2400000000 do end end
                return update.practice { id = row.id, title = before .. " and more" }
              end,
            }
            """
        let demo = try Self.demo("", script: script)
        try demo.folder.file("names.csv", "id\nmeanwhile\n")
        try #require(
            demo.halqa("add", "practice", "id=meanwhile", "title=A", "--yes").exitCode == 0)
        let both = try Command(
            shell: """
                halqa import workplan.lua names.csv --yes --time 60s &
                sleep 0.5
                halqa edit practice meanwhile title=B --yes || exit 1
                wait $!
                """, in: demo.folder)
        #expect(both.exitCode == 0, "\(both.text)")
        let shown = try demo.halqa("show", "practice", "meanwhile").output
        #expect(shown.contains("B and more"), "\(shown)\n\(both.text)")
    }

    @Test func `what the community refuses is told by its row`() throws {
        let script = """
            return transform {
              input = { format = "csv", columns = { id = "text", organization = "text", role = "text?" } },
              row = function(_, row)
                return upsert.member { id = row.id, name = row.id, organization = row.organization, role = row.role }
              end,
            }
            """
        let demo = try Self.demo("", script: script)
        try demo.folder.file(
            "plan.csv",
            "id,organization,role\nada,jor,\nbob,nowhere,\nada,lbn,\nUpper,jor,\neve,jor,emperor\n")
        let refused = try demo.halqa("import", "workplan.lua", "plan.csv", "--dry-run")
        #expect(refused.exitCode == 65)
        let lines = refused.output.split(separator: "\n").filter { $0.hasPrefix("!") }.sorted()
        #expect(lines.count == 4, "\(refused.output)")
        #expect(lines[0].contains("row 3: ") && lines[0].contains("'nowhere'"))
        #expect(lines[1].contains("row 4: member 'ada' is changed twice"))
        #expect(lines[1].hasSuffix(" (row 2 changes the same record)"), "\(lines[1])")
        #expect(lines[2].contains("row 5: 'Upper' cannot be the identifier") || lines[2].contains("Upper"))
        #expect(lines[3].contains("row 6, column 'role' (C6): 'role' of member: 'emperor' is not one of"))
        let skipped = try demo.halqa("import", "workplan.lua", "plan.csv", "--yes", "--skip-rejected")
        #expect(skipped.errors.contains("1 record written"), "\(skipped.text)")
        #expect(try demo.halqa("show", "member", "ada").exitCode == 0)
    }

    @Test func `whoever imports may write no more than with other commands`() throws {
        let demo = try Self.demo("Training,Jordan,Begun,Q2 2025\n")
        let moderators = try demo.store.snapshot()
        var query = Query("member")
        query = query.filtered(["role"], .equals(.text("member")))
        let keys = try moderators.keys(query)
        let member = try #require(
            keys.first.flatMap { try moderators.identifiers(moderators.schema.entity("member"), [$0])[$0] })
        let refused = try demo.halqa("import", "workplan.lua", "plan.csv", "--yes", "--as", member)
        #expect(refused.exitCode == 65, "\(refused.text)")
        #expect(refused.output.contains("! row 2: you may not add action items; ask a moderator"))
    }

    @Test func `JSON and what comes through a pipe are imported as well`() throws {
        let demo = try Self.demo("")
        try demo.folder.file(
            "plan.jsonl",
            #"{"Activity": "One", "Responsible Agencies": "jor", "Quarter": "2025-Q1"}"# + "\n"
                + #"{"Activity": "Two", "Responsible Agencies": "jor"}"# + "\n")
        let lines = try demo.halqa("import", "workplan.lua", "plan.jsonl", "--yes")
        #expect(lines.errors.contains("2 records written"), "\(lines.text)")
        let piped = try Command(
            shell:
                #"printf '[{"Activity": "Three", "Responsible Agencies": "jor"}]' | halqa import workplan.lua - --yes"#,
            in: demo.folder)
        #expect(piped.errors.contains("1 record written"), "\(piped.text)")
    }

    @Test func `a text in another language stays when one is imported`() throws {
        let demo = try Self.demo("Training,Jordan,Begun,Q2 2025\n")
        try #require(demo.halqa("import", "workplan.lua", "plan.csv", "--yes").exitCode == 0)
        try #require(
            demo.halqa("edit", "action_item", "wp-training", "title.ar=تدريب", "--yes").exitCode == 0)
        let again = try demo.halqa("import", "workplan.lua", "plan.csv", "--yes")
        #expect(again.errors == "Nothing has to be changed.\n", "\(again.text)")
        let french = try demo.halqa(
            "import", "workplan.lua", "plan.csv", "--dry-run", "--language", "fr")
        #expect(french.output.contains("  title.fr: – → Training\n"), "\(french.text)")
        #expect(!french.output.contains("title.ar"))
    }

    @Test func `marks below merged headings are read, and a parameter says of which year`() throws {
        let script = """
            return transform {
              params = { year = { type = "integer" } },
              input = {
                format = "xlsx",
                columns = {
                  Activity = "text", ["Progress/Remarks"] = "text?",
                  Q1 = "cells?", Q2 = "cells?", Q3 = "cells?", Q4 = "cells?",
                },
              },
              row = function(_, row, params, number)
                local last
                for index = 1, 4 do
                  if #row["Q" .. index] > 0 then last = quarter(params.year .. "-Q" .. index) end
                end
                if not last then return reject "no quarter is marked" end
                return upsert.action_item {
                  id = "row-" .. number, title = row.Activity, owners = "jor", due = last.last_day,
                  remarks = row["Progress/Remarks"],
                }
              end,
            }
            """
        let demo = try Self.demo("", script: script)
        let fixture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../FormatsTests/Fixtures/workplan.xlsx").standardizedFileURL
        try FileManager.default.copyItem(
            at: fixture, to: URL(filePath: demo.path + "/workplan.xlsx"))
        let imported = try demo.halqa(
            "import", "workplan.lua", "workplan.xlsx", "year=2024", "--yes", "--dry-run")
        #expect(imported.exitCode == 64, "both cannot be: \(imported.text)")
        let planned = try demo.halqa("import", "workplan.lua", "workplan.xlsx", "year=2024", "--dry-run")
        #expect(planned.exitCode == 0, "\(planned.text)")
        #expect(
            planned.output == """
                + action_item row-5
                  + kind: task
                  + title.en: Mapping of good practices
                  + owners: jor
                  + status: open
                  + due: 2024-06-30
                  + remarks.en: Report drafted
                + action_item row-6
                  + kind: task
                  + title.en: Regional review
                  + owners: jor
                  + status: open
                  + due: 2024-09-30
                2 rows · 2 created · 0 updated · 0 deleted · 0 unchanged · 0 rejected

                """)
    }
}
