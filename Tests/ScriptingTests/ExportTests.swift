import Community
import Documents
import Foundation
import Testing

@testable import Scripting

/// What exports return, and how it comes out.
@Suite(.community) struct ExportTests {
    private func export(
        _ body: String, format: String = "csv", _ parameters: [String: String] = [:], options: String = "",
        as viewer: String? = nil
    ) throws -> [Part] {
        let source = """
            return transform { title = "T", output = { format = "\(format)" }, \(options) run = function(community, params)
            \(body)
            end }
            """
        let evaluation = try Evaluation(
            Program(name: "script.lua", source: Array(source.utf8)),
            snapshot: TestCommunity.shared.snapshot(as: viewer), now: #require(Script.now),
            zone: #require(Zone("Asia/Beirut")), seed: 1, memory: 64 << 20, log: { _ in })
        var parts: [Part] = []
        try evaluation.export(parameters: parameters) { parts.append($0) }
        return parts
    }

    private func columns(_ parts: [Part]) -> [Column] {
        parts.flatMap { if case .beginTable(let header) = $0 { header.columns } else { [] as [Column] } }
    }

    @Test(arguments: [
        "return community.organizations",
        "return community.organizations:list()",
        "local doc = document() doc:table { rows = community.organizations } return doc",
        "return community.organizations:group('kind'):count()",
        "return { { name = 'a' }, { name = 'b' } }",
    ])
    func `a query, a list, groups and a document of one table are a table`(body: String) throws {
        let parts = try export(body)
        #expect(!columns(parts).isEmpty)
        guard case .begin? = parts.first, case .end? = parts.last else {
            throw CocoaError(.coderInvalidValue)
        }
        for part in parts {
            switch part {
            case .begin, .beginTable, .rows, .end: continue
            case .endTable(let footer): #expect(footer == TableFooter())
            default: Issue.record("\(part)")
            }
        }
    }

    @Test func `a column has a heading and a tag, which a report has in its title and not at all`() throws {
        let body = """
            local doc = document()
            doc:table { rows = community.organizations, columns = {
              { "name", title = "Name", heading = { en = "Who", ar = "من" }, tag = "#org" } } }
            return doc
            """
        let column = try #require(columns(export(body)).first)
        #expect(column.title == "Name" && column.heading == "Who" && column.tag == "#org")
        let inReport = try #require(try Script(Script.body(body)).columns.first)
        #expect(inReport.title == "Who – Name" && inReport.heading == nil && inReport.tag == nil)
    }

    @Test func `text goes in pieces that end between letters`() throws {
        let parts = try export("return ('ab'):rep(1 << 19):sub(2) .. 'é' .. '*b*'", format: "text")
        let texts = parts.compactMap { if case .text(let text) = $0 { text } else { nil as String? } }
        #expect(texts.count == 2 && texts.joined().hasSuffix("abé*b*"))
        #expect(texts.allSatisfy { !$0.contains("\u{FFFD}") } && texts.joined().utf8.count == (1 << 20) + 4)
    }

    @Test(arguments: [
        ("return nil", "csv", "returned nothing; return a query, rows, a document or text"),
        (
            "return 1", "csv",
            "the export returned a number; return a query, rows, a document with one table, or text"
        ),
        ("return 'a'", "xlsx", "its format is xlsx; return rows, or declare another format"),
        ("return {}", "text", "its format is text; return text, or declare csv, xlsx or json"),
        ("return '\\xff'", "text", "text that is not valid UTF-8"),
        ("return document()", "csv", "an export gives one table and nothing else; the document has 0 parts"),
        (
            "return document():heading('a')", "csv",
            "an export gives one table and nothing else; the document has 1 parts"
        ),
        (
            "return document():table { rows = { { a = 1 } }, totals = { a = 'sum' } }", "csv",
            "an export gives rows alone; leave the table's totals out"
        ),
    ])
    func `what is no table or text is refused`(body: String, format: String, message: String) throws {
        let failure = #expect(throws: ScriptFailure.self) { _ = try export(body, format: format) }
        #expect(
            failure?.kind == .script && failure?.description.contains(message) == true, "\(failure as Any)")
    }

    @Test func `parameters are the export's, and it reads what its viewer may see`() throws {
        let options = "params = { year = { type = 'integer' } },"
        let failure = #expect(throws: ScriptFailure.self) { _ = try export("return {}", options: options) }
        #expect(failure?.description.hasPrefix("the export needs the parameter 'year'") == true)
        let parts = try export("return 'Y' .. params.year", ["year": "2024"], options: options)
        #expect(parts.contains(.text("Y2024")))
    }

    @Test(arguments: [
        (
            "return report { run = print }",
            "script.lua is a report, which `halqa run` runs; `halqa export` runs exports"
        ),
        (
            "return transform { input = { format = 'csv', columns = { A = 'text' } }, row = print }",
            "script.lua is an import, which `halqa import` runs on a file; `halqa export` runs exports"
        ),
    ])
    func `exporting what is no export says what it is and what runs it`(code: String, message: String) throws
    {
        let evaluation = try Evaluation(
            Program(name: "script.lua", source: Array(code.utf8)), snapshot: TestCommunity.shared.snapshot(),
            now: #require(Script.now), zone: .utc, seed: 1, memory: 64 << 20, log: { _ in })
        #expect(throws: ScriptFailure(.usage, message)) { try evaluation.export(parameters: [:]) { _ in } }
    }
}
