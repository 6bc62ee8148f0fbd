import Foundation

/// A folder that is gone after the test.
final class PluginFolder: Sendable {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "halqa-plugins-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}

/// A manifest without a mistake, and a plugin around it.
enum Sample {
    static let manifest = """
        [plugin]
        id = "follow_up"
        name = { en = "Follow-up", fr = "Suivi", ar = "المتابعة" }
        version = "1.2.0"
        api = "1"
        license = "MIT"
        authors = ["Secretariat"]

        [needs]
        read    = ["action_items", "organizations", "members", "members.personal"]
        propose = ["action_items"]
        message = true

        [depends]
        gcm_objectives = "^1.0"

        [settings.grace_days]
        type = "integer"
        default = 3
        minimum = 0
        title = { en = "Days of grace" }

        [fields.action_item.national_reference]
        type = "text"
        title = { en = "National reference" }
        """

    static let files = [
        "plugin.toml": manifest,
        "reports/overdue.lua": "return function(community) return community.action_items:count() end\n",
        "lib/names.lua": "return {}\n", "tests/overdue.lua": "return tests {}\n",
        "README.md": "# Follow-up\n",
    ]
    static var bytes: [String: [UInt8]] { files.mapValues { Array($0.utf8) } }
}
