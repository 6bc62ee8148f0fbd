import Foundation

/// A plugin's folder to install from, in a test's own folder.
struct PluginFiles {
    let path: String

    /// - Parameters:
    ///   - more: what the manifest has besides.
    ///   - files: texts by path.
    init(
        _ id: String = "tally", _ version: String = "1.0.0", in folder: TemporaryFolder, more: String = "",
        files: [String: String] = [:]
    ) throws {
        path = "\(folder.path)/\(id)-\(version)"
        let manifest =
            "[plugin]\nid = \"\(id)\"\nname = \"\(id) plugin\"\nversion = \"\(version)\"\napi = \"1\"\n\(more)\n"
        for (name, text) in files.merging(
            [
                "plugin.toml": manifest, "reports/all.lua": "return function() return '\(version)' end\n",
                "lib/words.lua": "return { version = '\(version)' }\n",
            ], uniquingKeysWith: { given, _ in given })
        {
            let file = URL(filePath: "\(path)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    static let needs = "[needs]\nread = [\"members\", \"sessions\"]\n"
}
