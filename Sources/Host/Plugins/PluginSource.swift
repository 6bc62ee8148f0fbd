import Foundation
import Plugins
import Runs

/// Where a plugin comes from: a folder, a `.tar.gz` or a `.zip`.
struct PluginSource {
    /// As the user gave it.
    let path: String

    /// - Throws: `PluginError` with all that is wrong with it.
    func package() throws -> Package {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            return try Package(folder: path)
        }
        return try Package(archive: path)
    }
}
