import Foundation
import Plugins

/// A file that is in a plugin's folder: `Plugins/follow_up/reports/overdue.lua`.
struct PluginPlace {
    /// The plugin's folder.
    let folder: String
    /// Where the file is in it.
    let path: String

    /// The folder of a plugin as it can be typed where one of its files was named so.
    static func folder(ofFile file: String) -> String {
        let folder = ((file as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
        return folder.isEmpty
            ? URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent().path
            : folder
    }

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
