import Community
import Testing

@testable import Store

@Suite struct HistoryTests {
    /// Random changes of a few records that refer to each other, from a seed, so that a failure comes back.
    struct RandomChanges {
        var generator: SeededGenerator
        var items: [String] = []
        var organizations: [String] = []
        var made = 0

        init(seed: UInt64) {
            generator = SeededGenerator(seed: seed)
        }

        private mutating func pick(_ ids: [String]) -> FieldValue {
            ids.randomElement(using: &generator).map(FieldValue.reference) ?? .null
        }

        private mutating func fields() -> [String: FieldValue] {
            let words = ["الحُرِّيَّة", "enfants réfugiés", "border \"guards\"", "x\u{0}y", "workplan"]
            var owners: [FieldValue] = []
            for id in organizations where Bool.random(using: &generator) { owners.append(.reference(id)) }
            return [
                "title": .localized(["en": words.randomElement(using: &generator) ?? "", "fr": "\(made)"]),
                "owners": .list(owners.shuffled(using: &generator)), "parent": pick(items),
                "due": .day(Day(number: Int.random(in: -1000...30000, using: &generator))),
                "tags": .list([.text("t\(Int.random(in: 0...5, using: &generator))")]),
                "progress": Bool.random(using: &generator) ? .null : .integer(7),
            ]
        }

        mutating func next() -> [Change] {
            made += 1
            switch Int.random(in: 0...5, using: &generator) {
            case 0:
                let id = "o-\(made)"
                organizations.append(id)
                return [
                    create(
                        "organization", id, ["name": .english("Organization \(made)"), "kind": .text("ngo")])
                ]
            case 1, 2:
                let ids = ["a-\(made)-1", "a-\(made)-2"]
                var first = fields()
                first["parent"] = .reference(ids[1])
                let second = fields()
                items += ids
                return [
                    .create(entity: "action_item", id: ids[0], fields: first),
                    .create(entity: "action_item", id: ids[1], fields: second),
                ]
            case 3 where !items.isEmpty:
                let removed = Set(items.shuffled(using: &generator).prefix(2))
                items.removeAll { removed.contains($0) }
                return removed.sorted().map { .delete(entity: "action_item", id: $0) }
            default:
                guard let id = items.randomElement(using: &generator) else { return [] }
                return [.update(entity: "action_item", id: id, base: nil, fields: fields())]
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `going back gives each earlier commit as it was, keys, versions and words included`(seed: UInt64)
        throws
    {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        var dumps = [0: try store.dump()]
        var random = RandomChanges(seed: seed)
        for _ in 0..<60 {
            // Some are refused, because what they delete is referred to: then nothing is other than before.
            do {
                let changes = random.next()
                let receipt = try store.apply(ChangeSet(changes, origin: .test))
                dumps[Int(receipt.number)] = try store.dump()
            } catch let error as StoreError {
                #expect(error.kind == .conflict || error.kind == .unknownRecord)
            }
        }
        #expect(dumps.count > 20)
        for (commit, dump) in dumps {
            let copy = try store.historical(at: Int64(commit), copiedTo: folder.path + "/\(commit)")
            #expect(try copy.dump() == dump, "commit \(commit)")
            #expect(try copy.snapshot().commit == Int64(commit))
        }
        #expect(try store.dump() == dumps[dumps.count - 1])
    }

    @Test func `there is no going back to a commit that is not there`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        for commit in [-1, 1] as [Int64] {
            let error = #expect(throws: StoreError.self) {
                try store.historical(at: commit, copiedTo: folder.path + "/copy\(commit)")
            }
            #expect(error?.description == "there is no commit \(commit); the last one is 0")
        }
    }
}

/// Random numbers that are the same each time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
