import Foundation
import Testing

/// `types` and `reference`, and the pages of the project that they write.
struct ManualTests {
    /// The project's own folder.
    private static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: [("reference", "docs/reference"), ("types", "docs/types")])
    func `the committed pages are those that the program writes`(command: String, path: String) throws {
        let folder = try TemporaryFolder()
        let written = try Command([command, "out", "--quiet"], in: folder)
        #expect(written.exitCode == 0 && written.text == "", "\(written.text)")
        let output = URL(filePath: folder.path).appending(path: "out")
        let committed = Self.project.appending(path: path)
        let names = try files(in: output)
        #expect(try names == files(in: committed).filter { $0 != "README.md" }, "write them with 'make docs'")
        for name in names {
            let new = try String(contentsOf: output.appending(path: name), encoding: .utf8)
            let old = try String(contentsOf: committed.appending(path: name), encoding: .utf8)
            #expect(new == old, "\(path)/\(name) is stale; write it with 'make docs'")
        }
    }

    private func files(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(
                atPath: folder.appending(path: name).path, isDirectory: &isFolder)
            return !isFolder.boolValue
        }.sorted()
    }

    @Test func `the reference of the API goes to standard output`() throws {
        let command = try Command(["reference"], in: TemporaryFolder())
        #expect(command.exitCode == 0 && command.errors == "")
        #expect(
            try command.output
                == String(
                    contentsOf: Self.project.appending(path: "docs/reference/lua.md"), encoding: .utf8))
    }

    @Test func `luacheck passes what the program writes, knows the names of scripts, and no others`() throws {
        let folder = try TemporaryFolder()
        #expect(try Command(["types", "."], in: folder).exitCode == 0)
        try folder.file(
            "good.lua",
            "return report { run = function(community, params) return json.encode { today } end }\n")
        try folder.file("bad.lua", "return function() return json.encod {}, os.time(), todya end\n")
        let good = try Command(
            shell: "luacheck --quiet good.lua && luacheck --no-config .halqa/halqa.lua .halqa/luacheck.lua",
            in: folder)
        #expect(good.exitCode == 0, "\(good.text)")
        let bad = try Command(shell: "luacheck --no-color bad.lua", in: folder).output
        #expect(bad.contains("Total: 3 warnings"), "\(bad)")
    }

    @Test func `what others wrote is not replaced`() throws {
        let folder = try TemporaryFolder()
        #expect(try Command(["types", "."], in: folder).exitCode == 0)
        #expect(try Command(["types", "."], in: folder).exitCode == 0)
        try folder.file(".luacheckrc", "std = 'lua54'\n")
        try folder.file(".luarc.json", "stale")
        let refused = try Command(["types", "."], in: folder)
        #expect(refused.exitCode == 73)
        #expect(
            refused.errors
                == "halqa: '.luarc.json' is there already, and was not written by 'halqa types'; move it away, or name "
                + "another folder and take from it what you need\n")
        #expect(try folder.text(".luacheckrc") == "std = 'lua54'\n")
        try folder.file("file", "")
        #expect(try Command(["types", "file"], in: folder).exitCode == 73)
        #expect(try Command(["reference", "file"], in: folder).exitCode == 73)
    }

    @Test func `the fields are those of the community that is named`() throws {
        let demo = try DemoFolder()
        #expect(try demo.halqa("types", "out", "--community", demo.path).exitCode == 0)
        #expect(try demo.halqa("types", "out", "--community", "nowhere").exitCode == 66)
    }
}
