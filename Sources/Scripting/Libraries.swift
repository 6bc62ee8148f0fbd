import LuaKit
import Spelling

/// The libraries that a run has loaded: each once.
final class Libraries {
    private let plugin: PluginContext
    private var loaded: [LibraryName: Value] = [:]
    /// Those that are being loaded, the outermost first.
    private var open: [LibraryName] = []

    init(_ plugin: PluginContext) {
        self.plugin = plugin
    }

    /// What a library returns.
    ///
    /// - Throws: `ScriptError` for a name that leads nowhere, or back to where it came from; what the file
    ///   raises.
    func require(_ name: String, _ state: State) throws -> Value {
        let asker = asker(state.place)
        guard let library = LibraryName(name, for: asker) else {
            throw ScriptError(
                "require(\"\(name)\"): libraries have names such as \"lib.names\" (for the plugin's own "
                    + "lib/names.lua) or \"other_plugin.names\" (for lib/names.lua of a plugin that it depends on)"
            )
        }
        if let value = loaded[library] { return value }
        if let first = open.firstIndex(of: library) {
            let chain = (open[first...] + [library]).map(\.chunk).joined(separator: " → ")
            throw ScriptError(
                "require(\"\(name)\"): the files require each other in a circle: \(chain); move what both need "
                    + "into a file of its own")
        }
        guard let source = plugin.library(library.path, of: library.plugin) else {
            throw missing(name, library, asker)
        }
        open.append(library)
        defer { open.removeLast() }
        let value = try state.call(state.load(source, name: library.chunk)).first ?? .nil
        guard !value.isNil else {
            throw ScriptError(
                "require(\"\(name)\"): \(library.chunk) returns nothing; a library returns a value, such as a "
                    + "table of its functions")
        }
        loaded[library] = value
        return value
    }

    /// The plugin whose file calls: within a dependency, `lib` is the dependency's own.
    private func asker(_ place: Place?) -> String {
        guard let chunk = place?.chunk, let other = chunk.split(separator: "/").first.map(String.init),
            plugin.libraryPlugins.contains(other),
            plugin.library(String(chunk.dropFirst(other.count + 1)), of: other) != nil
        else { return plugin.id }
        return other
    }

    private func missing(_ name: String, _ library: LibraryName, _ asker: String) -> ScriptError {
        guard library.plugin == plugin.id || plugin.libraryPlugins.contains(library.plugin) else {
            return ScriptError(
                "require(\"\(name)\"): \(plugin.id) does not depend on a plugin '\(library.plugin)'"
                    + Suggestion.phrase(
                        for: library.plugin, among: plugin.libraryPlugins + [LibraryName.folder])
                    + "; name it in [depends] of plugin.toml, or write \"lib.…\" for the plugin's own files")
        }
        let names = plugin.libraryPaths(of: library.plugin).map {
            LibraryName.text($0, of: library.plugin, for: asker)
        }
        let suggestion = Suggestion.phrase(for: name, among: names)
        let all = names.isEmpty ? "; it has no libraries" : "; it has \(names.joined(separator: ", "))"
        return ScriptError(
            "require(\"\(name)\"): \(library.plugin) has no file \(library.path)"
                + (suggestion.isEmpty ? all : suggestion))
    }
}
