import Foundation
import Plugins
import Runs
import Scripting

/// A plugin that its author is at work on: its folder, read and checked, with the libraries of what it depends on.
struct PluginFolder {
    /// As the user gave it.
    let path: String
    let package: Package
    let libraries: PluginLibraries

    /// - Throws: `PluginError`; `Failure` when a plugin that it depends on is nowhere.
    init(_ path: String, _ access: CommunityAccess) throws {
        try self.init(path, Package(folder: path), access)
    }

    init(_ path: String, _ package: Package, _ access: CommunityAccess) throws {
        self.path = path
        self.package = package
        libraries = try PluginLibraries(of: package.manifest, beside: path) {
            try access.store(for: .reading)
        }
    }

    /// One of its files, with all that it asks for granted, and settings as they are by default.
    func program(_ path: String) -> Program {
        Program(
            name: "\(package.manifest.id)/\(path)", source: package.files[path] ?? [],
            plugin: PluginContext(package, libraries, isTested: path.hasPrefix("tests/")))
    }

    /// A worker's message, with files named as they are found from where the user is.
    func shown(_ message: String) -> String {
        package.luaFiles.keys.reduce(message) {
            $0.replacing("\(package.manifest.id)/\($1)", with: Self.name($1, in: path))
        }
    }

    /// How the user names a file of the plugin.
    static func name(_ file: String, in folder: String) -> String {
        folder == "." ? file : (folder as NSString).appendingPathComponent(file)
    }
}
