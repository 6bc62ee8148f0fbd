import Community
import Foundation
import Scripting
import Store
import Testing

@testable import Runs

extension ProcessTests {
    /// Rules that look at a proposal, in a worker.
    @Suite struct RuleRunTests {
        let community: DemoCommunity
        let store: Store

        init() throws {
            community = try DemoCommunity()
            store = try Store(opening: community.path, for: .writing)
        }

        private func rule(_ body: String) -> String {
            """
            return rule { title = "Rule", on = { "action_item.create", "action_item.update", "action_item.delete" },
              check = function(community, change) \(body) end }
            """
        }

        private func run(
            _ rules: [String: String], _ proposal: Proposal, time: Int = 10_000, memory: Int = 64 << 20,
            plannedOn commit: Int64? = nil, read: Set<String> = ["action_items", "organizations"]
        ) throws -> RuleRun.Result {
            let paths = rules.keys.sorted()
            let program = PluginFiles.program(paths[0], rules[paths[0]] ?? "", files: rules, read: read)
            let request = Request(
                community: community.path, program: program, now: DemoCommunity.now,
                limits: RunLimits(memory: memory, time: time))
            return try RuleRun(
                workers: Halqa.workers, request: request, rules: paths, proposal: proposal
            ).perform(plannedOn: try commit ?? store.snapshot().commit)
        }

        private func changes(_ changes: [Change]) throws -> Proposal {
            let file = try ChangeFile()
            for change in changes { try file.append(change) }
            return .changes(file)
        }

        private static func item(_ number: Int) -> Change {
            .create(
                entity: "action_item", id: "n-\(number)",
                fields: [
                    "title": .localized(["en": "Item \(number) \(String(repeating: "x", count: 200))"]),
                    "progress": .integer(Int64(number % 100)), "owners": .list([.reference("jor")]),
                ])
        }

        @Test func `rules see the community as it would be, and nothing is written`() throws {
            let before = try store.snapshot().commit
            let count = try store.snapshot().count(Query("action_item"))
            let body = "return warn('%d: %s', community.action_items:count(), change.after.id)"
            let result = try run(["rules/a.lua": rule(body)], changes([Self.item(1), Self.item(2)]))
            #expect(
                result.outcomes.first?.findings.warnings.map(\.text) == [
                    "\(count + 2): n-1", "\(count + 2): n-2",
                ])
            #expect(result.receipts.map(\.receipt.failure) == [nil])
            #expect(try store.snapshot().commit == before)
            #expect(try store.snapshot().count(Query("action_item")) == count)
        }

        @Test func `an undo is looked at like changes`() throws {
            let origin = ChangeSet.Origin(by: "operator", command: "test", at: .fromClock())
            let made = try store.apply(ChangeSet([Self.item(7)], origin: origin))
            let body = "return warn('%s %s %s', change.action, change.before.id, change.after == nil)"
            let result = try run(["rules/a.lua": rule(body)], .undo(made.number))
            #expect(result.outcomes.first?.findings.warnings.map(\.text) == ["delete n-7 true"])
        }

        @Test
        func `a rule that loops, raises, dies or takes memory does not keep the others from being asked`()
            throws
        {
            let rules = [
                "rules/a.lua": rule("while true do end"),
                "rules/b.lua": rule("error 'no'"),
                "rules/c.lua": rule("local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1000) .. i end"),
                "rules/d.lua": rule("string.rep('x', 1 << 20):find(string.rep('x*', 30) .. 'y')"),
                "rules/e.lua": rule("return { warn 'w', reject 'r' }"),
                "rules/f.lua": rule("return community.members:count()"),
                "rules/g.lua": rule("return 5"),
                "rules/h.lua": "return report { run = function() end }",
            ]
            let result = try run(rules, changes([Self.item(1)]), time: 700, memory: 16 << 20)
            #expect(result.outcomes.map(\.rule) == rules.keys.sorted())
            let reasons = result.outcomes.map { $0.failure?.reason }
            #expect(
                reasons == [.stopped, .script, .stopped, .stopped, nil, .notPermitted, .script, .script],
                "\(result.outcomes)")
            #expect(result.outcomes[4].findings.warnings.map(\.text) == ["w"])
            #expect(result.outcomes[4].findings.rejections.map(\.text) == ["r"])
            #expect(result.receipts.count > 1)
            #expect(result.receipts.allSatisfy { $0.receipt.commit == result.commit })
        }

        @Test func `many changes are looked at within little memory, and so many answers are told`() throws {
            let count = 4000
            let result = try run(
                [
                    "rules/a.lua": rule("return warn('%s', change.after.title)"),
                    "rules/b.lua": rule(
                        "return change.after.progress == 99 and reject(change.after.owners:first().id) or nil"
                    ),
                    "rules/c.lua": rule(
                        "local n = community.action_items:search('Item'):where('progress', 5):count() "
                            + "if change.after.id == 'n-1' then return warn('%d', n) end"),
                ], changes((0..<count).map(Self.item)), time: 60_000, memory: 8 << 20)
            let findings = result.outcomes.map(\.findings)
            #expect(findings[0].warnings.count == RuleFindings.most)
            #expect(findings[0].furtherWarnings == count - RuleFindings.most)
            #expect(findings[1].rejections.count == 40 && findings[1].rejections[0].text == "jor")
            #expect(findings[2].warnings.map(\.text) == ["40"], "\(result.outcomes)")
            #expect(result.outcomes.allSatisfy { $0.failure == nil }, "\(result.outcomes)")
        }

        @Test func `what cannot be done is no rule's fault, and another commit is told of`() throws {
            let failure = #expect(throws: Failure.self) {
                try run(
                    ["rules/a.lua": rule("")], changes([.delete(entity: "action_item", id: "no-such")]))
            }
            #expect(failure?.description.contains("there is no action_item 'no-such'") == true)
            let moved = try run(["rules/a.lua": rule("")], changes([Self.item(1)]), plannedOn: 0)
            #expect(moved.outcomes.isEmpty && moved.commit == 1)
        }
    }

    /// What a worker cannot make its host believe.
    @Suite struct RuleExchangeTests {
        static let outcomes: [(String, String)] = [
            ("a message that cannot be read", "{}"),
            ("more answers than a rule has", outcome(Array(repeating: finding("x"), count: 101))),
            ("a verdict too long", outcome([finding(String(repeating: "x", count: 20_000))])),
            ("a name too long", outcome([finding("x", id: String(repeating: "x", count: 2000))])),
        ]

        private static func finding(_ text: String, id: String = "a-1") -> String {
            "{\"entity\":\"action_item\",\"id\":\"\(id)\",\"text\":\"\(text)\"}"
        }

        private static func outcome(_ findings: [String]) -> String {
            """
            {"rule":"rules/a.lua","findings":{"warnings":[\(findings.joined(separator: ","))],"rejections":[],
            "furtherWarnings":0,"furtherRejections":0}}
            """
        }

        @Test(arguments: outcomes)
        func `an outcome that no worker of ours sends is refused`(sentence: String, body: String) throws {
            let request = Request(
                community: "/nowhere", program: PluginFiles.program("rules/a.lua", ""),
                job: .check(rules: ["rules/a.lua"], undoing: nil), now: 0, seed: 1)
            var exchange = Exchange(request)
            for frame in [Frame.started(), .text(.answer, "{\"count\":1}")] {
                try exchange.take(frame, part: { _ in }, log: { _ in })
            }
            let error = #expect(throws: ProtocolError.self) {
                try exchange.take(.text(.answer, body), part: { _ in }, log: { _ in })
            }
            #expect(error?.description == sentence)
        }
    }
}
