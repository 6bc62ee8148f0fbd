import Foundation

/// What is run: one file, and the plugin that it belongs to.
public struct Program: Sendable, Hashable, Codable {
    /// What messages call the file: `Scripts/overdue.lua`, `follow_up/reports/overdue.lua`.
    public var name: String
    /// The file's text, in UTF-8.
    public var source: [UInt8] { Array(text) }
    /// nil for a lone file, which has no libraries and no settings, and may read what its viewer may.
    public var plugin: PluginContext?
    // In JSON, data is a third longer, and an array of bytes would be four times as long.
    private var text: Data

    public init(name: String, source: [UInt8], plugin: PluginContext? = nil) {
        self.name = name
        self.plugin = plugin
        text = Data(source)
    }

    /// The program of another file of the same plugin; nil when it has no such file.
    ///
    /// - Parameter path: within the plugin: `reports/overdue.lua`.
    public func file(_ path: String) -> Program? {
        guard let plugin, let source = plugin.file(path) else { return nil }
        return Program(name: "\(plugin.id)/\(path)", source: source, plugin: plugin)
    }

    /// The file's path within its plugin; nil for a lone file.
    var path: String? {
        guard let plugin, name.hasPrefix(plugin.id + "/") else { return nil }
        return String(name.dropFirst(plugin.id.count + 1))
    }

    /// All text that the run may load.
    var sources: [[UInt8]] { [source] + (plugin?.libraryTexts ?? []) }
}
