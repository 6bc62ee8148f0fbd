import Community
import Digests
import Documents
import Foundation
import Scripting
import Store
import Testing

@testable import Runs

extension ProcessTests {
    @Suite struct ReplayTests {
        private let community: DemoCommunity
        private let store: Store

        init() throws {
            community = try DemoCommunity()
            store = try Store(opening: community.path, for: .writing)
        }

        /// The scripts that come with the project, each with the parameters it cannot do without.
        static let scripts: [(name: String, parameters: [String: String])] = [
            ("overdue", [:]), ("session_briefing", ["session": "gcm-talk-2023-09"]), ("minutes", [:]),
            ("organization_page", ["organization": "jor"]), ("community_at_a_glance", [:]),
            ("sessions_calendar", [:]),
        ]

        private func source(_ name: String) throws -> [UInt8] {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            return Array(try Data(contentsOf: root.appendingPathComponent("Scripts/\(name).lua")))
        }

        /// Runs and keeps the receipt.
        private func perform(_ request: Request) throws -> Receipt {
            let receipt = try community.run(request).receipt
            try store.record(receipt.record(), text: request.program.source)
            return receipt
        }

        private func replay(_ id: String) throws -> Replay.Result {
            try Replay(store, workers: Halqa.workers).perform(id)
        }

        private func change() throws {
            let origin = ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0))
            let members = try store.snapshot().keys(Query("member"))
            #expect(!members.isEmpty)
            _ = try store.apply(
                ChangeSet(
                    [
                        .create(
                            entity: "action_item", id: "a-new",
                            fields: [
                                "title": .localized(["en": "New"]), "due": .day(Day(number: 19000)),
                                "kind": .text("activity"),
                            ]),
                        .update(
                            entity: "member", id: "focal-jor", base: nil,
                            fields: ["name": .text("Somebody else")]),
                    ], origin: origin))
        }

        @Test func `every script of the project is in the table`() throws {
            let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../Scripts"
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                $0.hasSuffix(".lua")
            }
            #expect(Set(files) == Set(Self.scripts.map { $0.name + ".lua" }))
        }

        @Test(arguments: scripts.map(\.name), ["ar", "en", "fr"])
        func `the same request gives the same bytes, now and after later commits`(
            name: String, language: String
        ) throws {
            var ids: [String] = []
            for viewer in [nil, "focal-jor"] {
                let request = Request(
                    community: community.path, program: Program(name: name, source: try source(name)),
                    parameters: Self.scripts.first { $0.name == name }?.parameters ?? [:],
                    now: DemoCommunity.now, viewer: viewer, language: language)
                let first = try perform(request)
                let second = try perform(request)
                // What a focal point may not see may be missing, which is the same each time too.
                #expect(viewer != nil || first.failure == nil, "\(first.failure?.description ?? "")")
                #expect(first.failure == second.failure)
                #expect(first.outputHash == second.outputHash)
                #expect(first.language == language)
                ids.append(first.id)
            }
            try change()
            for id in ids { #expect(try replay(id) == .same) }
        }

        @Test func `a script that draws random numbers and hashes does so again`() throws {
            let script = """
                return function(community)
                  local rows = {}
                  for i = 1, 200 do rows[i] = { math.random(), tostring({}), math.random(1000000) } end
                  for name in pairs { a = 1, b = 2, c = 3, [print] = 4, [true] = 5, [1.5] = 6 } do
                    rows[#rows + 1] = { 0, type(name), 0 }
                  end
                  table.sort(rows, function(x, y) return x[3] % 7 < y[3] % 7 end)
                  return rows
                end
                """
            let request = community.request(script)
            let first = try perform(request)
            #expect(first.failure == nil, "\(first.failure?.description ?? "")")
            #expect(try perform(request).outputHash == first.outputHash)
            try change()
            #expect(try replay(first.id) == .same)
            var other = request
            other.seed = 2
            #expect(try perform(other).outputHash != first.outputHash)
        }

        @Test(arguments: [
            "return function() error 'no' end", "return function(", "return function() while true do end end",
        ])
        func `a run that failed fails again in the same way`(script: String) throws {
            let receipt = try perform(community.request(script, limits: RunLimits(time: 300)))
            #expect(receipt.failure != nil)
            #expect(try replay(receipt.id) == .same)
        }

        /// The receipt with something changed behind its back.
        private func tampered(
            _ receipt: Receipt, source: [UInt8], _ change: (inout Receipt) -> Void
        ) throws -> Replay.Result {
            var receipt = receipt
            receipt.id = "run-tampered"
            change(&receipt)
            try store.record(receipt.record(), text: source)
            return try replay(receipt.id)
        }

        @Test func `a difference is printed line by line`() throws {
            let request = community.request("return function() return tostring(today) end")
            let receipt = try perform(request)
            let result = try tampered(receipt, source: request.program.source) { $0.now += 86_400_000 }
            #expect(result == .different(["- 2024-11-22", "+ 2024-11-23"]))
        }

        @Test func `other versions are told with the difference`() throws {
            let request = community.request("return function() return tostring(today) end")
            let receipt = try perform(request)
            let result = try tampered(receipt, source: request.program.source) {
                $0.now += 86_400_000
                $0.halqaVersion = "0.0.1"
                $0.luaVersion = "Lua 5.4.0"
            }
            let now = try #require(receipt.luaVersion)
            #expect(
                result
                    == .different([
                        "then Halqa 0.0.1, now \(halqaVersion)", "then Lua 5.4.0, now \(now)",
                        "- 2024-11-22", "+ 2024-11-23",
                    ]))
        }

        @Test func `another outcome is a difference`() throws {
            let request = community.request(
                "return function() if today > date '2024-11-22' then error 'late' end end")
            let receipt = try perform(community.request("return function() return 1 end"))
            let source = SHA256.of(request.program.source)
            let result = try tampered(receipt, source: request.program.source) {
                $0.sourceHash = source
                $0.now += 86_400_000
            }
            guard case .different(let lines) = result else {
                Issue.record("no difference was found")
                return
            }
            #expect(lines.first == "- done")
            #expect(lines.dropFirst().first?.hasPrefix("+ report.lua:1: late") == true)
        }

        @Test func `a difference that plain text does not show is one`() throws {
            let script = """
                return function()
                  return { { x = today > date "2024-11-22" and "1" or 1 } }
                end
                """
            let request = community.request(script)
            let receipt = try perform(request)
            let result = try tampered(receipt, source: request.program.source) { $0.now += 86_400_000 }
            guard case .different(let lines) = result else {
                Issue.record("no difference was found")
                return
            }
            #expect(!lines.isEmpty)
        }

        @Test func `a document too large to be kept is compared by its hash`() throws {
            let script = """
                return function()
                  local rows = {}
                  for i = 1, 5000 do rows[i] = tostring(today) .. ("x"):rep(90) end
                  return rows
                end
                """
            let request = community.request(script)
            let receipt = try perform(request)
            #expect(receipt.output == nil)
            #expect(receipt.outputBytes > Receipt.longestKeptOutput)
            #expect(try replay(receipt.id) == .same)
            let result = try tampered(receipt, source: request.program.source) { $0.now += 86_400_000 }
            guard case .different(let lines) = result else {
                Issue.record("no difference was found")
                return
            }
            #expect(lines.count == 1)
            #expect(lines.first?.hasPrefix("the documents differ (SHA-256 ") == true)
        }

        @Test func `what cannot be done again is said`() throws {
            let missing = #expect(throws: Failure.self) { try replay("run-none") }
            #expect(missing?.reason == .missing)

            let request = community.request("return function() return 1 end")
            let receipt = try perform(request)
            let unread = #expect(throws: Failure.self) {
                try tampered(receipt, source: request.program.source) { $0.commit = nil }
            }
            #expect(unread?.reason == .data)
        }

        @Test func `a copy that was made for it is gone afterwards`() throws {
            let receipt = try perform(community.request("return function() return 1 end"))
            _ = try replay(receipt.id)
            let left = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
            #expect(!left.contains { $0.contains(receipt.id) })
        }
    }
}
