import Foundation
import Testing

@testable import Store

/// `init`, `backup`, `restore`, `doctor`, and communities in a bad state.
struct BackupTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func halqa(_ arguments: String...) throws -> Command { try Command(arguments, in: folder) }

    @Test func `a community is made, with the folders that it is in`() throws {
        let new = try halqa("init", "a/b/c")
        #expect(new.exitCode == 0 && new.output.isEmpty)
        #expect(new.errors.hasPrefix("A community was made in 'a/b/c': 0 organizations"))
        #expect(try halqa("--community", "a/b/c", "doctor").exitCode == 0)
        #expect(try halqa("init", "a/b/c").exitCode == 73)
        #expect(try halqa("init", "a/b/c").errors == "halqa: there is a community in 'a/b/c' already\n")
        #expect(try halqa("init", "a/b", "--quiet").text.isEmpty)
        #expect(try halqa("init", "d", "--demo", "--language", "ar").errors.contains("34 members"))
        #expect(try halqa("--community", "d", "doctor").exitCode == 0)
    }

    @Test(arguments: [
        (["init"], 64, "Missing expected argument '<dir>'"),
        (["init", ""], 64, "the folder's name is empty"),
        (["init", "file"], 73, "'file' is a file; give the name of a folder"),
        (["init", "file/x"], 73, "'file' is a file"), (["init", "/proc/x"], 73, "'/proc/x' cannot be made"),
        (["init", "x", "--name", " "], 64, "--name needs a name"),
        (["init", "x", "--demo", "--name", "y"], 64, "the demo has its own name"),
        (["backup", "none/x.db"], 73, "there is no folder 'none' for the copy 'none/x.db'"),
        (["backup", "file"], 73, "'file' is there already; choose another name"),
        (["backup"], 64, "Missing expected argument"),
        (["restore", "none.db"], 66, "there is no backup 'none.db'"),
        (["restore", "."], 65, "'.' is a folder; give the file that 'halqa backup' made"),
        (["restore", "file"], 65, "the backup 'file' is not a community of Halqa; nothing was changed"),
    ])
    func `a mistake is a sentence`(arguments: [String], code: Int32, message: String) throws {
        let demo = try DemoFolder()
        try demo.folder.file("file", "text")
        let call = try demo.halqa(arguments)
        #expect(call.exitCode == code)
        #expect(call.errors.hasPrefix("halqa: ") && call.errors.contains(message), "\(call.errors)")
        #expect(try demo.folder.text("file") == "text")
        #expect(try demo.halqa("doctor").exitCode == 0)
    }

    @Test func `a backup is whole while somebody writes, and comes back`() throws {
        let demo = try DemoFolder()
        let before = try demo.halqa("list", "members", "--format", "csv").output
        try demo.store.write { connection throws(StoreError) in
            try Statement(connection, "UPDATE member SET name = 'unfinished'").run()
            do {
                let backup = try demo.halqa("backup", "copy.db")
                #expect(backup.exitCode == 0 && backup.errors == "The community was copied to 'copy.db'.\n")
                let restore = try demo.halqa("restore", "copy.db", "--yes")
                #expect(restore.exitCode == 74)
                #expect(restore.errors.contains("is being written to by somebody else"))
            } catch { throw StoreError(.defect, "\(error)") }
        }
        #expect(try demo.halqa("list", "members", "--format", "csv").output.contains("unfinished"))
        let asked = try demo.halqa("restore", "copy.db")
        #expect(asked.exitCode == 64)
        #expect(
            asked.errors.hasPrefix(
                "The community in '.', as of commit 1, would be replaced by 'copy.db', as of commit 1. The former would be "
                    + "kept as './backups/before-restore.db'.\n"), "\(asked.errors)")
        #expect(
            asked.errors.contains("there is nobody to ask here. To write it: halqa restore copy.db --yes"))
        #expect(try demo.halqa("list", "members", "--format", "csv").output.contains("unfinished"))
        let restored = try demo.halqa("restore", "copy.db", "--yes")
        #expect(restored.exitCode == 0)
        #expect(
            restored.errors.contains("What was there is kept in './backups/before-restore.db'"),
            "\(restored.errors)")
        #expect(try demo.halqa("list", "members", "--format", "csv").output == before)
        #expect(try !demo.halqa("doctor").output.contains("warning"))
        #expect(try demo.halqa("restore", "backups/before-restore.db", "--yes").exitCode == 0)
        #expect(try demo.halqa("list", "members", "--format", "csv").output.contains("unfinished"))
    }

    @Test func `of backups under one name the first is made, and no other file is touched`() throws {
        let demo = try DemoFolder()
        try demo.folder.file("same.db.part", "mine")
        // What a process that was killed has left.
        try demo.folder.file(".same.db.halqa-99999999.part", "left")
        let run = try Command(
            shell: """
                for i in 1 2 3 4; do "$program" backup same.db 2>$i.txt & done; wait
                grep -l 'is there already' ?.txt | wc -l
                """, in: demo.folder)
        #expect(run.output == "3\n", "\(run.text)")
        #expect(try demo.folder.text("same.db.part") == "mine")
        #expect(try demo.folder.names.filter { $0.hasSuffix(".part") } == ["same.db.part"])
        #expect(try demo.halqa("restore", "same.db", "--yes").exitCode == 0)
    }

    @Test func `a backup is its owner's alone`() throws {
        let demo = try DemoFolder()
        #expect(try demo.halqa("backup", "copy.db").exitCode == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: demo.path + "/copy.db")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    enum Trouble: String, CaseIterable {
        case damaged, text, empty, folder, newer, foreign
    }

    /// A community in trouble, with what is said of it.
    private func trouble(_ trouble: Trouble) throws -> (DemoFolder, code: Int32, message: String) {
        let demo = try DemoFolder()
        switch trouble {
        case .damaged:
            var bytes = [UInt8](try Data(contentsOf: URL(filePath: demo.database)))
            for place in stride(from: 4096 * 2, to: bytes.count, by: 4096) {
                bytes.replaceSubrange(place..<(place + 200), with: repeatElement(0xA5, count: 200))
            }
            try demo.folder.file("community.db", bytes: bytes)
            return (demo, 65, "the community's file is damaged")
        case .text:
            try demo.folder.file("community.db", "text")
            return (demo, 65, "is not a community of Halqa")
        case .empty:
            try demo.folder.file("community.db", "")
            return (demo, 65, "is not a community of Halqa")
        case .folder:
            try FileManager.default.removeItem(atPath: demo.database)
            try FileManager.default.createDirectory(atPath: demo.database, withIntermediateDirectories: false)
            return (demo, 65, "is not a community of Halqa")
        case .newer:
            try demo.store.write { connection throws(StoreError) in
                try Statement(connection, "INSERT INTO grdb_migrations VALUES ('9 later')").run()
            }
            return (demo, 78, "was written by a later version of Halqa; use that one. Nothing was changed")
        case .foreign:
            try demo.store.write { connection throws(StoreError) in
                try Statement(connection, "PRAGMA application_id = 1").run()
            }
            return (demo, 65, "is not a community of Halqa")
        }
    }

    @Test(arguments: Trouble.allCases)
    func `a community in trouble is told of by every command, and not changed`(trouble: Trouble) throws {
        let (demo, code, message) = try self.trouble(trouble)
        try demo.folder.file("script.lua", "return function(community) return community.members end")
        let before = try? Data(contentsOf: URL(filePath: demo.database))
        for command in [
            ["list", "members"], ["show", "member", "focal-jor"], ["run", "script.lua"], ["runs", "list"],
            ["runs", "show", "x"], ["backup", "copy.db"],
        ] {
            let call = try demo.halqa(command)
            #expect(call.exitCode == code, "\(command): \(call.errors)")
            #expect(call.errors.hasPrefix("halqa: ") && call.errors.contains(message), "\(call.errors)")
            #expect(call.output.isEmpty)
        }
        let doctor = try demo.halqa("doctor", "--format", "csv")
        #expect(doctor.exitCode == 78)
        #expect(doctor.output.contains("FAULT") && doctor.output.contains(message), "\(doctor.output)")
        #expect(try demo.halqa("init", ".").exitCode == 73)
        #expect((try? Data(contentsOf: URL(filePath: demo.database))) == before)
        #expect(try !demo.folder.names.contains { $0.hasPrefix("copy.db") })
    }

    @Test(arguments: [Trouble.damaged, .text, .empty, .newer, .foreign])
    func `a backup in trouble is not restored`(trouble: Trouble) throws {
        let (bad, code, _) = try self.trouble(trouble)
        let demo = try DemoFolder()
        let before = try demo.halqa("list", "members").output
        let restore = try demo.halqa("restore", bad.database)
        #expect(restore.exitCode == code)
        #expect(restore.errors.contains(bad.database), "\(restore.errors)")
        #expect(try demo.halqa("list", "members").output == before)
        #expect(try !demo.folder.names.contains("backups"))
    }

    @Test(arguments: [Trouble.damaged, .text, .empty])
    func `a backup mends a community in trouble, which is kept`(trouble: Trouble) throws {
        let good = try DemoFolder()
        #expect(try good.halqa("backup", "copy.db").exitCode == 0)
        let (bad, _, _) = try self.trouble(trouble)
        let restore = try bad.halqa("restore", good.path + "/copy.db", "--yes")
        #expect(restore.exitCode == 0, "\(restore.errors)")
        #expect(try bad.halqa("doctor").exitCode == 0)
        #expect(try bad.folder.names.contains("backups"))
    }

    /// A limit on the size of files fails a write as a full disk does.
    @Test(arguments: [64, 128, 256, 384, 448, 480, 496, 504, 512, 520, 528, 600, 2000])
    func `where there is no space, what is made is whole or not there`(kilobytes: Int) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return ('x'):rep(500000) end")
        func limited(_ line: String) throws -> Command {
            try Command(shell: "trap '' XFSZ; ulimit -f \(kilobytes); halqa \(line)", in: demo.folder)
        }
        func isThere(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: demo.path + "/" + name)
        }

        let new = try limited("init new --demo")
        #expect((new.exitCode == 0) == isThere("new/community.db"), "\(new.text)")
        if new.exitCode == 0 {
            #expect(try demo.halqa("--community", "new", "doctor").exitCode == 0)
        } else {
            #expect(new.errors.hasPrefix("halqa: ") && [73, 74].contains(new.exitCode), "\(new.text)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: demo.path + "/new").isEmpty)
        }

        let backup = try limited("backup copy.db")
        #expect((backup.exitCode == 0) == isThere("copy.db"), "\(backup.text)")
        #expect(backup.exitCode == 0 || [73, 74].contains(backup.exitCode), "\(backup.text)")
        #expect(try !demo.folder.names.contains { $0.hasSuffix(".part") })
        if backup.exitCode == 0 { #expect(try demo.halqa("restore", "copy.db", "--yes").exitCode == 0) }

        let run = try limited("run script.lua --output x.txt")
        #expect(run.exitCode == 0 ? try demo.folder.text("x.txt").count == 500_001 : !isThere("x.txt"))
        #expect(run.exitCode == 0 || run.exitCode == 74, "\(run.text)")
        #expect(try demo.halqa("doctor").exitCode == 0)
    }

    @Test func `a healthy community has no fault`() throws {
        let doctor = try DemoFolder().halqa("doctor", "--format", "csv")
        #expect(doctor.exitCode == 0)
        #expect(!doctor.output.contains("FAULT"))
        #expect(doctor.output.contains("confinement,"))
        for subject in ["SQLite", "disk", "version", "integrity"] {
            #expect(doctor.output.contains("\(subject),fine"))
        }
    }

    @Test func `without a community the doctor says so`() throws {
        let doctor = try halqa("doctor", "--format", "csv")
        #expect(doctor.exitCode == 78)
        #expect(doctor.output.contains("there is no community in '.'; make one with 'halqa init'"))
    }
}
