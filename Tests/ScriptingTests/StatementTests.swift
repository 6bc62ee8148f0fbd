import Community
import Store
import Testing

@testable import Scripting

/// Two thousand items of thirty organizations: enough to tell a query a batch from a query a row.
private enum ManyRecords {
    static let items = 2000
    static let batches = 4

    static var records: [Change] {
        get throws {
            try (0..<30).map {
                try record(
                    "organization", "o-\($0)", ["kind": "state"],
                    texts: ["name": ["en": "Organization \($0)", "fr": "Organisation \($0)"]])
            }
                + (0..<90).map {
                    try record("member", "m-\($0)", ["name": "Member \($0)", "organization": "o-\($0 % 30)"])
                }
                + (0..<20).map {
                    try record(
                        "session", "s-\($0)", ["kind": "talk", "hosts": "o-\($0)"],
                        texts: ["title": ["en": "Session \($0)"]])
                } + (0..<items).flatMap { try item($0) }
        }
    }

    /// An item and its report.
    private static func item(_ number: Int) throws -> [Change] {
        var fields = [
            "owners": "o-\(number % 30), o-\((number * 7 + 1) % 30)", "session": "s-\(number % 20)",
            "assignee": "m-\(number % 90)", "priority": "\(number * 7919 % 10)",
        ]
        if number > 0 { fields["parent"] = "a-\(number * 7919 % number)" }
        return [
            try record(
                "action_item", "a-\(number)", fields,
                texts: ["title": ["en": "Item \(number)", "fr": "Action"]]),
            try record(
                "progress_report", "r-\(number)",
                ["action_item": "a-\(number)", "at": "2024-06-01T00:00:00Z", "by": "m-1"]),
        ]
    }
}

/// Reading never takes a query a row, however a script comes by its records.
@Suite(.community { try ManyRecords.records }) struct StatementTests {
    /// What the body of a report reads; it says how many records it has seen.
    private func statements(_ body: String) throws -> (count: Int, seen: Int64) {
        let snapshot = try TestCommunity.shared.snapshot()
        let script = try Script(
            "return function(community) local seen, items = 0, community.action_items\n\(body)\nreturn seen end",
            on: snapshot)
        guard case .integer(let seen) = script.value else { throw StatementTestError() }
        return (snapshot.statementsRun, seen)
    }

    private struct StatementTestError: Error {}

    @Test(arguments: [
        ("the fields of a record", "for item in items:each() do seen = seen + #item.title end", 2),
        (
            "a reference to one, and from there on",
            """
            for item in items:each() do
              seen = seen + #item.session.title + #item.assignee.organization.name
            end
            """, 1 + 3
        ),
        (
            "references to many",
            "for item in items:each() do for owner in item.owners:each() do seen = seen + #owner.name end end",
            2 + 2 * ManyRecords.batches
        ),
        (
            "references to many, and from there to many",
            """
            for item in items:each() do
              for owner in item.owners:each() do
                for member in owner.members:each() do seen = seen + #member.name end
              end
            end
            """, 2 + 4 * ManyRecords.batches
        ),
        (
            "how many a reference leads to, the first of them, a list of them",
            """
            for item in items:each() do
              seen = seen + item.owners:count() + #item.owners:first().name + #item.progress_reports:list()
            end
            """, 2 + 3 * ManyRecords.batches
        ),
        (
            "the other side of a reference, and back",
            """
            for session in community.sessions:each() do
              for item in session.action_items:each() do
                seen = seen + #item.title
                for report in item.progress_reports:each() do seen = seen + #report.action_item.id end
              end
            end
            """, 2 + 1 + 5 * (ManyRecords.batches + 1)
        ),
        (
            "a reference to the same entity, with the same reference followed on both",
            """
            for item in items:each() do
              if item.parent then
                seen = seen + #item.parent.title + #item.owners:first().name + #item.parent.owners:first().name
              end
            end
            """, 2 + 5 * ManyRecords.batches * 2
        ),
        (
            "records that were kept, after the loop",
            """
            local kept = {}
            for item in items:each() do kept[#kept + 1] = item end
            for _, item in ipairs(kept) do seen = seen + #item.title + #item.session.title end
            """, 2 + 2 * (ManyRecords.batches + 2)
        ),
        (
            "a list, backwards",
            """
            local list = items:list()
            for index = #list, 1, -1 do seen = seen + #list[index].title + #list[index].session.title end
            """, 2 + 2 * ManyRecords.batches
        ),
        (
            "a list, in no order",
            """
            local list = items:list()
            for index = 1, #list do
              local item = list[index * 7919 % #list + 1]
              seen = seen + #item.title + #item.owners:first().name + #item.session.title
            end
            """, 2 + 5 * ManyRecords.batches
        ),
        (
            "a list in another order than that of the records",
            """
            local list = items:sort("-priority", "title"):list()
            for _, item in ipairs(list) do seen = seen + #item.title + item.owners:count() end
            """, 2 + 3 * ManyRecords.batches
        ),
        (
            "a list that the script has sorted itself",
            """
            local list = items:list()
            table.sort(list, function(a, b) return a.priority > b.priority end)
            for _, item in ipairs(list) do seen = seen + #item.title end
            """, 2 + 2 * ManyRecords.batches
        ),
        (
            "a field that is not named in the script",
            "local name = 'tit' .. 'le' for item in items:each() do seen = seen + #item[name] end",
            2 + ManyRecords.batches
        ),
        (
            "all languages of a text",
            "for item in items:each() do seen = seen + #item:texts('title').fr end", 2 + ManyRecords.batches
        ),
        (
            "what records are called",
            "for item in items:each() do seen = seen + #tostring(item) + #tostring(item.session) end",
            2 + 4 * ManyRecords.batches
        ),
        (
            "references of records of which no field was read",
            "for item in items:each() do seen = seen + item.session.hosts:count() end", 2 + 2
        ),
        (
            "the records of groups",
            """
            for _, row in ipairs(items:group("owners", "assignee"):count()) do
              seen = seen + #row.owners.name + #row.assignee.name
            end
            """, 4
        ),
        (
            "two loops over one query, one within the other",
            """
            for session in community.sessions:each() do
              for other in community.sessions:each() do seen = seen + #session.title + #other.title end
            end
            """, 2 + 20
        ),
    ])
    func `statements are bounded by the batches`(what: String, body: String, most: Int) throws {
        let (count, seen) = try statements(body)
        #expect(seen >= 400)
        #expect(count <= most, "\(what)")
        #expect(count >= 1)
    }

    @Test func `a table of paths and functions takes some statements a batch`() throws {
        let snapshot = try TestCommunity.shared.snapshot()
        let script = try Script(
            """
            return function(community)
              local columns = {
                "title", "owners.name", "session.title", "assignee.organization.name",
                { function(item) return item.owners end }, { function(item) return item.session end },
                { function(item) return { item.assignee, item.parent } end },
                { function(item) return item.parent and item.parent.title end },
              }
              local doc = document()
              doc:table { rows = community.action_items, columns = columns }
              doc:table { rows = community.action_items:sort("-title"):list(), columns = columns }
              return doc
            end
            """, on: snapshot)
        #expect(script.rows.count == 2 * ManyRecords.items)
        #expect(snapshot.statementsRun <= 2 * ManyRecords.batches * 24)
    }

    @Test func `a loop that is left early reads no further`() throws {
        let snapshot = try TestCommunity.shared.snapshot()
        let script = try Script(
            "return function(community) for item in community.action_items:each() do return item.title end end",
            on: snapshot)
        #expect(script.value == .text("Item 0"))
        #expect(snapshot.rowsRead < 600)
        #expect(snapshot.statementsRun == 1)
    }

    @Test func `rows that are not asked for are not read`() throws {
        let snapshot = try TestCommunity.shared.snapshot()
        _ = try Script(
            """
            return function(community)
              local items = community.action_items:where("priority", 9):sort("due")
              return items:count() + #items:limit(3):list() + #items:group("session"):count()
            end
            """, on: snapshot)
        #expect(snapshot.rowsRead < 30)
        #expect(snapshot.statementsRun == 3)
    }
}
