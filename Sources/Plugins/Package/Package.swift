import Community
import Digests

/// A whole plugin as it is distributed: its manifest and its files, checked.
public struct Package: Sendable, Hashable {
    public let manifest: Manifest
    /// The bytes of each file by its path in the plugin (`reports/overdue.lua`), the manifest's too.
    public let files: [String: [UInt8]]
    /// SHA-256 of the lines `<SHA-256 of a file>  <path>\n` in the order of the paths' bytes: what
    /// `sha256sum` writes, hashed.
    public let hash: String
    /// In the order of kinds, then names.
    public let contributions: [Contribution]

    /// Checks the files of a plugin.
    ///
    /// - Parameters:
    ///   - subject: what messages call it: its folder, its archive.
    /// - Throws: `PluginError` with every mistake of the manifest and of the layout.
    public init(
        files: [String: [UInt8]], subject: String, schema: Schema = .standard
    ) throws(PluginError) {
        var mistakes = Self.mistakes(ofLayout: files)
        var manifest: Manifest?
        if let text = files[Manifest.fileName] {
            do { manifest = try Manifest(text, schema: schema) } catch {
                mistakes = error.mistakes + mistakes
            }
        } else {
            mistakes.insert("there is no \(Manifest.fileName), so it is not a plugin", at: 0)
        }
        guard mistakes.isEmpty, let manifest else { throw PluginError(.wrong, subject, mistakes) }
        self.manifest = manifest
        self.files = files
        hash = Self.hash(of: files)
        contributions = Self.contributions(files)
    }

    /// The paths of the files in the order of their bytes.
    public var paths: [String] { Self.paths(files) }

    /// The Lua files that `require` finds in the plugin, and in those that depend on it where they are in `lib`.
    public var luaFiles: [String: [UInt8]] { files.filter { $0.key.hasSuffix(".lua") } }

    static func paths(_ files: [String: [UInt8]]) -> [String] {
        files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    static func contributions(_ files: [String: [UInt8]]) -> [Contribution] {
        let all = files.keys.compactMap { Contribution(path: $0) }
        return ContributionKind.allCases.flatMap { kind in
            all.filter { $0.kind == kind }.sorted { $0.name < $1.name }
        }
    }

    private static func hash(of files: [String: [UInt8]]) -> String {
        var whole = SHA256()
        for path in paths(files) {
            whole.update(Array("\(SHA256.of(files[path] ?? []))  \(path)\n".utf8))
        }
        return whole.finish()
    }
}
