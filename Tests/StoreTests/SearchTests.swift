import Community
import Testing

@testable import Store

@Suite struct SearchTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
        try store.make(
            create(
                "organization", "jor",
                [
                    "name": .localized(["ar": "الأُردُن", "en": "Jordan", "fr": "Jordanie"]),
                    "kind": .text("state"),
                ]),
            create("organization", "jor-2", ["name": .localized(["en": "JÓRDAN"]), "kind": .text("ngo")]),
            create("organization", "sign", ["name": .english("—"), "kind": .text("ngo")]),
            create(
                "member", "m-1",
                [
                    "name": .text("Someone"), "organization": .reference("jor"),
                    "email": .text("hidden@example.org"),
                ]),
            create(
                "practice", "p-1",
                [
                    "title": .localized([
                        "ar": "الحُرِّيَّة والأطفال", "fr": "Enfants réfugiés à l’école",
                        "en": "Border-guard training: a-k3f9",
                    ]),
                    "summary": .english("Second field, with \"quotes\" and NEAR"),
                ]),
            create("practice", "p-2", ["title": .english("Another one")]))
    }

    @Test(arguments: [
        "الحرية", "الحُرِّيَّة", "اطفال", "والأطفال", "أطفال", "حرية", "refugies", "réfugiés", "REFUGIES", "ecole",
        "enf", "border", "guard",
        "border-guard", "a-k3f9", "training enfants", "second border", "quotes", "\"quotes\"", "near",
        "-border", "^border", "AND",
    ])
    func `words are found whatever their vowels, hamzas, accents and case, in any field and language`(
        text: String
    ) throws {
        var query = Query("practice")
        query.searches = [text]
        // The article and the conjunction are a part of the word in Arabic: what stands behind is not found.
        let isInside = ["اطفال", "أطفال", "حرية"].contains(text)
        #expect(try store.snapshot().count(query) == (isInside ? 0 : 1))
    }

    @Test(arguments: [
        "", " ", "—", "*", "\"", "\" OR title : another", "title:another", "another OR border", "NOT", "(",
        "{title} : x",
        "another*zzz", "NEAR(a b)", "\u{0}", "a\u{0}nother zzz", "hidden", "';--",
    ])
    func `what is typed is words, never a command`(text: String) throws {
        for entity in ["practice", "member"] {
            var query = Query(entity)
            query.searches = [text]
            #expect(try store.snapshot().count(query) == 0)
        }
    }

    @Test func `several searches must all be met`() throws {
        var query = Query("practice")
        query.searches = ["another", "one"]
        #expect(try store.snapshot().count(query) == 1)
        query.searches = ["another", "border"]
        #expect(try store.snapshot().count(query) == 0)
    }

    @Test func `the index follows changes`() throws {
        try store.make(
            .update(entity: "practice", id: "p-2", base: nil, fields: ["title": .english("Renamed")]),
            .delete(entity: "practice", id: "p-1"))
        for (word, count) in [("another", 0), ("renamed", 1), ("border", 0)] {
            var query = Query("practice")
            query.searches = [word]
            #expect(try store.snapshot().count(query) == count)
        }
    }

    @Test(
        arguments: [
            ("الاردن", 1), ("jordanie", 1), ("jor", 1), ("JOR-2", nil), ("jord", nil), ("—", 3),
            ("none", nil),
        ] as [(String, Int64?)])
    func `a record is found by its identifier or its whole name in any language`(name: String, key: Int64?)
        throws
    {
        let snapshot = try store.snapshot()
        #expect(try snapshot.find(name, in: snapshot.schema.entity("organization")) == key)
    }

    @Test func `a name that several have is no answer`() throws {
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity("organization")
        let error = #expect(throws: StoreError.self) { try snapshot.find("jordan", in: entity) }
        #expect(
            error?.description
                == "several organizations are called 'jordan': 'jor', 'jor-2'; say which by its identifier")
        #expect(snapshot.rowsRead > 0)
    }

    @Test func `an unknown name gets the nearest that there is`() throws {
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity("organization")
        #expect(
            try snapshot.unknown("Jordanx", entity).description
                == "there is no organization 'Jordanx'; did you mean 'Jordan'?")
    }
}
