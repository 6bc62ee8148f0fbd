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
            ("cp -r tally-1.0.0 tally-1.0.0/lib/again; tar czf evil tally-1.0.0", 78, "has one plugin.toml"),
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
