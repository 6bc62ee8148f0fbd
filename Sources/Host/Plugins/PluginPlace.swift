import Foundation
import Plugins

/// A file that is in a plugin's folder: `Plugins/follow_up/reports/overdue.lua`.
struct PluginPlace {
    /// The plugin's folder.
    let folder: String
    /// Where the file is in it.
    let path: String

    /// nil when the file is in no plugin's folder: one with a `plugin.toml`, two levels up.
    init?(file: String) {
        let url = URL(filePath: file).standardizedFileURL
        let inner = url.deletingLastPathComponent()
        let folder = inner.deletingLastPathComponent()
        guard FileManager.default.fileExists(atPath: folder.appending(path: Manifest.fileName).path) else {
            return nil
        }
        self.folder = folder.path
        path = "\(inner.lastPathComponent)/\(url.lastPathComponent)"
    }
}
