import Foundation
import Plugins
import Store
import Testing

/// Archives are unpacked in a confined worker; what a reader makes of each kind of them has its own tests.
struct PluginArchiveTests {
    /// A folder `tally` with a plugin in the test's own folder.
    private func folder(_ demo: DemoFolder) throws -> PluginFiles {
        try PluginFiles(in: demo.folder, more: PluginFiles.needs)
    }

    @Test func `a plugin is installed from an archive as from its folder`() throws {
        let demo = try DemoFolder()
        let package = try Package(folder: folder(demo).path)
        let path = try demo.folder.file("tally.tar.gz", bytes: PackageArchive.write(package))
        let call = try demo.halqa("plugin", "install", path, "--yes")
        #expect(call.exitCode == 0, "\(call.errors)")
        #expect(call.errors.contains("It asks to:\n  read members  ('read members')"), "\(call.errors)")
        let plugin = try demo.store.plugin("tally")
        #expect(plugin.hash == package.hash && plugin.origin == path)
        #expect(try demo.halqa("run", "tally/all").exitCode == 0)
    }

    @Test(arguments: [
        "tar czf whole --format=gnu tally-1.0.0", "tar czf whole --format=ustar tally-1.0.0",
        // With headers that have encodings: times in fractions of a second, remarks.
        "tar czf whole --format=pax tally-1.0.0",
        "tar czf whole --format=pax --pax-option=comment=\u{E9} --owner=Zo\u{E9}:1000 tally-1.0.0",
    ])
    func `archives are installed as other programs make them`(making: String) throws {
        let demo = try DemoFolder()
        _ = try folder(demo)
        let times = "touch -d 2025-01-31T10:00:00.5 tally-1.0.0/*; "
        let made = try Command(shell: times + making, in: demo.folder)
        #expect(made.exitCode == 0, "\(made.errors)")
        let call = try demo.halqa("plugin", "install", "whole", "--yes")
        #expect(call.exitCode == 0, "\(call.errors)")
    }

    @Test func `a zip is installed whose names are flagged as UTF-8`() throws {
        let demo = try DemoFolder()
        let path = try demo.folder.file("tally.zip", bytes: Array(#require(Self.flagged)))
        let call = try demo.halqa("plugin", "install", path, "--yes")
        #expect(call.exitCode == 0, "\(call.errors)")
        #expect(try demo.halqa("run", "tally/all").exitCode == 0)
    }

    /// A `.zip` of a plugin with one report, with bit 11 of the flags set in all its headers (PKWARE APPNOTE, 4.4.4).
    private static let flagged = Data(
        base64Encoded: """
            UEsDBBQAAAgIAAAAIQCOGZ34UQAAAGEAAAALAAAAcGx1Z2luLnRvbWyLLsgpTc/Mi+XKTFGwVVAqSczJqVTiykvMTQVxQyDcstSi4sz8PJ\
            CIoZ6BnoESV2JBJpinxJWTmZyaVwxW7esZApQpLcnILyoG8qOVHJViuQBQSwMEFAAACAgAAAAhAKWriy0hAAAAIwAAAA8AAAByZXBvcnRz\
            L2FsbC5sdWErSi0pLcpTSCvNSy7JzM/T0FQogogoJebkKCmk5qVwAQBQSwECFAMUAAAICAAAACEAjhmd+FEAAABhAAAACwAAAAAAAAAAAA\
            AApIEAAAAAcGx1Z2luLnRvbWxQSwECFAMUAAAICAAAACEApauLLSEAAAAjAAAADwAAAAAAAAAAAAAApIF6AAAAcmVwb3J0cy9hbGwubHVh\
            UEsFBgAAAAACAAIAdgAAAMgAAAAAAA==
            """)

    @Test(
        arguments: [
            (
                "ln -s /etc/passwd tally-1.0.0/lib/other.lua; tar czf evil tally-1.0.0", 78,
                "links are not accepted"
            ),
            (
                "tar czf evil --absolute-names /etc/hostname tally-1.0.0", 78,
                "from the root of the file system"
            ),
            (
                "tar czf evil --transform 's,^tally-1.0.0/lib,../../lib,' tally-1.0.0", 78,
                "leads out of the archive"
            ),
            (
                "head -c 300000000 /dev/zero > tally-1.0.0/lib/zero; tar czf evil tally-1.0.0", 78,
                "larger than 1 MB"
            ),
            ("tar czf whole tally-1.0.0; head -c 200 whole > evil", 78, "cannot be read to its end"),
            ("cp tally-1.0.0/plugin.toml evil", 78, "neither a .tar.gz nor a .zip"),
            ("mkfifo evil", 78, "it is not a file"),
            ("head -c 20000000 /dev/urandom > evil", 78, "it is larger than 16 MB"),
            ("true", 66, "there is no such file"),
            (
                "touch tally-1.0.0/lib/\u{E9}.lua; tar czf evil --format=pax tally-1.0.0", 78,
                "names of files are up to 100 English letters"
            ),
            (
                "cp tally-1.0.0/plugin.toml tally-1.0.0/lib; tar czf evil tally-1.0.0", 78,
                "has one plugin.toml"
            ),
            (
                "cp tally-1.0.0/lib/words.lua tally-1.0.0/lib/WORDS.lua; tar czf evil tally-1.0.0", 78,
                "cannot tell them apart"
            ),
        ] as [(String, Int32, String)])
    func `an archive that is none of a plugin's changes nothing`(
        making: String, exitCode: Int32, message: String
    ) throws {
        let demo = try DemoFolder()
        _ = try folder(demo)
        let made = try Command(shell: making, in: demo.folder)
        #expect(made.exitCode == 0, "\(made.errors)")
        let before = try demo.folder.names
        let call = try demo.halqa("plugin", "install", "evil", "--yes")
        #expect(call.exitCode == exitCode && call.errors.contains(message), "\(call.exitCode) \(call.errors)")
        #expect(try demo.store.plugins().isEmpty)
        #expect(
            try demo.folder.names.filter { !$0.hasPrefix("community.db") }
                == before.filter { !$0.hasPrefix("community.db") })
    }
}
