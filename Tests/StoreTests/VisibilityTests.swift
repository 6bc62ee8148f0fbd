import Community
import Testing

@testable import Store

/// Every cell of the table of rights, over every way to read.
@Suite struct VisibilityTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
    }

    private func forEachViewer(
        _ body: (Snapshot, Oracle) throws -> Void
    ) throws {
        for viewer in Fixture.viewers {
            let snapshot = try fixture.store.snapshot(as: viewer, language: "en")
            try body(snapshot, Oracle(fixture, viewer))
        }
    }

    private func forEachEntity(
        _ body: (Snapshot, Oracle, Entity, [Fixture.Record]) throws -> Void
    ) throws {
        try forEachViewer { (snapshot, oracle) throws in
            for entity in snapshot.schema.entities {
                try body(snapshot, oracle, entity, oracle.records(entity.name))
            }
        }
    }

    private func forEachField(
        _ body: (Snapshot, Oracle, Entity, Field, [Fixture.Record]) throws -> Void
    ) throws {
        try forEachEntity { (snapshot, oracle, entity, records) throws in
            for field in entity.fields { try body(snapshot, oracle, entity, field, records) }
        }
    }

    /// Of those who see everything one is enough where there is much to ask.
    private func isRepetition(_ viewer: String?) -> Bool { viewer == "admin" || viewer == "moderator" }

    @Test func `each cell of the table shows something to somebody and hides something from somebody`() {
        for (entity, viewers) in Rights.visible where entity != "organization" && entity != "objective" {
            let all = Set(fixture.records.filter { $0.entity.name == entity }.map(\.id))
            for (viewer, ids) in viewers {
                #expect(ids.isSubset(of: all), "\(entity) for \(viewer)")
                if entity != "member" { #expect(ids != all, "\(entity) for \(viewer)") }
            }
        }
    }

    @Test func `keys and counts are of visible records`() throws {
        try forEachEntity { (snapshot, oracle, entity, records) throws in
            #expect(
                try snapshot.keys(Query(entity.name)) == records.map(\.key),
                "\(entity.name) for \(oracle.viewer ?? "-")")
            #expect(try snapshot.count(Query(entity.name)) == records.count)
            let all = Grouping(Query(entity.name), by: [], .count)
            #expect(try snapshot.groups(all) == [Group(keys: [], value: .integer(Int64(records.count)))])
        }
    }

    @Test func `a record is found by its identifier only when it is visible`() throws {
        try forEachEntity { (snapshot, oracle, entity, records) throws in
            for record in fixture.records where record.entity == entity {
                let isVisible = records.contains { $0.id == record.id }
                #expect(try snapshot.key(entity, id: record.id) == (isVisible ? record.key : nil))
                #expect(try snapshot.exists(entity, record.key) == isVisible)
                #expect(
                    try snapshot.identifiers(entity, [record.key])[record.key]
                        == (isVisible ? record.id : nil))
                if !isVisible { #expect(try snapshot.labels(entity, [record.key]).isEmpty) }
                let named = Query(entity.name).filtered(["id"], .equals(.text(record.id)))
                #expect(try snapshot.keys(named) == (isVisible ? [record.key] : []))
            }
        }
    }

    @Test func `a record is found by its name only when it is visible`() throws {
        try forEachEntity { (snapshot, oracle, entity, records) throws in
            for record in fixture.records where record.entity == entity {
                guard case .localized(let name)? = record.values[entity.label] else { continue }
                for (_, text) in name.sorted {
                    let isVisible = records.contains { $0.id == record.id }
                    #expect(try snapshot.find(text, in: entity) == (isVisible ? record.key : nil))
                }
            }
        }
    }

    @Test func `an error about a hidden record is that about a record that does not exist`() throws {
        try forEachEntity { (snapshot, oracle, entity, records) throws in
            let visible = Set(records.map(\.id))
            for record in fixture.records where record.entity == entity && !visible.contains(record.id) {
                let thrown = #expect(throws: StoreError.self) { try snapshot.key(of: record.id, in: entity) }
                let error = try #require(thrown)
                #expect(error.kind == .unknownRecord)
                for hidden in fixture.records where hidden.entity == entity && !visible.contains(hidden.id) {
                    #expect(!error.description.contains("did you mean '\(hidden.id)'"))
                }
                // As a value of a condition on each reference that leads there.
                for other in snapshot.schema.entities {
                    for field in other.fields where field.type.target == entity.name {
                        let query = Query(other.name).filtered([field.name], .equals(.reference(record.id)))
                        #expect(throws: error) { try snapshot.count(query) }
                        let byKey = Query(other.name).filtered([field.name], .equals(.key(record.key)))
                        #expect(try snapshot.count(byKey) == 0)
                        let excluded = Query(other.name).filtered([field.name], .isNoneOf([.key(record.key)]))
                        #expect(try snapshot.count(excluded) == oracle.records(other.name).count)
                    }
                }
            }
        }
    }

    @Test func `cells hold what the viewer may know, by cursor, by key, one by one and added later`() throws {
        try forEachEntity { (snapshot, oracle, entity, records) throws in
            let all = Set(entity.fields.indices)
            let cursor = try snapshot.cursor(Query(entity.name), fields: all)
            let hasRows = try cursor.next()
            #expect(hasRows == !records.isEmpty)
            let everyKey = fixture.records.filter { $0.entity == entity }.map(\.key)
            let loaded = try snapshot.load(entity, everyKey, fields: all)
            #expect(loaded.keys == records.map(\.key))
            let added = try snapshot.load(entity, everyKey, fields: [])
            for (index, field) in entity.fields.enumerated() {
                try snapshot.fill(added, index)
                for (row, record) in records.enumerated() {
                    let expected = oracle.value(field, of: record)
                    let about: Comment =
                        "\(entity.name).\(field.name) of \(record.id) for \(oracle.viewer ?? "-")"
                    if field.type.isStored, !field.isJoined {
                        #expect(cursor.batch.value(row, index) == expected, about)
                        #expect(loaded.value(row, index) == expected, about)
                        #expect(added.value(row, index) == expected, about)
                    }
                    var single = try snapshot.value(of: field, entity, record.key)
                    if case .localized(let text) = single {
                        single = .text(text.text(in: "en", fallback: "en"))
                    }
                    if single == .list([]) { single = .null }
                    #expect(single == expected, about)
                }
            }
            // A hidden record's cells are null, whoever knows its key.
            for record in fixture.records where record.entity == entity {
                guard !records.contains(where: { $0.id == record.id }) else { continue }
                for field in entity.fields {
                    let value = try snapshot.value(of: field, entity, record.key)
                    #expect(value == .null || value == .list([]))
                }
            }
        }
    }

    @Test func `references lead to visible records, both ways, also from a hidden record's key`() throws {
        try forEachField { (snapshot, oracle, entity, field, records) throws in
            guard field.type.target != nil else { return }
            let keys = fixture.records.filter { $0.entity == entity }.map(\.key)
            let related = try snapshot.related(entity, field, keys)
            for record in fixture.records where record.entity == entity {
                let isVisible = records.contains { $0.id == record.id }
                let expected = isVisible ? oracle.targets(field, of: record).map(\.key) : []
                let about: Comment =
                    "\(entity.name).\(field.name) of \(record.id) for \(oracle.viewer ?? "-")"
                #expect(Array(related[record.key]) == expected, about)
                var query = Query(field.type.target ?? "")
                query.origin = Query.Origin(entity: entity.name, key: record.key, field: field.name)
                #expect(try snapshot.keys(query) == expected, about)
                #expect(try snapshot.count(query) == expected.count, about)
            }
        }
    }

    @Test func `conditions see what the viewer may know`() throws {
        try forEachField { (snapshot, oracle, entity, field, records) throws in
            func keys(_ condition: Condition) throws -> [Int64] {
                try snapshot.keys(Query(entity.name).filtered([field.name], condition))
            }
            func expected(_ test: ([FieldValue]) -> Bool) -> [Int64] {
                records.filter { test(oracle.values([field], of: $0)) }.map(\.key)
            }
            let about: Comment = "\(entity.name).\(field.name) for \(oracle.viewer ?? "-")"
            #expect(try keys(.isPresent) == expected { !$0.isEmpty }, about)
            #expect(try keys(.isAbsent) == expected { $0.isEmpty }, about)
            // All values that anybody could see: those hidden from the viewer find nothing.
            let everything = Oracle(fixture, nil)
            let values = Set(everything.records(entity.name).flatMap { everything.values([field], of: $0) })
            for value in values {
                #expect(try keys(.isOneOf([value])) == expected { $0.contains(value) }, about)
                #expect(try keys(.isNoneOf([value])) == expected { !$0.contains(value) }, about)
                if case .text(let text) = value, field.type == .text || field.type == .localizedText {
                    #expect(
                        try keys(.contains(text.uppercased()))
                            == expected { $0.contains { "\($0)".contains(text) } }, about)
                }
            }
        }
    }

    @Test func `conditions on paths see only what the viewer may know on the way`() throws {
        try forEachField { (snapshot, oracle, entity, field, records) throws in
            guard let target = field.type.target, !isRepetition(oracle.viewer) else { return }
            let everything = Oracle(fixture, nil)
            for next in try snapshot.schema.entity(target).fields {
                let path = [field.name, next.name]
                let about: Comment = "\(entity.name).\(field.name).\(next.name) for \(oracle.viewer ?? "-")"
                func keys(_ condition: Condition) throws -> [Int64] {
                    try snapshot.keys(Query(entity.name).filtered(path, condition))
                }
                let present = records.filter { !oracle.values([field, next], of: $0).isEmpty }
                #expect(try keys(.isPresent) == present.map(\.key), about)
                let values = Set(
                    everything.records(entity.name).flatMap { everything.values([field, next], of: $0) })
                for value in values.sorted(by: { "\($0)" < "\($1)" }).prefix(3) {
                    let expected = records.filter { oracle.values([field, next], of: $0).contains(value) }
                    #expect(try keys(.equals(value)) == expected.map(\.key), about)
                }
            }
        }
    }

    @Test func `groups are made of what the viewer may know`() throws {
        try forEachField { (snapshot, oracle, entity, field, records) throws in
            var expected: [FieldValue: Int64] = [:]
            for record in records {
                let values = oracle.values([field], of: record)
                for value in values.isEmpty ? [.null] : values { expected[value, default: 0] += 1 }
            }
            let groups = try snapshot.groups(
                Grouping(Query(entity.name), by: [FieldPath(field.name)], .count))
            let about: Comment = "\(entity.name).\(field.name) for \(oracle.viewer ?? "-")"
            #expect(groups.count == expected.count, about)
            for group in groups {
                #expect(expected[group.keys[0]].map(FieldValue.integer) == group.value, about)
            }
        }
    }

    @Test func `groups by a path are made of what the viewer may know on the way`() throws {
        try forEachField { (snapshot, oracle, entity, field, records) throws in
            guard let target = field.type.target, !isRepetition(oracle.viewer) else { return }
            for next in try snapshot.schema.entity(target).fields {
                var expected: [FieldValue: Int64] = [:]
                for record in records {
                    // A record that leads to one without the value is in the group of those without, too.
                    var values = Set(oracle.values([field, next], of: record))
                    let isScalar = next.type.target == nil && !next.type.isMany
                    if isScalar {
                        for reached in oracle.targets(field, of: record)
                        where oracle.value(next, of: reached).isNull {
                            values.insert(.null)
                        }
                    }
                    for value in values.isEmpty ? [.null] : values { expected[value, default: 0] += 1 }
                }
                let path = FieldPath("\(field.name).\(next.name)")
                let groups = try snapshot.groups(Grouping(Query(entity.name), by: [path], .count))
                let found = Dictionary(uniqueKeysWithValues: groups.map { ($0.keys[0], $0.value) })
                #expect(
                    found == expected.mapValues(FieldValue.integer),
                    "\(entity.name).\(path) for \(oracle.viewer ?? "-")")
            }
        }
    }

    @Test func `sorting by a hidden field puts what is hidden last, in no order of its own`() throws {
        try forEachField { (snapshot, oracle, entity, field, records) throws in
            guard !field.type.isMany else { return }
            func rank(_ record: Fixture.Record) throws -> FieldValue {
                guard let target = field.type.target else { return oracle.value(field, of: record) }
                guard let reached = oracle.targets(field, of: record).first else { return .null }
                let keys = [reached.key]
                let label = try snapshot.labels(reached.entity, keys)[reached.key]
                return target.isEmpty ? .null : label.map(FieldValue.text) ?? .null
            }
            for descending in [false, true] {
                var query = Query(entity.name)
                query.order = [Query.SortKey(FieldPath(field.name), descending: descending)]
                let expected = try records.enumerated().sorted { left, right in
                    let (a, b) = (try rank(left.element), try rank(right.element))
                    if a.isNull || b.isNull {
                        return !a.isNull || b.isNull && left.offset < right.offset && a.isNull
                    }
                    if a == b { return left.offset < right.offset }
                    return isBefore(a, b) != descending
                }
                #expect(
                    try snapshot.keys(query) == expected.map(\.element.key),
                    "\(entity.name).\(field.name) for \(oracle.viewer ?? "-")")
            }
        }
    }

    @Test func `searching finds visible records by words that the viewer may read in each of them`() throws {
        try forEachEntity { (snapshot, oracle, entity, records) throws in
            var words: Set<String> = ["common", "مشترك"]
            for record in fixture.records where record.entity == entity {
                for case .localized(let text) in record.values.values { words.insert("\(text)") }
                words.formUnion(record.values.values.map { "\($0)" })
            }
            for word in words.flatMap({ $0.split(separator: " ").map(String.init) })
            where word.allSatisfy(\.isLetter) {
                var query = Query(entity.name)
                query.searches = [word]
                let expected = records.filter { record in
                    entity.fields.contains { field in
                        guard field.type == .text || field.type == .localizedText,
                            field.sensitivity != .personal,
                            Rights.searches(oracle.viewer, entity.name, field.name),
                            let value = record.values[field.name]
                        else { return false }
                        return "\(value)".lowercased().split { !$0.isLetter && !$0.isNumber }
                            .contains { $0.hasPrefix(word.lowercased()) }
                    }
                }
                #expect(
                    try snapshot.keys(query) == expected.map(\.key),
                    "\(word) in \(entity.name) for \(oracle.viewer ?? "-")")
            }
        }
    }

    @Test func `sums, averages and ends are of what the viewer may know`() throws {
        try forEachField { (snapshot, oracle, entity, field, records) throws in
            guard case .integer = field.type else { return }
            let path = FieldPath(field.name)
            let numbers = records.compactMap { record -> Int64? in
                if case .integer(let number) = oracle.value(field, of: record) { number } else { nil }
            }
            func result(_ aggregate: Grouping.Aggregate) throws -> FieldValue? {
                try snapshot.groups(Grouping(Query(entity.name), by: [], aggregate)).first?.value
            }
            #expect(try result(.sum(path)) == .integer(numbers.reduce(0, +)))
            #expect(try result(.minimum(path)) == numbers.min().map(FieldValue.integer) ?? .null)
            #expect(try result(.maximum(path)) == numbers.max().map(FieldValue.integer) ?? .null)
            let average = numbers.isEmpty ? nil : Double(numbers.reduce(0, +)) / Double(numbers.count)
            #expect(try result(.average(path)) == average.map(FieldValue.number) ?? .null)
        }
    }

    private func isBefore(_ left: FieldValue, _ right: FieldValue) -> Bool {
        switch (left, right) {
        case (.integer(let a), .integer(let b)): a < b
        case (.day(let a), .day(let b)): a < b
        case (.instant(let a), .instant(let b)): a < b
        case (.boolean(let a), .boolean(let b)): !a && b
        case (.text(let a), .text(let b)): Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8))
        default: false
        }
    }
}
