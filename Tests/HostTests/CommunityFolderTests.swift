import Community
import Foundation
import Store
import Testing

@testable import Host

/// Communities written out as folders, and brought in again.
@Suite(.demo) struct CommunityFolderTests {
    private static let origin = ChangeSet.Origin(by: "operator", command: "test", at: Demo.now)

    private let scratch = NSTemporaryDirectory() + "halqa-folder-\(UUID().uuidString)"

    private func withScratch(_ body: (String) throws -> Void) throws {
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        try body(scratch)
    }

    private func access(_ folder: String, as viewer: String? = nil) throws -> CommunityAccess {
        try CommunityAccess(folder: folder, viewer: viewer, now: "2026-11-22", language: nil)
    }

    /// Every file of a folder, by its name.
    private func files(_ folder: String) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
            })
    }

    private func exported(_ community: String, as viewer: String? = nil) throws -> [String: String] {
        let folder = "\(scratch)/\(UUID().uuidString)"
        _ = try CommunityFolder.export(access(community, as: viewer), to: folder) { _ in }
        return try files(folder)
    }

    private func imported(_ folder: String, into community: String) throws -> CommitReceipt? {
        let proposal = try CommunityImport(access(community), from: folder).proposal()
        return try proposal.apply(proposal.plan { _ in }, accepting: [])
    }

    @Test func `the demo, written out and brought in, is written out in the same bytes`() throws {
        try withScratch { scratch in
            let demo = try Demo.shared
            _ = try CommunityFolder.export(access(demo.folder), to: scratch + "/out") { _ in }
            let new = try CommunityImport(access(scratch + "/new"), from: scratch + "/out")
            #expect(try new.isNew && new.create() > 300)
            let out = try files(scratch + "/out")
            #expect(try exported(scratch + "/new") == out)
            #expect(out.keys.count == Schema.standard.entities.count + 1)
            let check = Store.check(scratch + "/new").filter { $0.severity != .fine }
            #expect(check == [], "\(check)")
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `random records of every type of field keep every byte`(seed: UInt64) throws {
        try withScratch { scratch in
            var random = RandomRecords(seed: seed)
            let store = try Store.create(
                at: scratch + "/first", name: ["ar": "أول", "en": "First"], language: "ar", now: Demo.now)
            for plugin in ["zeta", "alpha"] {
                try store.declare(try random.fields(of: plugin), of: plugin, by: Self.origin)
            }
            let schema = try store.snapshot().schema
            try store.apply(ChangeSet(random.changes(schema, count: 12), origin: Self.origin))
            _ = try CommunityFolder.export(access(scratch + "/first"), to: scratch + "/out") { _ in }
            let out = try files(scratch + "/out")
            _ = try CommunityImport(access(scratch + "/second"), from: scratch + "/out").create()
            #expect(try exported(scratch + "/second") == out)

            // Into a community that has gone on, and back.
            try store.apply(ChangeSet(random.edits(schema, of: try store.snapshot()), origin: Self.origin))
            let moved = try exported(scratch + "/first")
            #expect(moved != out)
            let receipt = try #require(try imported(scratch + "/out", into: scratch + "/first"))
            #expect(try exported(scratch + "/first") == out)
            try store.undo(receipt.number, origin: Self.origin)
            #expect(try exported(scratch + "/first") == moved)
            _ = try imported(scratch + "/out", into: scratch + "/first")
            let again = try CommunityImport(access(scratch + "/first"), from: scratch + "/out").proposal()
                .plan { _ in }
            #expect(again.changed == 0 && again.unchanged > 50)
        }
    }

    @Test(arguments: ["focal-jor", "observer"])
    func `with a viewer there is only what they may see`(viewer: String) throws {
        try withScratch { _ in
            let demo = try Demo.shared
            let snapshot = try demo.snapshot(as: viewer, language: "en")
            let out = try exported(demo.folder, as: viewer)
            #expect(out["community.json"]?.contains("\"viewer\":\"\(viewer)\"") == true)
            var compared = 0
            for entity in snapshot.schema.entities {
                let lines = (out[CommunityFolder.file(of: entity)] ?? "").split(separator: "\n")
                let keys = try snapshot.keys(Query(entity.name))
                #expect(lines.count == keys.count, "\(entity.name)")
                let ids = try snapshot.identifiers(entity, keys)
                for line in lines {
                    guard
                        case .upsert(_, let id, let fields) = try RecordLine(entity, written: []).change(
                            String(line)),
                        let key = ids.first(where: { $0.value == id })?.key
                    else {
                        Issue.record("\(line)")
                        continue
                    }
                    let seen = try FieldInput(snapshot: snapshot, entity: entity).values(of: key)
                    for field in entity.storedFields where field.inherited == nil && field.type != .identifier
                    {
                        compared += 1
                        #expect(fields[field.name] == seen[field.name], "\(entity.name) \(id) \(field.name)")
                    }
                }
            }
            #expect(compared > 300)
        }
    }

    @Test func `what a viewer could not see stays when their folder is brought in`() throws {
        try withScratch { scratch in
            let demo = try Demo.shared
            let before = try exported(demo.folder)
            _ = try CommunityFolder.export(access(demo.folder, as: "observer"), to: scratch + "/out") { _ in }
            #expect(try imported(scratch + "/out", into: demo.folder)?.changed == 0)
            #expect(try exported(demo.folder) == before)
        }
    }

    @Test(arguments: [
        ("objectives.jsonl", "{\"id\":\"1\"", "objectives.jsonl', line 1: it is not a JSON object"),
        ("objectives.jsonl", "\n{\"number\":1}", "line 2: it has no \"id\""),
        ("objectives.jsonl", "{\"id\":\"1\",\"nmber\":1}", "did you mean 'number'?"),
        ("objectives.jsonl", "{\"id\":\"1\",\"number\":\"one\"}", "objective '1': 'number'"),
        (
            "objectives.jsonl", "{\"id\":\"1\",\"label\":{\"en\":1}}",
            "'label' is not written as localized text"
        ),
        ("action_items.jsonl", "{\"id\":\"a\",\"due\":\"2024-02-30\"}", "'due' is not written as date"),
        ("action_items.jsonl", "{\"id\":\"a\",\"owners\":[\"none\"]}", "there is no organization 'none'"),
        ("action_items.jsonl", "{\"id\":\"a\",\"x.none.y\":1}", "install the plugin 'none', which has it"),
        ("action_itms.jsonl", "", "is of no entity of this version of Halqa"),
        ("community.json", "{}", "it is not the JSON that `halqa export community` writes"),
        ("community.json", "{\"format\":9}", "by a later version of Halqa"),
        ("community.json", "{\"format\":1}", "it lacks the community's name"),
        ("members.jsonl", "\u{FEFF}{}", "line 1: it is not a JSON object"),
    ])
    func `what cannot be brought in is told by file, line and record, and nothing is made`(
        name: String, text: String, message: String
    ) throws {
        try withScratch { scratch in
            _ = try CommunityFolder.export(access(try Demo.shared.folder), to: scratch + "/out") { _ in }
            try text.write(toFile: scratch + "/out/" + name, atomically: true, encoding: .utf8)
            let error = #expect(throws: (any Error).self) {
                _ = try CommunityImport(access(scratch + "/new"), from: scratch + "/out").create()
            }
            #expect("\(error as Any)".contains(message), "\(error as Any)")
            #expect(!FileManager.default.fileExists(atPath: scratch + "/new/community.db"))
            #expect(!FileManager.default.fileExists(atPath: scratch + "/new/community.db.part"))
        }
    }

    private static func breakOff(_ folder: FolderAside) throws {
        var file = try folder.file("a")
        try file.write("a")
        throw CancellationError()
    }

    @Test func `a folder is made whole or not at all, and never in the place of another`() throws {
        try withScratch { scratch in
            let demo = try access(try Demo.shared.folder)
            #expect(throws: CancellationError.self) { try Self.breakOff(FolderAside(scratch + "/out")) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == [])
            // One that a process has left that is gone: no process has this number.
            try FileManager.default.createDirectory(
                atPath: scratch + "/.out.halqa-2147483646.part/x", withIntermediateDirectories: true)
            try FileManager.default.createDirectory(
                atPath: scratch + "/out", withIntermediateDirectories: true)
            _ = try CommunityFolder.export(demo, to: scratch + "/out/") { _ in }
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == ["out"])
            let error = #expect(throws: (any Error).self) {
                _ = try CommunityFolder.export(demo, to: scratch + "/out") { _ in }
            }
            #expect("\(error as Any)".contains("is there already"))
        }
    }
}
