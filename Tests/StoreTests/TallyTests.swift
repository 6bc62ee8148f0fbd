import Community
import GRDB
import Testing

@testable import Store

/// Records counted by a choice, which are not sorted for it.
@Suite struct TallyTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
        var generator = SeededGenerator(seed: 31)
        var changes: [Change] = []
        for number in 0..<200 {
            let status = ["open", "done", "cancelled"].randomElement(using: &generator) ?? ""
            changes.append(
                create(
                    "action_item", "a-\(number)",
                    [
                        "title": .english("t"), "status": .text(status),
                        "due": .day(Day(number: Int.random(in: 0...9, using: &generator))),
                    ]))
        }
        try store.apply(ChangeSet(changes, origin: .test))
    }

    /// The keys and sizes of groups, as they are asked for.
    private func counts(_ query: Query) throws -> [[FieldValue]] {
        try store.snapshot().groups(Grouping(query, by: ["status"], .count)).map { $0.keys + [$0.value] }
    }

    /// The same of the records, one by one, in the order of their values, those without one last.
    private func expected(_ query: Query) throws -> [[FieldValue]] {
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity("action_item")
        let status = try #require(entity.field("status"))
        var counts: [FieldValue: Int64] = [:]
        for key in try snapshot.keys(query) {
            counts[try snapshot.value(of: status, entity, key), default: 0] += 1
        }
        return counts.sorted { left, right in
            left.key.isNull || right.key.isNull ? right.key.isNull : "\(left.key)" < "\(right.key)"
        }.map { [$0.key, .integer($0.value)] }
    }

    private var queries: [Query] {
        let all = Query("action_item")
        var limited = all
        limited.order = [Query.SortKey("-due")]
        limited.limit = 30
        return [
            all, limited, all.filtered(["due"], .isBefore(.day(Day(number: 4)))),
            all.filtered(["status"], .isOneOf([.text("done"), .text("blocked")])),
            all.filtered(["status"], .equals(.text("blocked"))),
        ]
    }

    @Test func `each value has its count, and a value of no record none`() throws {
        for query in queries { #expect(try counts(query) == expected(query), "\(query)") }
        #expect(try counts(Query("action_item")).count == 3)
        #expect(try counts(queries[4]).isEmpty)
    }

    @Test func `values that are no choice are counted too`() throws {
        try DatabaseQueue(path: folder.path + "/community/community.db").write { database in
            try database.execute(sql: "UPDATE action_item SET status = 'later' WHERE key % 7 = 0")
            try database.execute(sql: "UPDATE action_item SET status = 'blöcked' WHERE key % 11 = 0")
        }
        for query in queries { #expect(try counts(query) == expected(query), "\(query)") }
        #expect(try counts(Query("action_item")).count == 5)
    }

    @Test func `nothing is sorted but the few counts`() throws {
        let compilation = try store.snapshot().compilation(.scan)
        let sql = try compilation.groups(Grouping(Query("action_item"), by: ["status"], .count)).sql
        var plan: [String] = []
        try store.snapshot().rows("EXPLAIN QUERY PLAN \(sql)") { plan.append($0.text(3)) }
        // What is left over is read, and sorted, where the tally says that there is such.
        #expect(plan.firstRange(of: ["MATERIALIZE tally", "SCAN t1", "SCAN tally"]) != nil, "\(plan)")
        #expect(
            plan.firstRange(of: ["SCAN tally", "SCAN t1", "USE TEMP B-TREE FOR GROUP BY"]) != nil, "\(plan)")
        #expect(plan.filter { $0 == "SCAN t1" }.count == 2, "\(plan)")
    }
}
