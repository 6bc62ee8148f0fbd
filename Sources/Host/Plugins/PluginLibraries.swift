import Foundation
import Plugins
import Runs
import Store

/// The files in `lib` of plugins that another one depends on, directly or not.
struct PluginLibraries {
    /// By plugin and path.
    private(set) var files: [String: [String: [UInt8]]] = [:]
    private(set) var versions: [String: String] = [:]

    init() {}

    /// Looks for each plugin beside the folder, and then among those that are installed.
    ///
    /// - Parameters:
    ///   - folder: the plugin's own; nil for one that is to be installed, which uses what is installed.
    /// - Throws: `Failure` when one is nowhere, or in a version that will not do.
    init(of manifest: Manifest, beside folder: String?, _ store: () throws -> Store) throws {
        var awaited = [manifest]
        while let plugin = awaited.popLast() {
            for (id, range) in plugin.depends.sorted(by: { $0.key < $1.key }) where id != manifest.id {
                let other: (manifest: Manifest, files: [String: [UInt8]])
                if let package = try folder.flatMap({ try Self.package(id, beside: $0) }) {
                    other = (package.manifest, package.files)
                } else {
                    guard let files = try? store().pluginFiles(id), let text = files[Manifest.fileName] else {
                        throw Failure(
                            .configuration,
                            "\(plugin.id) needs the plugin \(id) (\(range)), which is not installed"
                                + (folder == nil ? "; install it first" : ", and not in a folder beside it"))
                    }
                    other = (try Manifest(text), files)
                }
                guard range.contains(other.manifest.version) else {
                    throw Failure(
                        .configuration,
                        "\(plugin.id) needs the plugin \(id) in a version of \(range), and there is \(other.manifest.version)"
                    )
                }
                guard files[id] == nil else { continue }
                files[id] = other.files.filter { $0.key.hasPrefix("lib/") && $0.key.hasSuffix(".lua") }
                versions[id] = other.manifest.version.description
                awaited.append(other.manifest)
            }
        }
    }

    private static func package(_ id: String, beside folder: String) throws -> Package? {
        let path = URL(filePath: folder).standardizedFileURL.deletingLastPathComponent().appending(path: id)
            .path
        guard FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName) else { return nil }
        let package = try Package(folder: path)
        return package.manifest.id == id ? package : nil
    }
}
