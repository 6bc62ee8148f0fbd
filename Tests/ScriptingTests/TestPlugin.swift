import Community
import Foundation
import Scripting
import Testing

/// The plugins `tally` and, on which it depends, `wordbook` in `Lua/`.
enum TestPlugin {
    static let everything = Grants(
        plugin: "tally",
        read: Set(Schema.standard.entities.map(\.plural) + ["members.personal"]))

    static let settings: [String: FieldValue] = [
        "grace_days": .integer(3), "since": .day(Day("2024-01-01") ?? Day(number: 0)), "ratio": .number(0.5),
        "strict": .boolean(true), "style": .text("short"), "note": .null,
        "tags": .list([.text("borders"), .text("training")]),
        "greeting": .localized(["en": "Hello", "fr": "Bonjour"]),
    ]

    static func context(_ grants: Grants = everything) throws -> PluginContext {
        PluginContext(
            id: "tally", version: "1.0.0", hash: "0", files: try files(of: "tally"),
            libraries: ["wordbook": try files(of: "wordbook")], settings: settings, grants: grants,
            propose: ["action_items"])
    }

    /// A file of the plugin.
    static func program(_ path: String, grants: Grants = everything) throws -> Program {
        let context = try context(grants)
        return Program(name: "tally/\(path)", source: try #require(context.files[path]), plugin: context)
    }

    /// A file that the plugin has besides.
    static func program(
        source: String, at path: String = "reports/script.lua", grants: Grants = everything
    ) throws -> Program {
        Program(name: "tally/\(path)", source: Array(source.utf8), plugin: try context(grants))
    }

    private static func files(of plugin: String) throws -> [String: [UInt8]] {
        let folder = try #require(Bundle.module.url(forResource: "Lua/\(plugin)", withExtension: nil))
        let enumerator = try #require(FileManager.default.enumerator(atPath: folder.path))
        var files: [String: [UInt8]] = [:]
        for case let path as String in enumerator where path.contains(".") {
            files[path] = Array(try Data(contentsOf: folder.appending(path: path)))
        }
        return files
    }
}
