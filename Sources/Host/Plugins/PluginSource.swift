import Foundation
import Plugins
import Runs

/// Where a plugin comes from: a folder, a `.tar.gz` or a `.zip`, or Halqa itself, by its identifier.
struct PluginSource {
    /// As the user gave it.
    let path: String
    let bundled: BundledPlugins

    /// An archive is unpacked in a worker; what comes out of it is checked here, as files of a folder are.
    ///
    /// - Throws: `PluginError` with all that is wrong with it; `Failure` of an archive that cannot be read.
    func package(_ unpacking: ArchiveUnpacking) throws -> Package {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { return try Package(folder: path) }
        } else if let folder = bundled.path(of: path) {
            return try Package(folder: folder)
        }
        let subject = "the plugin in '\(path)'"
        let files = try unpacking.files(of: PackageArchive.bytes(path), named: subject)
        return try Package(files: files, subject: subject)
    }
}
