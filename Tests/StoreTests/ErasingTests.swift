import Community
import Plugins
import Testing

@testable import Store

/// What is left of an erased person in any table of the file.
struct ErasingTests {
    /// A person whose traces are everywhere, and another whose identifier begins with theirs.
    struct Person: Sendable, CustomTestStringConvertible {
        let id: String
        let name: String
        /// Whether the identifier has a part of the name in it, and has to go as well.
        var isTelling = true

        var other: String { id + "-other" }
        var email: String { "\(isTelling ? id : "somebody")@example.org" }
        var testDescription: String { name }
        var texts: [String] { (isTelling ? [id] : []) + [name, email] }
        /// Words in which the person stands, as rules, scripts and people put them.
        var words: String { "member '\(id)' (\(name)): \"\(name)\", \(email), not \(other)" }
    }

    static let people = [
        Person(id: "ann-lee", name: "Ann Leeward"), Person(id: "ann", name: "ann"),
        Person(id: "zebedee.q", name: "Zebedee \"Zeb\" Quark"),
        Person(id: "black", name: "Back\\slash \\\"Black"),
        Person(id: "خطيب", name: "هند الخطيب"), Person(id: "comma", name: "\",\"", isTelling: false),
        Person(id: "percent", name: "%_%", isTelling: false), Person(id: "lined", name: "Lined\nName"),
    ]

    private let fixture: PluginFixture
    private var store: Store { fixture.store }

    init() throws {
        fixture = try PluginFixture()
    }

    private static let manifest = """
        [needs]
        read = ["members"]
        [fields.member.nickname]
        type = "text"
        personal = true
        [fields.session.scribe]
        type = "member"
        [settings.owner]
        type = "member"
        [settings.note]
        type = "text"
        """

    /// Fills every table, with the person wherever one can be.
    ///
    /// - Returns: the number of a commit with a warning.
    @discardableResult
    private func live(_ person: Person) throws -> Int64 {
        let origin = ChangeSet.Origin(by: person.id, command: "test", at: .test)
        try store.make(
            create(
                "member", person.id,
                [
                    "name": .text(person.name), "organization": .reference("jor"), "role": .text("admin"),
                    "email": .text(person.email), "position": .english(person.words),
                ]),
            create("member", person.other, ["name": .text("Bystander"), "organization": .reference("jor")]))
        var installation = try PluginFixture.installation(
            "tally", "1.0.0", Self.manifest, granted: Permissions(read: ["members"]))
        installation = PluginInstallation(
            installation.package, granted: installation.granted, origin: "/home/\(person.id)/tally",
            contributions: installation.contributions.map {
                InstalledContribution(
                    plugin: "tally", contribution: $0.contribution, description: $0.description,
                    problem: person.words)
            })
        try store.install(installation, for: ["jor"], by: origin)
        try store.setSettings(
            ["owner": .reference(person.id), "note": .text(person.words)], of: "tally", for: "jor", by: origin
        )
        try store.setSettings(["owner": .reference(person.other)], of: "tally", by: origin)
        var changes = ChangeSet(
            [
                .update(
                    entity: "member", id: person.id, base: nil,
                    fields: ["x.tally.nickname": .text(person.name)]),
                create(
                    "session", "s-1",
                    [
                        "title": .english("First"), "kind": .text("talk"),
                        "x.tally.scribe": .reference(person.id),
                    ]),
                create(
                    "action_item", "a-1",
                    ["title": .english("First"), "assignee": .reference(person.id)]),
                create(
                    "agenda_item", "ai-1",
                    [
                        "session": .reference("s-1"), "title": .english("First"),
                        "speakers": .records(person.id, person.other),
                    ]),
            ], origin: origin)
        changes.accepted = [ChangeSet.Warning(rule: "tally/rule", text: person.words)]
        let number = try store.apply(changes).number
        let version = try store.plugin("tally")
        for number in 1...5 {
            var details = JSONText()
            details.sequence("{", [person.words], "}") {
                $0.raw("\"message\":")
                $0.string($1)
            }
            try store.record(
                RunRecord(
                    id: "run-\(number)", at: .test, viewer: person.id, script: "tally/\(person.id)",
                    source: "hash", commit: 1, outcome: "error", details: details.bytes,
                    plugin: PluginRun(
                        plugin: "tally", version: version.version, hash: version.hash, verdict: .failed,
                        elapsed: 1, memory: 1, message: person.words)), text: [1])
        }
        return number
    }

    /// Each text of the file as a reader has it: those within JSON on their own, with the column's name.
    private func cells() throws -> [(column: String, text: String)] {
        try store.write { connection throws(StoreError) in
            var cells: [(column: String, text: String)] = []
            for table in try Self.texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'") {
                for column in try Self.texts(
                    connection, "SELECT name FROM pragma_table_info(\(bind: .text(table)))")
                {
                    for text in try Self.texts(
                        connection,
                        """
                        SELECT \(name: column) FROM \(name: table)
                        WHERE typeof(\(name: column)) IN ('text', 'blob')
                        """)
                    {
                        let name = "\(table).\(column)"
                        cells += (JSONReader.value(of: text).map(Self.texts) ?? [text]).map { (name, $0) }
                    }
                }
            }
            return cells
        }
    }

    private static func texts(_ connection: OpaquePointer, _ sql: SQL) throws(StoreError) -> [String] {
        let rows = try Statement(connection, sql)
        var texts: [String] = []
        while try rows.step() { texts.append(String(decoding: rows.blob(0), as: UTF8.self)) }
        return texts
    }

    private static func texts(_ value: JSONReader.Value) -> [String] {
        switch value {
        case .text(let text): [text]
        case .list(let items): items.flatMap(texts)
        case .object(let members): members.flatMap { [$0.key] + texts($0.value) }
        default: []
        }
    }

    @Test(arguments: people)
    func `an erased person is in no column of any table, and nobody else is touched`(person: Person) throws {
        let number = try live(person)
        func isTold(_ text: String) -> Bool {
            let text = text.replacing(person.other, with: "")
            return person.texts.contains { text.unicodeScalars.contains($0.unicodeScalars) }
        }
        let before = try cells()
        let told = Set(before.filter { isTold($0.text) }.map(\.column))
        let erasure = try store.eraseAsTest(person.id)
        #expect((erasure.id != person.id) == person.isTelling)
        let after = try cells()
        #expect(after.filter { isTold($0.text) }.map { "\($0.column): \($0.text)" } == [])
        func others(_ cells: [(column: String, text: String)]) -> [String] {
            cells.filter { $0.text.contains(person.other) && $0.column != "audit.id" }.map(\.column).sorted()
        }
        // What the person's own record said of others went with it.
        let own: Set = ["member.position", "audit.before", "audit.after", "search_member_data.block"]
        #expect(others(after).filter { !own.contains($0) } == others(before).filter { !own.contains($0) })

        let word = "Erased person"
        let name = person.name == person.id ? erasure.id : word
        let words = "member '\(erasure.id)' (\(name)): \"\(name)\", \(word), not \(person.other)"
        #expect(
            try store.snapshot().loggedCommit(number).accepted == [
                ChangeSet.Warning(rule: "tally/rule", text: words)
            ])
        #expect(try store.pluginHealth("tally").lastError?.message == words)
        #expect(
            try store.chosenSettings(of: "tally", for: "jor") == [
                "owner": .reference(erasure.id), "note": .text(words),
            ])
        #expect(try store.pluginEvents("tally").allSatisfy { $0.by == erasure.id })
        // Each of these columns told of the person before.
        for (table, columns) in PersonColumn.all {
            for (column, kind) in columns where [.identifier, .text, .json, .receipt].contains(kind) {
                #expect(!person.isTelling || told.contains("\(table).\(column)"), "\(table).\(column)")
            }
        }
    }

    @Test func `of each column it is said whether it tells of people`() throws {
        try live(Self.people[0])
        let columns = try store.write { connection throws(StoreError) in
            let schema = try store.declared.current(connection).whole
            let entities = Set(
                schema.entities.flatMap { [$0.name] + $0.joinedFields.map($0.joinTable) })
            var columns: [String: Set<String>] = [:]
            for table in try Self.texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")
            where !entities.contains(table)
                && !["search_", "sqlite_", "grdb_"].contains(where: table.hasPrefix)
            {
                #expect(
                    try !Self.texts(connection, "SELECT 1 FROM \(name: table) LIMIT 1").isEmpty, "\(table)")
                columns[table] = Set(
                    try Self.texts(
                        connection,
                        """
                        SELECT name FROM pragma_table_info(\(bind: .text(table))) WHERE type IN ('TEXT', 'BLOB')
                        """))
            }
            return columns
        }
        #expect(columns == PersonColumn.all.mapValues { Set($0.keys) })
    }

    @Test(arguments: people)
    func `texts that mention an erased person are told of, and no others`(person: Person) throws {
        try live(person)
        try store.make(
            create("session", "said", ["title": .english("As \(person.name) said"), "kind": .text("talk")]),
            create(
                "session", "other",
                ["title": .localized(["ar": "الجلسة", "fr": "Séance"]), "kind": .text("talk")]),
            create("practice", "p-1", ["title": .english("First"), "tags": .list([.text(person.name)])]))
        #expect(
            try store.eraseAsTest(person.id).mentions == [
                Erasure.Mention(entity: "session", id: "said", field: "title"),
                Erasure.Mention(entity: "practice", id: "p-1", field: "tags"),
            ])
    }

    @Test(arguments: [
        ("ann", "member 'ann': ann, (ann) ann.", "member 'new': new, (new) new."),
        ("ann", "ann-lee, ann_lee, joann, anna, ann.lee, x.ann, ann2", nil),
        ("ann", "name=ann", "name=new"), ("ann", "/home/ann/x", "/home/new/x"), ("ann", "", nil),
        ("هند", "العضو 'هند' وهند-علي", "العضو 'new' وهند-علي"),
    ])
    func `an identifier goes where it stands alone`(id: String, text: String, expected: String?) {
        let person = Erasure.Person(id: id, newID: "new", texts: ["Somebody"], word: "-")
        #expect(person.erased(from: text) == expected ?? text)
    }

    @Test func `the longest text goes first, and nothing that was put in`() {
        let person = Erasure.Person(
            id: "ann-lee", newID: "erased-1", texts: ["Ann", "Ann Lee", "ann-lee@example.org", "person"],
            word: "Erased person")
        #expect(
            person.erased(from: "Ann Lee <ann-lee@example.org>, Ann, ann-lee, a person")
                == "Erased person <Erased person>, Erased person, erased-1, a Erased person")
    }
}

extension Store {
    /// Erases a person where receipts' details are any JSON.
    func eraseAsTest(_ id: String, for viewer: Viewer = .operator) throws -> Erasure {
        try erase(id, word: "Erased person", origin: .test, for: viewer) { run, person in
            let former = String(decoding: run.details, as: UTF8.self)
            return Array(JSONReader.json(former) { person.erased(from: $0) }.utf8)
        }
    }
}
