import Plugins
import Testing

struct ArchiveTests {
    private typealias Entry = HostileArchive.Entry

    /// The entries of a plugin without a mistake.
    private static func entries(in folder: String = "") -> [HostileArchive.Entry] {
        Sample.bytes.sorted { $0.key < $1.key }.map {
            HostileArchive.Entry(path: folder + $0.key, bytes: $0.value)
        }
    }

    private func refusal(_ bytes: [UInt8]) throws -> String {
        let error = #expect(throws: PluginError.self) { try Package(archive: bytes, subject: "it") }
        return try #require(error).description
    }

    @Test(arguments: HostileArchive.Form.allCases, ["", "follow_up/", "./", "follow_up-1.2.0/"])
    func `an archive holds the same plugin as the folder`(form: HostileArchive.Form, folder: String) throws {
        var entries = Self.entries(in: folder)
        if !folder.isEmpty { entries.insert(Entry(path: folder, kind: 0o040000), at: 0) }
        entries.append(Entry(path: folder + ".hidden", bytes: [1, 2]))
        entries.append(Entry(path: "__MACOSX/._plugin.toml", bytes: [1, 2]))
        let package = try Package(archive: HostileArchive.write(form, entries), subject: "it")
        #expect(package == (try Package(files: Sample.bytes, subject: "it")))
    }

    @Test func `what is packaged is read again, and is the same bytes each time`() throws {
        let package = try Package(files: Sample.bytes, subject: "it")
        let bytes = try PackageArchive.write(package)
        #expect(try Package(archive: bytes, subject: "it") == package)
        #expect(try PackageArchive.write(package) == bytes)
        #expect(PackageArchive.folder(package.manifest) == "follow_up-1.2.0")
    }

    /// Under AddressSanitizer this tells whether libarchive, which still writes when it is freed, has where to write to.
    @Test func `a plugin whose version is too long for an archive's paths is not packaged`() throws {
        var files = Sample.bytes
        let manifest = String(decoding: try #require(files["plugin.toml"]), as: UTF8.self)
        let version = "1.2.0-" + String(repeating: "a", count: 300)
        files["plugin.toml"] = Array(manifest.replacing("1.2.0", with: version).utf8)
        let package = try Package(files: files, subject: "it")
        let error = #expect(throws: PluginError.self) { try PackageArchive.write(package) }
        #expect(
            error?.description.contains("the archive cannot be written: Pathname too long") ?? false,
            "\(error)")
    }

    @Test(
        arguments: HostileArchive.Form.allCases,
        [
            ("../escaped.lua", "leads out of the archive"),
            ("lib/../../escaped.lua", "leads out of the archive"),
            ("/etc/passwd", "a path from the root"), ("lib//x.lua", "names of files are"),
            ("lib/./x.lua", "names of files are"), ("lib/x\u{1B}[2J.lua", "names of files are"),
            ("lib/x\n.lua", "names of files are"),
            ("lib/é.lua", "name"), ("lib/e\u{301}.lua", "name"),
            (String(repeating: "d/", count: 20) + "x.lua", "the path is too long"),
            ("lib/" + String(repeating: "x", count: 101), "names of files are"),
            ("LIB/names.lua", "cannot tell them apart"), ("lib/NAMES.lua", "cannot tell them apart"),
            ("lib/names.lua", "has this file twice"), ("plugin.toml", "has this file twice"),
            ("lib/names.lua/x.lua", "cannot tell them apart"), ("lib", "cannot tell them apart"),
            ("other/plugin.toml", "a plugin has one plugin.toml"),
        ])
    func `a path that is not one of a plugin is refused`(
        form: HostileArchive.Form, hostile: (path: String, message: String)
    ) throws {
        let entries = Self.entries() + [Entry(path: hostile.path, bytes: [0x20])]
        let message = try refusal(HostileArchive.write(form, entries))
        #expect(message.contains(hostile.message), "\(message)")
    }

    @Test(arguments: [
        Entry(path: "lib/x.lua", kind: 0o120000, target: "/etc/passwd"),
        Entry(path: "lib/x.lua", kind: 0o120000, target: "names.lua"),
        Entry(path: "lib/x.lua", hardlink: "lib/names.lua"), Entry(path: "lib/x.lua", kind: 0o020000),
        Entry(path: "lib/x.lua", kind: 0o060000), Entry(path: "lib/x.lua", kind: 0o010000),
        Entry(path: ".hidden", kind: 0o120000, target: "/"),
    ])
    func `links and devices are refused`(entry: HostileArchive.Entry) throws {
        let message = try refusal(HostileArchive.write(.tar, Self.entries() + [entry]))
        #expect(message.contains("accepted"), "\(message)")
    }

    /// libarchive takes those of a .zip for '/', as some systems write them.
    @Test func `backslashes are no way around`() throws {
        let tar = HostileArchive.write(.tar, Self.entries() + [Entry(path: "lib\\x.lua")])
        #expect(try refusal(tar).contains("names of files are"))
        let zip = HostileArchive.write(.zip, Self.entries() + [Entry(path: "..\\x.lua")])
        #expect(try refusal(zip).contains("leads out of the archive"))
    }

    @Test func `a link in a zip is refused`() throws {
        let entry = Entry(path: "lib/x.lua", kind: 0o120000, target: "/etc/passwd")
        #expect(
            try refusal(HostileArchive.write(.zip, Self.entries() + [entry])).contains(
                "links are not accepted"))
    }

    @Test func `an encrypted zip is refused`() throws {
        let bytes = HostileArchive.write(.zip, Self.entries(), password: "secret")
        #expect(try refusal(bytes).contains("encrypted"))
    }

    @Test(arguments: HostileArchive.Form.allCases)
    func `a bomb is refused before it has filled memory`(form: HostileArchive.Form) throws {
        let block = [UInt8](repeating: 0, count: 1 << 20)
        for name in ["docs/large.md", ".hidden"] {
            let bomb = Entry(path: name, bytes: block, repetitions: 512)
            #expect(
                try refusal(HostileArchive.write(form, Self.entries() + [bomb])).contains("larger than 1 MB"))
        }
        let many = (0..<40).map { Entry(path: "docs/\($0)", bytes: block) }
        #expect(
            try refusal(HostileArchive.write(form, Self.entries() + many)).contains(
                "100 times what it is long"))
    }

    @Test(arguments: HostileArchive.Form.allCases)
    func `200,000 entries are refused`(form: HostileArchive.Form) throws {
        let many = (0..<200_000).map { Entry(path: "docs/\($0)") }
        #expect(try refusal(HostileArchive.write(form, many)).contains("more than 2000 files and folders"))
    }

    @Test(arguments: HostileArchive.Form.allCases)
    func `an archive that ends early is refused, wherever it ends`(form: HostileArchive.Form) throws {
        let noise = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 7919 >> 3) }
        let whole = HostileArchive.write(form, Self.entries() + [Entry(path: "docs/noise", bytes: noise)])
        for length in stride(from: 0, to: whole.count - 100, by: 97) {
            #expect(throws: PluginError.self, "\(length) of \(whole.count)") {
                try Package(archive: Array(whole[..<length]), subject: "it")
            }
        }
    }

    @Test func `an archive with changed bytes is read or refused, and never more`() throws {
        let whole = HostileArchive.write(.zip, Self.entries())
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 2..<bytes.count, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            do { _ = try Package(archive: bytes, subject: "it") } catch {
                #expect(!error.mistakes.isEmpty)
            }
        }
    }

    @Test(arguments: ["", "plain text", "\u{1F}", "PK"]) func `what is no archive is refused`(text: String)
        throws
    {
        #expect(throws: PluginError.self) { try Package(archive: Array(text.utf8), subject: "it") }
    }

    @Test func `an archive that is missing, a folder or a device says so`() throws {
        let missing = #expect(throws: PluginError.self) { try Package(archive: "/nonexistent.zip") }
        #expect(missing?.kind == .missing)
        #expect(throws: PluginError.self) { try Package(archive: "/tmp") }
        #expect(throws: PluginError.self) { try Package(archive: "/dev/zero") }
    }
}
