import Community
import Plugins
import Scripting
import Store

extension PluginContext {
    /// Of a plugin that is installed, with what it was granted.
    init(_ plugin: UsablePlugin) {
        let id = plugin.manifest.id
        self.init(
            id: id, version: plugin.manifest.version.description, hash: plugin.hash, files: plugin.files,
            libraries: plugin.libraries, dependencies: plugin.dependencies, settings: plugin.settings,
            grants: Grants(plugin: id, read: plugin.granted.read), propose: plugin.granted.propose)
    }

    /// Of a plugin that is in a folder, or is to be installed: what it asks for counts as granted, and its
    /// settings are their defaults.
    ///
    /// - Parameters:
    ///   - libraries: the files in `lib` of the plugins that it depends on.
    ///   - isTested: for files of tests, which look into the manifest and have files to import.
    init(
        _ package: Package, _ libraries: PluginLibraries = PluginLibraries(), isTested: Bool = false
    ) {
        let manifest = package.manifest
        let more =
            isTested
            ? package.files.filter { $0.key == Manifest.fileName || $0.key.hasPrefix("tests/") } : [:]
        self.init(
            id: manifest.id, version: manifest.version.description, hash: package.hash,
            files: package.luaFiles.merging(more) { file, _ in file },
            libraries: libraries.files, dependencies: libraries.versions,
            settings: Dictionary(uniqueKeysWithValues: manifest.settings.map { ($0.name, $0.defaultValue) }),
            grants: Grants(plugin: manifest.id, read: manifest.needs.read, authority: .author),
            propose: manifest.needs.propose)
    }
}
