import Community
import Documents
import Testing

@testable import Scripting

@Suite(.community) struct TableTests {
    private func table(_ options: String) throws -> Script {
        try Script(Script.body("return document():table { \(options) }"))
    }

    /// What stands in the table, a line for each group, row and subtotal.
    private func lines(_ script: Script) -> [String] {
        script.parts.flatMap { part -> [String] in
            switch part {
            case .group(let cell): ["# \(cell.plainText)"]
            case .rows(let rows): rows.map { $0.cells.map(\.plainText).joined(separator: " | ") }
            case .subtotal(let cells): ["= " + cells.map(\.plainText).joined(separator: " | ")]
            case .endTable(let footer):
                (footer.totals.map { ["== " + $0.map(\.plainText).joined(separator: " | ")] } ?? [])
                    + footer.notes
            default: []
            }
        }
    }

    @Test(arguments: [
        #"community.action_items:where("progress", except(none)):sort("title")"#,
        #"community.action_items:where("progress", except(none)):sort("title"):limit(9)"#,
        #"community.action_items:where("progress", except(none)):sort("status", "title"):list()"#,
    ])
    func `rows come together under what they have in common, with totals`(rows: String) throws {
        let script = try table(
            """
            rows = \(rows), group_by = "status", totals = { progress = "average" },
            columns = { "title", "progress", { function(item) return item.progress end, title = "Sum", total = "sum" } }
            """)
        let found = lines(script)
        #expect(Set(found.filter { $0.hasPrefix("# ") }) == ["# Done", "# In progress", "# Open"])
        let open = try #require(found.firstIndex(of: "# Open"))
        #expect(
            found[open...].dropFirst().prefix(3) == [
                found[open + 1], found[open + 2], "= Subtotal | 30.0 | 60",
            ])
        #expect(found.suffix(2) == ["== Total | 55.0 | 220", "In the totals – Progress: Average."])
        #expect(script.columns.map(\.title) == ["Title", "Progress", "Sum"])
    }

    @Test func `groups and lists have totals too`() throws {
        #expect(
            lines(
                try table(
                    #"rows = community.action_items:group("status"):count(), totals = { count = "sum" }"#)
            ).last
                == "== Total | 5")
        let rows = #"{ { kind = "b", n = 1 }, { kind = "a", n = 2.5 }, { kind = "b", n = 3 } }"#
        #expect(
            lines(
                try table(#"rows = \#(rows), columns = { "n" }, group_by = "kind", totals = { n = "max" }"#))
                == [
                    "# b", "1", "3", "= 3", "# a", "2.5", "= 2.5", "== 3", "In the totals – n: Greatest.",
                ])
    }

    @Test(
        arguments: [
            ("1e308, 1e308", 1e308, nil), ("1e308, 1e308, -1e308, 0", 2.5e307, 1e308),
            ("1e-300, 3e-300", 2e-300, 4e-300),
            ("-1e308, -1e308", -1e308, nil), ("1e308, 1e308, 1", 1e308 / 3 * 2, nil),
        ] as [(String, Double, Double?)])
    func `totals of the largest and the smallest numbers are right`(
        numbers: String, average: Double, sum: Double?
    ) throws {
        let rows =
            "rows = { " + numbers.split(separator: ",").map { "{ n = \($0) }" }.joined(separator: ", ") + " }"
        let footers = try ["average", "sum"].map { kind in
            try table("\(rows), totals = { n = '\(kind)' }").parts.compactMap { part -> [Cell]? in
                if case .endTable(let footer) = part { footer.totals } else { nil }
            }
        }
        #expect(footers[0] == [[.number(average)]])
        #expect(footers[1] == [[sum.map { .number($0) } ?? .empty]])
    }

    @Test func `rules say what stands out`() throws {
        let script = try table(
            """
            rows = community.action_items:where("due", except(none)):sort("due"):limit(2),
            columns = {
                "title",
                { "due", highlight = function(due, item) return due < date "2024-04-01" and item.status == "done" and "success" end },
            },
            highlight = function(item) if item.status ~= "done" then return "danger" end end
            """)
        let rows = script.parts.flatMap { if case .rows(let rows) = $0 { rows } else { [] as [TableRow] } }
        #expect(rows.map(\.highlight) == [nil, .danger])
        #expect(rows.map(\.cellHighlights) == [[1: .success], [:]])
    }

    @Test func `a column of addresses or of small lines says so`() throws {
        let script = try table(
            #"""
            rows = { { url = "https://a.example", trend = { 1, 2 } } },
            columns = { { "url", link = true }, { "trend", type = "sparkline" } }
            """#)
        #expect(script.columns.map(\.type) == [.link, .sparkline])
    }

    @Test(arguments: [
        (
            #"rows = community.members, columns = { "name" }, totals = { nam = "sum" }"#,
            "the table has totals of 'nam', which is none of its columns; did you mean 'name'?"
        ),
        (
            #"rows = community.members, columns = { "name" }, totals = { name = "total" }"#,
            "'total' of the totals of the table is no total; there are sum, average, count, min, max"
        ),
        (
            #"rows = community.members:where("name", "Administrator"), columns = { { "name", total = "sum" } }"#,
            "row 1, 'Name' is Administrator, where the sum needs numbers"
        ),
        (
            #"rows = community.action_items, group_by = "owners""#,
            "the rows of the table cannot come under 'owners', of which a record may have several"
        ),
        (
            #"rows = community.members, highlight = function() return "dangr" end"#,
            "the highlight of the table is 'dangr'; there are danger, warning, success, muted; did you mean 'danger'?"
        ),
        (
            #"rows = community.members, highlight = "danger""#,
            "'highlight' of the table must be a function, and is a string"
        ),
    ])
    func `a mistake is told`(options: String, message: String) throws {
        let failure = try Script.failure(Script.body("return document():table { \(options) }"))
        #expect(
            failure?.description.split(separator: "\n").first?.contains(message) == true, "\(failure as Any)")
    }
}
