import Foundation
import Store
import Testing

/// Rules of installed plugins, asked whenever somebody writes.
struct RuleTests {
    private static let rule = """
        return rule {
          title = "Progress",
          on = { "action_item.create", "action_item.update", "action_item.delete" },
          check = function(community, change)
            local item = change.after
            if not item then return warn("%s goes", change.before.title) end
            if item.progress == 1 then error "broken" end
            if item.progress == 100 and item.status ~= "done" then return reject("%d percent, and not done", item.progress) end
            if item.owners:count() == 0 then return warn "nobody's" end
          end,
        }
        """

    private func demo(_ rule: String = rule, _ options: String...) throws -> DemoFolder {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            "strict", in: demo.folder,
            more: "[needs]\nread = [\"action_items\", \"organizations\", \"progress_reports\"]\n",
            files: ["rules/progress.lua": rule])
        let installed = try demo.halqa(["plugin", "install", files.path, "--yes"] + options)
        #expect(installed.exitCode == 0, "\(installed.errors)")
        return demo
    }

    @Test func `warnings are shown and kept, and who says --yes goes past them`() throws {
        let demo = try demo()
        let arguments = ["add", "action_item", "id=law", "title=Review the law"]
        let dry = try demo.halqa(arguments + ["--dry-run"])
        #expect(dry.exitCode == 0, "\(dry.errors)")
        #expect(
            dry.errors == "warning: strict/progress: action_item 'law': nobody's\nNothing was written.\n")
        let asked = try demo.halqa(arguments)
        #expect(asked.exitCode == 64 && asked.errors.contains("warning: strict/progress"))
        #expect(try demo.store.snapshot().commit == 1)
        let added = try demo.halqa(arguments + ["--yes"])
        #expect(added.exitCode == 0, "\(added.errors)")
        #expect(
            added.errors.contains("Going past the warnings, by --yes; they are kept with the change.\n"))
        let shown = try demo.halqa("changes", "show", "2").output
        #expect(
            shown.contains("warning gone past: strict/progress: action_item 'law': nobody's\n"), "\(shown)")
        let again = try demo.halqa("runs", "replay", demo.latestRun)
        #expect(again.exitCode == 65 && again.errors.contains("asked rules about a change"), "\(again.text)")
        let undone = try demo.halqa("changes", "undo", "2", "--yes")
        #expect(undone.errors.contains("warning: strict/progress: action_item 'law': Review the law goes\n"))
    }

    @Test func `a change that a rule refuses is not made, by whichever command`() throws {
        let demo = try demo()
        let refusal = """
            halqa: strict/progress refuses action_item 'workplan-2': 100 percent, and not done
            nothing was written

            """
        let edited = try demo.halqa("edit", "action_item", "workplan-2", "progress=100", "--yes")
        #expect(edited.exitCode == 65 && edited.errors == refusal, "\(edited.text)")
        #expect(edited.output.hasPrefix("~ action_item workplan-2\n"))
        let dry = try demo.halqa("edit", "action_item", "workplan-2", "progress=100", "--dry-run")
        #expect(dry.exitCode == 65 && dry.errors == refusal)
        #expect(try demo.store.snapshot().commit == 1)
        let done = try demo.halqa(
            "edit", "action_item", "workplan-2", "progress=100", "status=done", "--yes")
        #expect(done.exitCode == 0 && done.errors.hasPrefix("Commit 2;"), "\(done.errors)")
        let back = try demo.halqa("edit", "action_item", "workplan-2", "status=open", "--yes")
        #expect(back.exitCode == 65)
    }

    @Test func `a rule that fails is told of, counts for the plugin, and is switched off in the end`() throws
    {
        let demo = try demo()
        for number in 1...5 {
            let call = try demo.halqa("add", "action_item", "title=x", "owners=jor", "progress=1", "--yes")
            #expect(call.exitCode == 0, "\(call.errors)")
            #expect(
                call.errors.contains(
                    "warning: strict/progress: it failed, and was not asked to its end: strict/rules/progress.lua:7"
                ), "\(call.errors)")
            #expect(call.errors.contains("the plugin strict was switched off") == (number == 5))
        }
        #expect(try demo.store.pluginHealth("strict").failures == 5)
        let free = try demo.halqa("edit", "action_item", "workplan-2", "progress=100", "--yes")
        #expect(free.exitCode == 0, "\(free.errors)")
    }

    @Test func `a plugin of one organization looks at what its people do, and nobody else's`() throws {
        let demo = try demo(Self.rule, "--organization", "jor")
        let edited = try demo.halqa("edit", "action_item", "workplan-2", "progress=100", "--yes")
        #expect(edited.errors.hasPrefix("Commit"), "\(edited.errors)")
        let rule = """
            return rule { title = "All", on = { "progress_report.create" },
              check = function(community, change) return reject("progress %s", change.action) end }
            """
        let jordan = try self.demo(rule, "--organization", "jor")
        let item = try jordan.halqa(
            "add", "action_item", "id=theirs", "title=Theirs", "owners=jor,lbn", "--yes")
        #expect(item.exitCode == 0, "\(item.errors)")
        for (member, exitCode) in [("focal-jor", 65), ("focal-lbn", 0)] as [(String, Int32)] {
            let report = try jordan.halqa(
                "--as", member, "add", "progress_report", "action_item=theirs", "by=\(member)",
                "at=2025-01-31T10:00Z", "achievement=Much", "--yes")
            #expect(report.exitCode == exitCode, "\(report.text)")
        }
    }

    @Test func `without plugins rules are not asked, which is kept with the change`() throws {
        let demo = try demo()
        let call = try demo.halqa(
            "--no-plugins", "edit", "action_item", "workplan-2", "progress=100", "--yes")
        #expect(call.exitCode == 0, "\(call.errors)")
        #expect(
            try demo.halqa("changes", "show", "2").output.contains(
                "warning gone past: strict/progress: it was not asked, because plugins are off by --no-plugins\n"
            ))
    }
}
