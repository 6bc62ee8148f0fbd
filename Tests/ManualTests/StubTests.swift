import Community
import LuaKit
import Testing

@testable import Manual
@testable import Scripting

/// What editors and linters are given.
struct StubTests {
    private func stubs() throws -> String { LuaStubs(try APIReference()).text }

    @Test func `the stubs are Lua`() throws {
        let state = try State()
        _ = try state.load(Array(stubs().utf8), name: "halqa.lua")
        #expect(try stubs().hasPrefix("---@meta"))
    }

    @Test func `every type that the stubs name is declared, once`() throws {
        let lines = try stubs().split(separator: "\n")
        let declared = lines.compactMap {
            $0.firstMatch(of: #/^---@(class|alias) (halqa\.[a-z_]+)/#)?.output.2
        }
        #expect(Set(declared).count == declared.count)
        let annotations = lines.filter { $0.hasPrefix("---@") }
        let named = Set(annotations.flatMap { $0.matches(of: #/halqa\.[a-z_]+/#).map(\.output) })
        #expect(named.subtracting(declared) == [])
        #expect(named.count > 50)
    }

    @Test(arguments: [
        // What completes `item.title` in a loop over a query.
        "---@field action_items halqa.query_of_action_item",
        "---@field viewer? halqa.member The member for whom",
        "---@field each fun(self: halqa.query_of_action_item): fun(): halqa.action_item ",
        "---@field title string Title · Titre · العنوان. A line for it.",
        "---@field due? halqa.date Due · Échéance · تاريخ الاستحقاق.",
        "---@field owners halqa.query_of_organization ", "---@field assignee? halqa.member ",
        // Names of fields.
        "---| \"due\" # Due · Échéance · تاريخ الاستحقاق",
        "---@field where fun(self: halqa.query_of_action_item, field: halqa.field_of_action_item, value: any): "
            + "halqa.query_of_action_item ",
        "---@field first fun(self: halqa.query_of_member): halqa.member? ",
        "---@field find_all fun(self: halqa.query_of_member, names: string[]): halqa.member[] ",
        "---@field group fun(self: halqa.query_of_member, ...: halqa.field_of_member): halqa.grouping_of_member ",
        "---@field sum fun(self: halqa.grouping_of_member, field: halqa.field_of_member): halqa.list_of_groups ",
        "---@field focal_points fun(self: halqa.query_of_organization): halqa.query_of_member ",
        // Functions.
        "---@param separator? string What stands between the parts, as it is: not a pattern. Default: `\",\"`.\n",
        "---@return string[] # The parts.\nfunction split(text, separator) end",
        "function json.decode(text) end", "---@type halqa.date\ntoday = nil",
        "---@operator sub(halqa.date): integer", "---@param options halqa.report_options ",
        "---@field run fun(community: halqa.community, params: table<string, any>): any ",
        "---@field params? table<string, halqa.parameter_options> ",
    ])
    func `the stubs say`(_ text: String) throws {
        #expect(try stubs().contains(text))
    }

    @Test func `only queries of organizations have focal points`() throws {
        #expect(try stubs().ranges(of: "focal_points").count == 1)
    }

    @Test func `luacheck knows the globals that a script has, and no others`() throws {
        let session = try Session(declaring: .standard)
        try session.register()
        let names = LinterNames(try APIReference())
        #expect((names.globals + names.libraries.map(\.name)).sorted() == session.state.globalNames.sorted())
        #expect(names.libraries.contains { $0.name == "json" && $0.fields == ["decode", "encode", "null"] })
    }

    @Test func `fields of custom names are read by them`() throws {
        let field = Field("x.follow_up.rank", .anyNumber, ["en": "Rank"], "How it ranks.")
        let schema = Schema([
            Entity(
                "item", plural: "items", ["en": "Item"], "A thing.", label: "id", columns: ["id"],
                identifierPrefix: "i", fields: [field])
        ])
        let text = LuaStubs(try APIReference(schema: schema)).text
        #expect(text.contains("---@field [\"x.follow_up.rank\"]? number Rank. How it ranks.\n"))
        #expect(!text.contains("halqa.action_item"))
    }
}
