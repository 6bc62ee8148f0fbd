import Community
import GRDB

extension Store {
    /// Erases a person: their record keeps nothing but what they were to the community, under a word in the
    /// place of the name; the audit log and the receipts of runs forget them as well, and so does the file.
    /// Nothing brings them back, no undo either.
    ///
    /// Texts that mention them by name are left, and told of: only people can say what is to become of those.
    ///
    /// - Parameters:
    ///   - member: the identifier, also of a member who is deleted already.
    ///   - word: what stands in the place of the name.
    ///   - rewrite: gives a receipt's details without the person; nil when there is nothing in them.
    /// - Throws: `notPermitted` for those who are not administrators; `unknownRecord`.
    public func erase(
        _ member: String, word: String, origin: ChangeSet.Origin, for viewer: Viewer = .operator,
        receipts rewrite: (RunRecord, Erasure.Person) throws -> [UInt8]?
    ) throws -> Erasure {
        try purge("PRAGMA secure_delete = ON")
        let (person, receipts) = try transact(keeping: true) { connection in
            let schema = try declared.current(connection).whole
            if case .member(let someone) = viewer {
                guard try MemberViewer.find(someone.id, schema, connection).role == .admin else {
                    throw StoreError(.notPermitted, "only an administrator may erase a person")
                }
            }
            let eraser = try Eraser(member, word: word, schema, connection)
            let receipts = try Self.rewrite(eraser.person, connection, rewrite)
            try eraser.erase(origin)
            return (eraser.person, receipts)
        }
        // Copies that were never finished have the person still.
        CommunityFile.removeLeftovers(of: file.database)
        let mentions = try snapshot().mentions(of: person.texts)
        return Erasure(
            id: person.newID, mentions: mentions.records, scripts: mentions.scripts, receipts: receipts,
            isPurged: (try? purge("VACUUM")) != nil && file.isLogEmpty, backups: file.backupFiles)
    }

    private static func rewrite(
        _ person: Erasure.Person, _ connection: OpaquePointer,
        _ rewrite: (RunRecord, Erasure.Person) throws -> [UInt8]?
    ) throws -> Int {
        let rows = try Statement(connection, "SELECT number FROM runs ORDER BY number")
        var numbers: [Int64] = []
        while try rows.step() { numbers.append(rows.integer(0)) }
        let update = try Statement(connection, "UPDATE runs SET details = ? WHERE number = ?")
        var count = 0
        for number in numbers {
            let condition: SQL = "WHERE number = \(bind: .integer(number))"
            guard let run = try runs(connection, condition).first, let details = try rewrite(run, person)
            else { continue }
            try update.run([.bytes(details), .integer(number)])
            count += 1
        }
        return count
    }
}

extension Snapshot {
    /// Where a text of the community has one of these within it, whatever the case and accents.
    func mentions(
        of texts: [String]
    ) throws(StoreError) -> (records: [Erasure.Mention], scripts: Int) {
        // What has no letters for a reader would be found in each text.
        let texts = texts.filter { !SearchFold.foldForComparison($0).isEmpty }
        guard !texts.isEmpty else { return ([], 0) }
        func found(in text: SQL) -> SQL {
            .any(texts.map { "instr(folded(\(text)), folded(\(bind: .text($0)))) > 0" })
        }
        var mentions: [Erasure.Mention] = []
        for entity in schema.entities {
            for field in entity.columnFields {
                let condition: SQL
                switch field.type {
                case .text: condition = found(in: "\(name: field.name)")
                case .localizedText, .texts:
                    condition =
                        "EXISTS (SELECT 1 FROM json_each(\(name: field.name)) WHERE \(found(in: "value")))"
                default: continue
                }
                try rows("SELECT id FROM \(name: entity.name) WHERE \(condition) ORDER BY key") {
                    mentions.append(
                        Erasure.Mention(entity: entity.name, id: $0.text(0), field: field.name))
                }
            }
        }
        let scripts = texts.map { "instr(text, CAST(\(bind: .text($0)) AS BLOB)) > 0" as SQL }
        let count = try one("SELECT count(*) FROM sources WHERE \(.any(scripts))") { Int($0.integer(0)) }
        return (mentions, count ?? 0)
    }
}
