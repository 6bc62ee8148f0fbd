import Foundation
import Testing

/// The plugins that come with Halqa, as users have them: in the demo, by name, tested by their own tests.
struct BundledPluginTests {
    private static let plugins = [
        "exchange", "follow_up", "good_practices", "participation", "survey", "workplan",
    ]
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL.path

    @Test func `the demo has all of them, and each report runs at once in each language`() throws {
        let folder = try TemporaryFolder()
        func halqa(_ arguments: String...) throws -> Command {
            try Command(arguments, in: folder, environment: ["HALQA_COMMUNITY": "demo"])
        }
        let made = try halqa("init", "--demo", "demo")
        #expect(made.errors.contains("It has the plugins \(Self.plugins.joined(separator: ", "))."))
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.repository + "/Plugins").sorted()
        #expect(names == Self.plugins)
        let list = try halqa("list", "reports", "--format", "csv").output
        let reports = list.split(whereSeparator: \.isNewline).compactMap { line in
            line.split(separator: ",").first.map(String.init)
        }.filter { name in Self.plugins.contains { name.hasPrefix($0 + "/") } }
        #expect(reports.count >= 11, "\(list)")
        for report in reports {
            for language in ["ar", "en", "fr"] {
                let run = try halqa("run", report, "--language", language)
                #expect(run.exitCode == 0, "\(report): \(run.errors)")
                let isArabic = run.output.unicodeScalars.prefix(20).contains {
                    (0x0600...0x06FF).contains($0.value)
                }
                #expect(isArabic == (language == "ar"), "\(report): \(run.output)")
            }
        }
        #expect(try halqa("list", "reminders").output.contains("follow_up/due_soon"))
        #expect(try halqa("doctor").exitCode == 0)
    }

    @Test(arguments: ["ar", "en", "fr"])
    func `what is exported and imported again changes nothing`(language: String) throws {
        let demo = try DemoFolder()
        for (plugin, export, transform, parameters, file) in [
            ("workplan", "quarterly_table", "quarterly", ["year=2025"], "out.xlsx"),
            ("workplan", "quarterly_table", "quarterly", ["year=2025"], "out.csv"),
            ("good_practices", "hub_table", "hub", [], "out.xlsx"),
        ] {
            if try !demo.store.plugins().contains(where: { $0.id == plugin }) {
                #expect(try demo.halqa("plugin", "install", plugin, "--yes").exitCode == 0)
            }
            let out = try demo.halqa(
                ["--language", language, "export", "\(plugin)/\(export)", "--output", file] + parameters
            )
            #expect(out.exitCode == 0, "\(out.errors)")
            let back = try demo.halqa(
                ["--language", language, "import", "\(plugin)/\(transform)", file, "--yes"] + parameters
            )
            #expect(back.exitCode == 0 && back.errors.hasPrefix("Nothing has to be changed"), "\(back.text)")
        }
    }

    @Test
    func `French words have a space that does not break before a colon and its like, and in quotation marks`()
        throws
    {
        let french = #/fr\s*=\s*"((?:[^"\\]|\\.)*)"/#
        var count = 0
        for folder in ["Plugins", "Scripts", "Sources/Host/Plugins/Authoring/Templates"] {
            let root = "\(Self.repository)/\(folder)"
            let paths = try FileManager.default.subpathsOfDirectory(atPath: root)
            for path in paths where path.hasSuffix(".lua") || path.hasSuffix(".toml") {
                let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
                for match in text.matches(of: french) {
                    count += 1
                    let words = match.output.1
                    #expect(!words.contains(#/\S [:;!?»]|« /#), "\(path): \(words)")
                }
            }
        }
        #expect(count > 100)
    }

    @Test(arguments: plugins)
    func `each is installed by its name`(id: String) throws {
        let demo = try DemoFolder()
        let installed = try demo.halqa("plugin", "install", id, "--yes")
        #expect(installed.exitCode == 0, "\(installed.errors)")
        #expect(try demo.store.plugins().map(\.id) == [id])
        let wrong = try demo.halqa("plugin", "install", "follow_upp", "--yes")
        #expect(wrong.exitCode == 66, "\(wrong.errors)")
    }

    @Test(arguments: plugins)
    func `each has nothing against it, and its tests pass`(id: String) throws {
        let folder = try TemporaryFolder()
        let linted = try Command(["plugin", "lint", "\(Self.repository)/Plugins/\(id)"], in: folder)
        #expect(linted.exitCode == 0, "\(linted.text)")
        let tested = try Command(["plugin", "test", "\(Self.repository)/Plugins/\(id)"], in: folder)
        #expect(tested.exitCode == 0 && !tested.output.contains("\n0 passed"), "\(tested.text)")
    }

    @Test func `an installed command finds them beside it, and one alone says where it looks`() throws {
        let folder = try TemporaryFolder()
        // The shell copies it: as long as this process had it open for writing, nobody could run it.
        let alone = try Command(
            shell: "mkdir -p usr/bin && cp \"$program\" usr/bin/halqa && usr/bin/halqa init --demo alone",
            in: folder)
        #expect(alone.exitCode == 0 && alone.errors.contains("share/halqa/Plugins"), "\(alone.text)")
        let made = try Command(
            shell: "mkdir -p usr/share/halqa && cp -R '\(Self.repository)/Plugins' usr/share/halqa/ "
                + "&& usr/bin/halqa init --demo demo",
            in: folder)
        #expect(made.exitCode == 0 && made.errors.contains("follow_up"), "\(made.text)")
    }
}
