import Community
import Testing

@testable import Store

/// Two people who edit the same record, each from what they saw.
@Suite struct EditingTests {
    /// An edit of some fields, random but the same for a seed.
    private static func edit(
        of record: [String: FieldValue], _ generator: inout SeededGenerator
    ) -> [String: FieldValue] {
        var edited = record
        func chance() -> Bool { Int.random(in: 0...3, using: &generator) == 0 }
        if chance() {
            edited["status"] = .text(["open", "done", "blocked"].randomElement(using: &generator) ?? "")
        }
        if chance() {
            edited["progress"] =
                Bool.random(using: &generator) ? .null : .integer(Int64.random(in: 0...3, using: &generator))
        }
        if case .localized(var text)? = record["title"] {
            for language in ["ar", "fr"] where chance() {
                text.texts[language] = ["a", "b", nil].randomElement(using: &generator) ?? nil
            }
            edited["title"] = .localized(text)
        }
        if case .list(var tags)? = record["tags"] {
            for tag in ["p", "q", "r"].map(FieldValue.text) where chance() {
                if tags.contains(tag) { tags.removeAll { $0 == tag } } else { tags.append(tag) }
            }
            if chance() { tags.shuffle(using: &generator) }
            edited["tags"] = .list(tags)
        }
        return edited
    }

    /// The smallest things that an edit did: none may be lost.
    private static func deeds(
        _ before: [String: FieldValue], _ after: [String: FieldValue]
    ) -> Set<String> {
        var deeds: Set<String> = []
        for (name, new) in after {
            switch (before[name] ?? .null, new) {
            case (.localized(let old), .localized(let new)):
                for language in Set(old.texts.keys).union(new.texts.keys)
                where old.texts[language] != new.texts[language] {
                    deeds.insert("\(name).\(language)=\(new.texts[language] ?? "")")
                }
            case (.list(let old), .list(let new)):
                for item in new where !old.contains(item) { deeds.insert("\(name)+=\(item)") }
                for item in old where !new.contains(item) { deeds.insert("\(name)-=\(item)") }
            case (let old, let new) where old != new: deeds.insert("\(name)=\(new)")
            default: break
            }
        }
        return deeds
    }

    @Test(arguments: Array(1...60) as [UInt64])
    func `any interleaving of two editors never loses a field silently`(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        var generator = SeededGenerator(seed: seed)
        let names = ["title", "status", "progress", "tags"]
        func read() throws -> [String: FieldValue] {
            let snapshot = try store.snapshot()
            let entity = try snapshot.schema.entity("action_item")
            var values: [String: FieldValue] = [:]
            for name in names {
                let field = try snapshot.schema.field(name, of: entity)
                values[name] = try snapshot.value(of: field, entity, 1)
            }
            if values["tags"] == .null { values["tags"] = .list([]) }
            return values
        }
        try store.make(
            create(
                "action_item", "a-1",
                [
                    "title": .localized(["en": "One", "fr": "Un"]),
                    "tags": .list(["p", "q"].map(FieldValue.text)),
                ]))
        var editors = [(base: Int64(1), seen: try read()), (base: 1, seen: try read())]
        for _ in 0..<12 {
            let editor = Int.random(in: 0...1, using: &generator)
            let (base, seen) = editors[editor]
            let wanted = Self.edit(of: seen, &generator)
            let before = try read()
            do {
                let change = Change.update(entity: "action_item", id: "a-1", base: base, fields: wanted)
                let receipt = try store.make(change)
                let after = try read()
                // What this editor did is there, and what the others did since is, too.
                let mine = Self.deeds(seen, wanted)
                #expect(mine.isSubset(of: Self.deeds(seen, after)), "\(mine)")
                let theirs = Self.deeds(seen, before)
                #expect(theirs.isSubset(of: Self.deeds(seen, after)), "\(theirs)")
                if receipt.changed > 0, Bool.random(using: &generator) {
                    editors[editor] = (receipt.number, after)
                }
            } catch let error as StoreError {
                #expect(error.kind == .conflict)
                #expect(try read() == before)
                editors[editor] = (try store.snapshot().commit, before)
            }
        }
    }

    @Test func `a change of what is newer than what it is based on is refused`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        try store.make(create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]))
        try store.make(create("action_item", "a-1", ["title": .english("One")]))
        let error = #expect(throws: StoreError.self) {
            try store.make(
                .update(entity: "action_item", id: "a-1", base: 1, fields: ["status": .text("done")]))
        }
        #expect(
            error?.description
                == "action_item 'a-1' is newer than commit 1, on which its change is based")
    }
}
