import Community
import Scripting

/// A plugin of a few lines.
enum PluginFiles {
    static let manifest = """
        [plugin]
        id = "follow_up"
        name = { en = "Follow-up" }
        version = "1.2.0"
        api = "1"
        [needs]
        read = ["action_items", "organizations"]
        """

    /// A file of the plugin `follow_up`, with the others.
    static func program(
        _ path: String, _ source: String, files: [String: String] = [:],
        settings: [String: FieldValue] = [:], read: Set<String> = ["action_items", "organizations"]
    ) -> Program {
        var all = files.mapValues { Array($0.utf8) }
        all[path] = Array(source.utf8)
        all["plugin.toml"] = Array(manifest.utf8)
        let context = PluginContext(
            id: "follow_up", version: "1.2.0", hash: "abc", files: all, settings: settings,
            grants: Grants(plugin: "follow_up", read: read))
        return Program(name: "follow_up/\(path)", source: Array(source.utf8), plugin: context)
    }
}
