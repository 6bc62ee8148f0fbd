import Foundation
import Testing

/// Imports through a plugin that is on for one organization alone, whose file has records that refer to each other.
struct OrganizationImportTests {
    private static let transform = """
        return transform {
          title = { en = "Items with a report" },
          input = { format = "csv", columns = { item = "text", owner = "text?" } },
          row = function(_, row)
            local report = create.progress_report {
              id = "r-" .. row.item, action_item = row.item, at = instant "2025-01-05T10:00Z" }
            if not row.owner then return report end
            return { report, create.action_item { id = row.item, title = row.item, owners = row.owner } }
          end,
        }
        """

    @Test func `a record may refer to one that the same file makes, if that is theirs`() throws {
        let demo = try DemoFolder()
        let plugin = try PluginFiles(
            in: demo.folder,
            more: "[needs]\npropose = [\"action_items\", \"progress_reports\"]\n",
            files: ["transforms/items.lua": Self.transform])
        let installed = try demo.halqa("plugin", "install", plugin.path, "--yes", "--organization", "jor")
        try #require(installed.exitCode == 0, "\(installed.text)")
        let foreign = try demo.halqa("add", "action_item", "id=foreign", "title=F", "owners=lbn", "--yes")
        try #require(foreign.exitCode == 0, "\(foreign.text)")
        let cases: [(rows: String, stranger: String?)] = [
            ("one,jor\ntwo,jor\n", nil), ("three,jor\nfour,lbn\n", "the action_item 'four'"),
            ("five,jor\nforeign,\n", "the progress_report 'r-foreign'"),
        ]
        for (rows, stranger) in cases {
            try demo.folder.file("items.csv", "item,owner\n\(rows)")
            let imported = try demo.halqa("import", "tally/items", "items.csv", "--yes")
            guard let stranger else {
                #expect(imported.exitCode == 0, "\(rows): \(imported.text)")
                continue
            }
            #expect(imported.exitCode == 77, "\(rows): \(imported.text)")
            #expect(
                imported.errors.contains("\(stranger) is not theirs; nothing was written"), "\(imported.text)"
            )
        }
        #expect(try demo.halqa("show", "progress_report", "r-two").exitCode == 0)
        #expect(try demo.halqa("show", "action_item", "five").exitCode == 66)
    }
}
