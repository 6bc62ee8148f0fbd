import Community
import Testing

@testable import Store

@Suite struct QueryTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
    }

    struct Item {
        var due: Int?
        var progress: Int64?
        var reference: String?
        var title: String
        var tags: [String]
        var owners: [Int]
    }

    private func fill(_ seed: UInt64) throws -> [Item] {
        var generator = SeededGenerator(seed: seed)
        func some<T>(_ value: @autoclosure () -> T) -> T? { Bool.random(using: &generator) ? value() : nil }
        let words = ["Élan", "elan", "ELAN", "zèbre", "Zebra", "أطفال", "اطفال", "", "a\"b", "10", "9"]
        var changes = (0..<4).map { number in
            create("organization", "o-\(number)", ["name": .english("O\(number)"), "kind": .text("ngo")])
        }
        var items: [Item] = []
        for number in 0..<120 {
            let word = words[Int.random(in: words.indices, using: &generator)]
            let item = Item(
                due: Bool.random(using: &generator) ? Int.random(in: -5...5, using: &generator) : nil,
                progress: Bool.random(using: &generator) ? Int64.random(in: 0...5, using: &generator) : nil,
                reference: Bool.random(using: &generator) ? word : nil, title: word.isEmpty ? "t" : word,
                tags: ["x", "y", "z"].filter { _ in Bool.random(using: &generator) },
                owners: [2, 0, 3, 1].filter { _ in Bool.random(using: &generator) })
            items.append(item)
            changes.append(
                create(
                    "action_item", "a-\(number)",
                    [
                        "title": .english(item.title), "due": item.due.map { .day(Day(number: $0)) } ?? .null,
                        "progress": item.progress.map(FieldValue.integer) ?? .null,
                        "reference": item.reference.map(FieldValue.text) ?? .null,
                        "tags": .list(item.tags.map(FieldValue.text)),
                        "owners": .list(item.owners.map { .reference("o-\($0)") }),
                    ]))
        }
        try store.apply(ChangeSet(changes, origin: .test))
        return items
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `conditions answer as the same conditions over the values do`(seed: UInt64) throws {
        let items = try fill(seed)
        let snapshot = try store.snapshot()
        func check(_ field: String, _ condition: Condition, _ test: (Item) -> Bool) throws {
            let query = Query("action_item").filtered([field], condition)
            let expected = items.indices.filter { test(items[$0]) }.map { Int64($0 + 1) }
            #expect(try snapshot.keys(query) == expected, "\(field) \(condition)")
            #expect(try snapshot.count(query) == expected.count)
        }
        for number in -6...6 {
            let day = FieldValue.day(Day(number: number))
            try check("due", .isBefore(day)) { $0.due.map { $0 < number } ?? false }
            try check("due", .isAfter(day)) { $0.due.map { $0 > number } ?? false }
            try check("due", .isAtMost(day)) { $0.due.map { $0 <= number } ?? false }
            try check("due", .isAtLeast(day)) { $0.due.map { $0 >= number } ?? false }
            try check("due", .isBetween(day, .day(Day(number: number + 2)))) {
                $0.due.map { (number...number + 2).contains($0) } ?? false
            }
            try check("due", .isNoneOf([day])) { $0.due != number }
        }
        for number in 0...6 as ClosedRange<Int64> {
            try check("progress", .isAtLeast(.number(Double(number) - 0.5))) {
                $0.progress.map { $0 >= number } ?? false
            }
            try check("progress", .equals(.number(Double(number)))) { $0.progress == number }
            try check("progress", .equals(.number(Double(number) + 0.5))) { _ in false }
        }
        for word in ["Élan", "elan", "أطفال", "a\"b", "10", ""] {
            let folded = SearchFold.foldForComparison(word)
            try check("reference", .equals(.text(word))) { $0.reference == word }
            try check("title", .equals(.text(word))) { $0.title == word }
            try check("reference", .contains(word)) {
                $0.reference.map { SearchFold.foldForComparison($0).contains(folded) || folded.isEmpty }
                    ?? false
            }
            try check("reference", .isBefore(.text(word))) {
                $0.reference.map {
                    SearchFold.foldForComparison($0).utf8.lexicographicallyPrecedes(folded.utf8)
                } ?? false
            }
        }
        for tag in ["x", "w"] {
            try check("tags", .has(.text(tag))) { $0.tags.contains(tag) }
            try check("tags", .isNoneOf([.text(tag)])) { !$0.tags.contains(tag) }
        }
        try check("tags", .isOneOf([.text("x"), .text("y")])) {
            $0.tags.contains("x") || $0.tags.contains("y")
        }
        try check("tags", .isAbsent) { $0.tags.isEmpty }
        try check("owners", .isOneOf([.reference("o-1"), .text("o-2")])) {
            $0.owners.contains(1) || $0.owners.contains(2)
        }
        try check("owners", .isNoneOf([.reference("o-1")])) { !$0.owners.contains(1) }
        try check("owners", .has(.reference("o-3"))) { $0.owners.contains(3) }
        try check("status", .isOneOf([])) { _ in false }
        try check("status", .isNoneOf([])) { _ in true }
        try check("id", .isOneOf((0..<900).map { .text("a-\($0)") })) { _ in true }
    }

    @Test(arguments: [21, 22] as [UInt64])
    func `order, limit, groups and aggregates answer as the same over the values do`(seed: UInt64) throws {
        let items = try fill(seed)
        let snapshot = try store.snapshot()
        for limit in [0, 1, 50, 1000] {
            var query = Query("action_item")
            query.order = [Query.SortKey("title"), Query.SortKey("-due")]
            query.limit = limit
            let sorted = items.indices.sorted { left, right in
                let (a, b) = (
                    SearchFold.foldForComparison(items[left].title),
                    SearchFold.foldForComparison(items[right].title)
                )
                if a != b { return a.utf8.lexicographicallyPrecedes(b.utf8) }
                let (c, d) = (items[left].due, items[right].due)
                if c != d { return c.map { first in d.map { first > $0 } ?? true } ?? false }
                return left < right
            }.prefix(limit)
            #expect(try snapshot.keys(query) == sorted.map { Int64($0 + 1) })
            #expect(try snapshot.count(query) == sorted.count)
            let byTag = try snapshot.groups(Grouping(query, by: ["tags"], .sum("progress")))
            for group in byTag {
                let members = sorted.filter { index in
                    if case .text(let tag) = group.keys[0] {
                        items[index].tags.contains(tag)
                    } else {
                        items[index].tags.isEmpty
                    }
                }
                #expect(group.value == .integer(members.compactMap { items[$0].progress }.reduce(0, +)))
            }
            let keys = byTag.map(\.keys[0])
            #expect(keys == keys.filter { !$0.isNull }.sorted { "\($0)" < "\($1)" } + keys.filter(\.isNull))
        }
        let pairs = try snapshot.groups(Grouping(Query("action_item"), by: ["owners", "due"], .count))
        var expected: [[FieldValue]: Int64] = [:]
        for item in items {
            let due = item.due.map { FieldValue.day(Day(number: $0)) } ?? .null
            for owner in item.owners.map({ FieldValue.key(Int64($0 + 1)) })
                + (item.owners.isEmpty ? [.null] : [])
            {
                expected[[owner, due], default: 0] += 1
            }
        }
        #expect(
            Dictionary(uniqueKeysWithValues: pairs.map { ($0.keys, $0.value) })
                == expected.mapValues(FieldValue.integer))
        let latest = try snapshot.groups(Grouping(Query("action_item"), by: [], .maximum("due")))
        #expect(latest.first?.value == items.compactMap(\.due).max().map { .day(Day(number: $0)) })
        #expect(
            try Array(
                snapshot.related(
                    snapshot.schema.entity("action_item"),
                    #require(snapshot.schema.entity("action_item").field("owners")), [1])[1])
                == items[0].owners.map { Int64($0 + 1) })
    }

    struct Mistake: CustomTestStringConvertible {
        let query: Query
        let message: String
        var testDescription: String { message }
    }

    private static func sorted(_ path: FieldPath) -> Query {
        var query = Query("action_item")
        query.order = [Query.SortKey(path)]
        return query
    }

    private static func limited(_ limit: Int) -> Query {
        var query = Query("action_item")
        query.limit = limit
        return query
    }

    static let mistakes = [
        Mistake(
            query: Query("acton_items"),
            message: "there is no entity 'acton_items'; did you mean 'action_items'?"),
        Mistake(
            query: Query("action_item").filtered(["staus"], .isPresent),
            message: "'staus' is not a field of action_item; did you mean 'status'?"),
        Mistake(
            query: Query("action_item").filtered(["title", "x"], .isPresent),
            message: "'title' of action_item is not a reference"),
        Mistake(
            query: Query("action_item").filtered(["due"], .equals(.text("2024-06-30"))),
            message:
                "'due' of action_item is compared with a value of type date, not with '2024-06-30' (a text)"),
        Mistake(
            query: Query("action_item").filtered(["due"], .equals(.null)),
            message: "'due' of action_item is compared with a value of type date, not with nothing"),
        Mistake(
            query: Query("action_item").filtered(["status"], .equals(.text("dnoe"))),
            message:
                "'status' of action_item: 'dnoe' is not one of open, in_progress, blocked, done, cancelled; did you mean 'done'?"
        ),
        Mistake(
            query: Query("action_item").filtered(["kind"], .isBefore(.text("task"))),
            message:
                "'kind' of action_item (one of recommendation, commitment, activity, task) has no 'before': only dates, instants, numbers and texts are before or after another; compare the field with a value"
        ),
        Mistake(
            query: Query("action_item").filtered(["owners"], .contains("x")),
            message:
                "'owners' of action_item (list of organization) has no 'contains': only texts contain something; compare the field with a value"
        ),
        Mistake(
            query: Query("action_item").filtered(["progress"], .contains("1")),
            message:
                "'progress' of action_item (integer) has no 'contains': only texts contain something; compare the field with a value"
        ),
        Mistake(
            query: Query("action_item").filtered(["title"], .has(.text("x"))),
            message:
                "'title' of action_item (localized text) has no 'has': only fields with several values have something; compare the field with a value"
        ),
        Mistake(
            query: Query("action_item").filtered(["owners"], .equals(.reference("o-9"))),
            message: "there is no organization 'o-9'"),
        Mistake(
            query: Query("action_item").filtered(["owners"], .equals(.integer(1))),
            message:
                "'owners' of action_item is compared with a record of organization, not with 1 (a number)"),
        Mistake(
            query: sorted("owners"),
            message:
                "'owners' of action_item cannot be sorted by: 'owners' has several values; choose a field with one"
        ),
        Mistake(
            query: sorted("owners.name"),
            message:
                "'owners.name' of action_item cannot be sorted by: 'owners' has several values; choose a field with one"
        ),
        Mistake(query: sorted("ownr"), message: "'ownr' is not a field of action_item"),
        Mistake(query: limited(-1), message: "a limit is 0 or more, not -1"),
        Mistake(
            query: Query("action_item").filtered(
                Array(repeating: "children", count: 40) + ["title"], .isPresent),
            message: "the question follows too many references at once; ask it in parts"),
    ]

    @Test(arguments: mistakes)
    func `a question that makes no sense gets a sentence`(mistake: Mistake) throws {
        let error = #expect(throws: StoreError.self) { try store.snapshot().count(mistake.query) }
        #expect(error?.description == mistake.message)
        #expect(error?.kind == .badQuery || error?.kind == .unknownRecord)
    }

    @Test(arguments: [
        (
            Grouping.Aggregate.sum("title"),
            "'title' of action_item (localized text) cannot be summed: choose a number"
        ),
        (.average("due"), "'due' of action_item (date) cannot be averaged: choose a number"),
        (
            .minimum("owners"),
            "'owners' of action_item cannot be put in order: 'owners' has several values; choose a field with one"
        ),
        (
            .maximum("status"),
            "'status' of action_item (one of open, in_progress, blocked, done, cancelled) cannot be put in order: choose a number, a date or an instant"
        ),
    ])
    func `an aggregate that makes no sense gets a sentence`(aggregate: Grouping.Aggregate, message: String)
        throws
    {
        let error = #expect(throws: StoreError.self) {
            try store.snapshot().groups(Grouping(Query("action_item"), by: [], aggregate))
        }
        #expect(error == StoreError(.badQuery, message))
    }

    @Test func `a path of eight references is followed`() throws {
        let chain = (0..<9).map { number in
            create(
                "action_item", "a-\(number)",
                ["title": .english("A"), "parent": number == 0 ? .null : .reference("a-\(number - 1)")])
        }
        try store.apply(ChangeSet(chain, origin: .test))
        let path = Array(repeating: "children", count: 8)
        #expect(try store.snapshot().keys(Query("action_item").filtered(path, .isPresent)) == [1])
    }
}
