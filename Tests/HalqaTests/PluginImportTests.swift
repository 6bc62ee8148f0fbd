import Foundation
import Testing

/// Imports of installed plugins.
struct PluginImportTests {
    private static func plugin(_ propose: String) -> [String: String] {
        [
            "plugin.toml": """
            [plugin]
            id = "lists"
            name = { en = "Lists" }
            version = "1.2.0"
            api = "1"
            [needs]
            read = ["organizations", "action_items"]
            \(propose)
            """,
            "transforms/items.lua": """
            return transform {
              title = { en = "Items" },
              input = { format = "csv", columns = { id = "text", owner = "organization" } },
              row = function(_, row)
                return upsert.action_item { id = row.id, title = row.id, owners = { row.owner } }
              end,
            }
            """,
            "rules/titles.lua": """
            return rule {
              title = { en = "Titles" },
              on = "action_item.create",
              check = function(_, change)
                if change.after.id == "bad" then return reject "it is bad" end
                if change.after.id == "odd" then return warn "it is odd" end
              end,
            }
            """,
        ]
    }

    @Test func `a plugin proposes what it was granted, its rules look at it, and the log names it`() throws {
        let demo = try DemoFolder()
        for (path, text) in Self.plugin("propose = [\"action_items\"]") {
            let file = URL(filePath: demo.path + "/lists/" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try demo.folder.file("items.csv", "id,owner\none,jor\nodd,lbn\n")
        let installed = try demo.halqa(
            "plugin", "install", "lists", "--grant", "read organizations", "--grant", "read action_items")
        #expect(installed.exitCode == 0, "\(installed.text)")
        let refused = try demo.halqa("import", "lists/items", "items.csv", "--yes")
        #expect(refused.exitCode == 77, "\(refused.text)")
        #expect(
            refused.errors.contains(
                "lists has not been granted 'propose action_items'; an admin can grant it"))
        try #require(demo.halqa("plugin", "grant", "lists", "propose action_items").exitCode == 0)
        let imported = try demo.halqa("import", "lists/items", "items.csv", "--yes")
        #expect(imported.exitCode == 0, "\(imported.text)")
        #expect(imported.errors.contains("warning: lists/titles: action_item 'odd': it is odd"))
        let log = try demo.halqa("changes", "list", "--plugin", "lists", "--format", "csv").output
        #expect(log.contains(",operator,import,lists 1.2.0,,2"), "\(log)")
        try demo.folder.file("items.csv", "id,owner\ntwo,jor\nbad,lbn\n")
        let rejected = try demo.halqa("import", "lists/items", "items.csv", "--yes")
        #expect(
            rejected.exitCode == 65
                && rejected.errors.contains("lists/titles refuses action_item 'bad': it is bad"),
            "\(rejected.text)")
        #expect(try demo.halqa("show", "action_item", "two").exitCode == 66)
    }

    @Test(arguments: [
        ("focal_point", 0, "1 record written"),
        ("moderator", 77, "no plugin may propose one above 'focal_point'"),
        ("admin", 77, "give it by hand: halqa edit member new role=admin"),
    ])
    func `a plugin makes nobody a moderator, whoever runs its import`(
        role: String, code: Int32, message: String
    ) throws {
        let demo = try DemoFolder()
        let plugin = try PluginFiles(
            in: demo.folder, more: "[needs]\nread = [\"members\"]\npropose = [\"members\"]\n",
            files: [
                "transforms/people.lua": """
                return transform {
                  input = { format = "csv", columns = { id = "text", role = "text" } },
                  row = function(_, row)
                    return create.member { id = row.id, name = "N", organization = "jor", role = row.role }
                  end,
                }
                """
            ])
        try #require(demo.halqa("plugin", "install", plugin.path, "--yes").exitCode == 0)
        try demo.folder.file("people.csv", "id,role\nnew,\(role)\n")
        let imported = try demo.halqa("import", "tally/people", "people.csv", "--yes")
        #expect(imported.exitCode == code, "\(imported.text)")
        #expect(imported.errors.contains(message), "\(imported.text)")
        #expect(try demo.halqa("show", "member", "new").exitCode == (code == 0 ? 0 : 66))
    }

    @Test func `a plugin that is on for one organization touches its records only`() throws {
        let demo = try DemoFolder()
        for (path, text) in Self.plugin("propose = [\"action_items\"]") where !path.hasPrefix("rules") {
            let file = URL(filePath: demo.path + "/lists/" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let installed = try demo.halqa("plugin", "install", "lists", "--yes", "--organization", "jor")
        #expect(installed.exitCode == 0, "\(installed.text)")
        try demo.folder.file("items.csv", "id,owner\none,jor\n")
        let own = try demo.halqa("import", "lists/items", "items.csv", "--yes")
        #expect(own.exitCode == 0, "\(own.text)")
        try demo.folder.file("items.csv", "id,owner\none,lbn\n")
        let other = try demo.halqa("import", "lists/items", "items.csv", "--yes")
        #expect(other.exitCode == 77)
        #expect(
            other.errors.contains("lists is on for jor alone, and the action_item 'one' is not theirs"),
            "\(other.text)")
    }
}
