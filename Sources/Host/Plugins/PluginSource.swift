import Foundation
import Plugins

/// Where a plugin comes from: a folder, a `.tar.gz` or a `.zip`, or Halqa itself, by its identifier.
struct PluginSource {
    /// As the user gave it.
    let path: String
    let bundled: BundledPlugins

    /// - Throws: `PluginError` with all that is wrong with it.
    func package() throws -> Package {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            return isFolder.boolValue ? try Package(folder: path) : try Package(archive: path)
        }
        if let folder = bundled.path(of: path) { return try Package(folder: folder) }
        return try Package(archive: path)
    }
}
