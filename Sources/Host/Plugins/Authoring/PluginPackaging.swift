import Foundation
import Plugins
import Runs

/// Makes the archive of a plugin that others install.
public struct PluginPackaging {
    private let package: Package
    /// What the file is called where nothing else is said: `follow_up-1.2.0.tar.gz`.
    public var fileName: String { PackageArchive.folder(package.manifest) + ".tar.gz" }
    /// The archive: the same bytes for the same files.
    public let bytes: [UInt8]

    /// - Throws: `PluginError` with everything that is wrong with the folder.
    public init(_ folder: String) throws(PluginError) {
        package = try Package(folder: folder)
        bytes = try PackageArchive.write(package)
    }

    /// What it is, as whoever installs it is told.
    ///
    /// - Parameter file: where it was written.
    public func sentence(file: String) -> String {
        "\(file): \(package.manifest.id) \(package.manifest.version), \(package.files.count) files, "
            + "\(bytes.count) bytes, SHA-256 \(package.hash)"
    }
}
