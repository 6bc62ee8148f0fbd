import Community
import Documents
import Testing

@testable import Scripting

@Suite(.community) struct ProvenanceTests {
    /// What the document says of its provenance, at its head and in a part of its own.
    private func provenance(_ script: Script) -> [Provenance] {
        script.parts.compactMap {
            switch $0 {
            case .begin(let header): header.provenance
            case .provenance(let provenance): provenance
            default: nil
            }
        }
    }

    @Test(
        arguments: [
            ("community.organizations", .open), ("community.action_items:where('due', none)", .members),
            ("community.action_items:where('due', before(date '2024-05-02'))", .closed),
            ("community.practices:where('title', 'Case management')", .open), ("community.members", .members),
            // What a text is made of.
            ("community.sessions:where('confidentiality', 'closed'):first().title", .closed),
            ("document():text(community.agenda_items:first().title)", .closed),
            ("community.progress_reports", .closed),
            // What is only named.
            ("document():table { rows = community.practices, columns = { 'title', 'contact' } }", .members),
            ("1", .open),
        ] as [(String, Confidentiality)])
    func `the most confidential record says how confidential the document is`(
        expression: String, expected: Confidentiality
    ) throws {
        let script = try Script("return function(community) return \(expression) end")
        #expect(provenance(script) == [Provenance(confidentiality: expected)])
    }

    @Test func `what comes late is told at the end`() throws {
        let script = try Script(
            """
            return function(community)
                local doc = document()
                for i = 1, 300 do doc:text "x" end
                return doc:table { rows = community.action_items }
            end
            """)
        #expect(
            provenance(script) == [Provenance(confidentiality: .open), Provenance(confidentiality: .closed)])
        #expect(script.parts.suffix(2) == [.provenance(Provenance(confidentiality: .closed)), .end])
    }

    @Test func `rows name the records behind them when asked`() throws {
        let source = """
            return function(community)
                local doc = document()
                doc:table { rows = community.action_items:where("due", except(none)):sort("due"):limit(2), columns = { "due" }, totals = { due = "min" } }
                doc:table { rows = community.action_items:group("status"):count() }
                doc:table { rows = { { who = community.organizations:where("name", "Jordan"):first(), n = 1 } } }
                doc:chart { kind = "timeline", rows = community.action_items, ends = "due" }
                return doc
            end
            """
        let script = try Script(source, provenance: true)
        #expect(
            script.columns.filter { $0.name == "records" }.map(\.title) == ["Records", "Records", "Records"])
        #expect(
            script.rows.compactMap(\.last) == [
                .list([.text("a-3")]), .list([.text("a-1")]), .list([.text("a-4")]), .list([.text("a-3")]),
                .list([.text("a-2")]), .list([.text("a-1"), .text("a-5")]), .list([.text("jor")]),
            ])
        #expect(script.timelines.count == 1)
        #expect(provenance(script).map(\.confidentiality) == [.closed])
        #expect(provenance(script).allSatisfy { $0.commit != nil })
        #expect(try Script(source).columns.allSatisfy { $0.name != "records" })
    }

    @Test(arguments: [("ar", "السجلات"), ("fr", "Enregistrements")])
    func `the column is called as the language has it`(language: String, title: String) throws {
        let script = try Script(
            "return function(community) return community.organizations end", language: language,
            provenance: true)
        #expect(script.columns.last == Column(name: "records", title: title, type: .list))
    }
}
