import Glibc
import Plugins
import Testing

struct PackageTests {
    @Test func `a plugin's folder is read with its contributions, hidden files left out`() throws {
        let folder = try PluginFolder(
            Sample.files.merging([".git/config": "x", ".luarc.json": "{}", "rules/weekend.lua": "return 1"]) {
                $1
            })
        let package = try Package(folder: folder.path)
        #expect(package.manifest.id == "follow_up")
        #expect(
            package.paths == [
                "README.md", "lib/names.lua", "plugin.toml", "reports/overdue.lua", "rules/weekend.lua",
                "tests/overdue.lua",
            ])
        #expect(package.contributions.map(\.path) == ["reports/overdue.lua", "rules/weekend.lua"])
        #expect(package.contributions.map(\.name) == ["overdue", "weekend"])
    }

    /// As `sha256sum` writes it: printf 'a' | sha256sum, and so on.
    @Test func `the hash tells every change of a path or byte`() throws {
        let package = try Package(files: Sample.bytes, subject: "it")
        #expect(package.hash.count == 64)
        #expect(try Package(files: Sample.bytes, subject: "it").hash == package.hash)
        var other = Sample.bytes
        other["lib/names.lua"]?.append(0x20)
        #expect(try Package(files: other, subject: "it").hash != package.hash)
        var moved = Sample.bytes
        moved["lib/words.lua"] = moved.removeValue(forKey: "lib/names.lua")
        #expect(try Package(files: moved, subject: "it").hash != package.hash)
    }

    @Test(arguments: [
        ("report/overdue.lua", "report/: a plugin has no such folder; did you mean 'reports'?"),
        ("data/numbers.csv", "data/: a plugin has no such folder; there are reports, "),
        ("overdue.lua", "overdue.lua: a Lua file belongs into one of the folders"),
        ("reports/late/overdue.lua", "reports are files in reports/ itself"),
        ("reports/notes.txt", "only Lua files belong into reports/"),
        ("reports/over-due.lua", "the file's name without '.lua' is what people type"),
        ("reports/end.lua", "no word of Lua"),
        ("lib/plugin.toml", "a plugin has one plugin.toml, at its top"),
    ])
    func `a file in the wrong place is a mistake`(path: String, message: String) throws {
        var files = Sample.bytes
        files[path] = [0x20]
        let error = #expect(throws: PluginError.self) { try Package(files: files, subject: "it") }
        #expect(error?.mistakes.count == 1)
        #expect(error?.mistakes.first?.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test func `all mistakes are told at once`() throws {
        var files = Sample.bytes
        files["plugin.toml"] = Array("[plugin]\nid = 3\n".utf8)
        files["repots/a.lua"] = []
        files["lib/compiled.lua"] = [0x1B, 0x4C]
        let error = #expect(throws: PluginError.self) { try Package(files: files, subject: "it") }
        let mistakes = try #require(error?.mistakes)
        #expect(mistakes.contains { $0.contains("did you mean 'reports'?") })
        #expect(mistakes.contains { $0.contains("compiled Lua") })
        #expect(mistakes.contains { $0.contains("plugin.id is not a text") })
        #expect(error?.description.hasPrefix("it has \(mistakes.count) mistakes:\n  ") == true)
    }

    @Test(arguments: ["link", "pipe"]) func `links and devices in a folder are refused`(kind: String) throws {
        let folder = try PluginFolder(Sample.files)
        if kind == "link" {
            #expect(symlink("/etc/passwd", folder.path + "/lib/other.lua") == 0)
        } else {
            #expect(mkfifo(folder.path + "/lib/other.lua", 0o600) == 0)
        }
        let error = #expect(throws: PluginError.self) { try Package(folder: folder.path) }
        #expect(error?.description.contains("lib/other.lua: ") == true)
        #expect(error?.description.contains("accepted") == true)
    }

    @Test func `a folder that is a link to elsewhere is refused`() throws {
        let folder = try PluginFolder(Sample.files)
        let elsewhere = try PluginFolder(["secret.lua": "x"])
        #expect(symlink(elsewhere.path, folder.path + "/docs") == 0)
        let error = #expect(throws: PluginError.self) { try Package(folder: folder.path) }
        #expect(error?.description.contains("docs: links are not accepted") == true)
    }

    @Test func `folders are bounded in size and count`() throws {
        let large = try PluginFolder(Sample.files)
        try large.write("docs/large.md", [UInt8](repeating: 0x20, count: PackageLimits.file + 1))
        let error = #expect(throws: PluginError.self) { try Package(folder: large.path) }
        #expect(error?.description.contains("docs/large.md: the file is larger than 1 MB") == true)

        let many = try PluginFolder(Sample.files)
        for number in 0..<PackageLimits.entries { try many.write("docs/\(number)", []) }
        let other = #expect(throws: PluginError.self) { try Package(folder: many.path) }
        #expect(other?.description.contains("more than 2000 files and folders") == true)
    }

    @Test func `a folder that is missing, and one that is a file, say so`() throws {
        let missing = #expect(throws: PluginError.self) { try Package(folder: "/nonexistent/plugin") }
        #expect(missing?.kind == .missing)
        let folder = try PluginFolder(Sample.files)
        let file = #expect(throws: PluginError.self) { try Package(folder: folder.path + "/README.md") }
        #expect(file?.description.contains("it is not a folder") == true)
        let empty = try PluginFolder()
        let none = #expect(throws: PluginError.self) { try Package(folder: empty.path) }
        #expect(none?.description.contains("there is no plugin.toml") == true)
    }
}
