import Community
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct KeepingTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
        try store.make(
            create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]),
            create("member", "m-1", ["name": .text("Focal point"), "organization": .reference("jor")]),
            create("member", "m-2", ["name": .text("Chair"), "organization": .reference("jor")]),
            create(
                "session", "s-1",
                [
                    "title": .english("Talk"), "kind": .text("talk"),
                    "chairs": .records("m-2", "m-1"), "hosts": .records("jor"),
                ]))
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    @Test func `a backup is the whole community in one file, made while it is in use`() throws {
        let snapshot = try store.snapshot()
        let backup = folder.path + "/backup.db"
        try store.backup(to: backup)
        #expect(try snapshot.count(Query("organization")) == 1)
        #expect(!exists(backup + "-wal"))
        let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(throws: StoreError(.exists, "'\(backup)' is there already; choose another name")) {
            try store.backup(to: backup)
        }
        let restored = folder.path + "/restored"
        #expect(try Store.restore(from: backup, to: restored) == nil)
        #expect(try Store(opening: restored, for: .writing).dump() == store.dump())
    }

    @Test func `a backup that cannot be written is told`() throws {
        let error = #expect(throws: StoreError.self) { try store.backup(to: folder.path + "/none/backup.db") }
        #expect(error?.kind == .cannotCreate)
    }

    @Test func `a restore keeps the community that was there`() throws {
        let backup = folder.path + "/backup.db"
        try store.backup(to: backup)
        let other = folder.path + "/other"
        do {
            let store = try Store.create(at: other, name: ["en": "Other"], language: "en", now: .test)
            try store.make(
                create("organization", "lbn", ["name": .english("Lebanon"), "kind": .text("state")]))
            let inUse = #expect(throws: StoreError.self) { try Store.restore(from: backup, to: other) }
            #expect(inUse?.kind == .busy)
            #expect(try store.snapshot().community.name == ["en": "Other"])
        }
        let kept = try #require(try Store.restore(from: backup, to: other))
        #expect(kept == other + "/backups/before-restore.db")
        #expect(try Store(opening: other, for: .reading).snapshot().community.name == ["en": "Test"])
        try Store.restore(from: kept, to: folder.path + "/again")
        let again = try Store(opening: folder.path + "/again", for: .reading).snapshot()
        #expect(again.community.name == ["en": "Other"])
        #expect(try again.count(Query("organization")) == 1)
    }

    @Test func `a damaged community is replaced and kept`() throws {
        let backup = folder.path + "/backup.db"
        try store.backup(to: backup)
        let other = folder.path + "/other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        try Data("damaged".utf8).write(to: URL(fileURLWithPath: other + "/community.db"))
        let kept = try #require(try Store.restore(from: backup, to: other))
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "damaged")
        #expect(try Store(opening: other, for: .writing).snapshot().commit == 1)
    }

    @Test func `only a sound backup of a community is restored`() throws {
        let backup = folder.path + "/backup.db"
        let error = #expect(throws: StoreError.self) {
            try Store.restore(from: backup, to: folder.path + "/new")
        }
        #expect(error?.kind == .missing)
        try Data("nothing".utf8).write(to: URL(fileURLWithPath: backup))
        let other = #expect(throws: StoreError.self) {
            try Store.restore(from: backup, to: folder.path + "/new")
        }
        #expect(other?.kind == .notACommunity)
        try FileManager.default.removeItem(atPath: backup)
        try store.backup(to: backup)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
        for index in (bytes.count / 2)..<bytes.count { bytes[index] = 0x5A }
        try bytes.write(to: URL(fileURLWithPath: backup))
        let damaged = #expect(throws: StoreError.self) {
            try Store.restore(from: backup, to: folder.path + "/new")
        }
        #expect(damaged?.kind == .damaged)
        #expect(!exists(folder.path + "/new/community.db"))
        #expect(!exists(folder.path + "/new"))
    }

    @Test func `receipts of runs are listed, the latest first, and scripts kept once`() throws {
        func run(_ id: String, _ outcome: String) -> RunRecord {
            RunRecord(
                id: id, at: .test, viewer: "operator", script: "Scripts/x.lua", source: "hash", commit: 1,
                outcome: outcome, details: Array("{\"a\":\u{0}1}".utf8))
        }
        let text = Array("return function() end -- \u{0} ".utf8) + [0xFF]
        try store.record(run("r-1", "done"), text: text)
        try store.record(run("r-2", "error"), text: text)
        #expect(try store.runs() == [run("r-2", "error"), run("r-1", "done")])
        #expect(try store.runs(limit: 1) == [run("r-2", "error")])
        #expect(try store.run("r-1") == run("r-1", "done"))
        #expect(try store.run("r-3") == nil)
        #expect(try store.source("hash") == text)
        #expect(try store.source("other") == nil)
        let error = #expect(throws: StoreError.self) { try store.record(run("r-1", "done"), text: []) }
        #expect(error?.kind == .exists)
    }

    @Test func `a sound community has no faults, a broken one says what to do`() throws {
        let findings = Store.check(store.path)
        #expect(findings.filter { $0.severity == .fault }.isEmpty)
        #expect(findings.contains { $0.subject == "integrity" && $0.severity == .fine })
        #expect(
            Store.check(folder.path + "/none").contains { $0.subject == "community" && $0.severity == .fault }
        )
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: store.path + "/community.db", configuration: configuration).write {
            try $0.execute(
                sql:
                    "INSERT INTO member (id, version, name, organization, role, active) VALUES ('m', 1, '', 9, '', 1)"
            )
        }
        let broken = Store.check(store.path).filter { $0.severity == .fault }
        #expect(broken.map(\.text) == ["a member (key 3) refers to a missing organization"])
        #expect(broken.first?.advice == "restore a backup with 'halqa restore'")
        let path = folder.path + "/broken"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("text".utf8).write(to: URL(fileURLWithPath: path + "/community.db"))
        #expect(Store.check(path).contains { $0.advice == "restore a backup with 'halqa restore'" })
    }

    @Test(arguments: [
        ("/home/a/x", "ext4"), ("/mnt/share", "nfs4"), ("/mnt/shared", "ext4"), ("/mnt/a b/c", "fuse.sshfs"),
        ("/over", "tmpfs"),
    ])
    func `the file system is that of the innermost mount`(path: String, kind: String) {
        let mounts = """
            /dev/sda1 / ext4 rw 0 0
            server:/share /mnt/share nfs4 rw 0 0
            host: /mnt/a\\040b fuse.sshfs rw 0 0
            /dev/sdb /over ext3 rw 0 0
            none /over tmpfs rw 0 0
            """
        #expect(FileSystem.kind(of: path, mounts: mounts) == kind)
        #expect(FileSystem.isOfNetwork(kind) == ["nfs4", "fuse.sshfs"].contains(kind))
    }
}
