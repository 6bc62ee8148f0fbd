import Community
import Plugins

/// A plugin's files as a linter sees them.
struct LintedFiles {
    let package: Package
    /// The standard one, and the plugin's own fields.
    let schema: Schema
    /// Of each Lua file.
    let names: [String: LuaNames]
    private let lines: ManifestLines

    init(_ package: Package, _ schema: Schema) {
        self.package = package
        self.schema = schema
        names = package.luaFiles.mapValues { LuaNames($0) }
        lines = ManifestLines(String(decoding: package.files[Manifest.fileName] ?? [], as: UTF8.self))
    }

    /// The files that do what the plugin is for: all but its tests, in order.
    var working: [(path: String, names: LuaNames)] {
        names.filter { !Self.isTest($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    static func isTest(_ path: String) -> Bool { path.hasPrefix("tests/") }
    static func isLibrary(_ path: String) -> Bool { path.hasPrefix("lib/") }

    func inManifest(_ severity: LintFinding.Severity, _ key: [String], _ sentence: String) -> LintFinding {
        LintFinding(severity, Manifest.fileName, lines.line(of: key), sentence)
    }
}
