import Community
import TOMLKit

extension Manifest {
    /// The most bytes of a manifest.
    private static let longest = 256 << 10

    /// Reads a `plugin.toml` strictly.
    ///
    /// - Throws: `PluginError` with all mistakes, each with its line where that is known: unknown keys, values
    ///   of a wrong type, names that are none, settings whose default is out of their bounds.
    public init(_ bytes: [UInt8], schema: Schema = .standard) throws(PluginError) {
        func wrong(_ mistakes: [String]) -> PluginError { PluginError(.wrong, Self.fileName, mistakes) }

        guard bytes.count <= Self.longest else { throw wrong(["it is larger than \(Self.longest >> 10) KB"]) }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw wrong(["it is not text in UTF-8"])
        }
        let root: TOMLTable
        do {
            root = try TOMLTable(checking: text)
        } catch {
            throw wrong(["\(error)"])
        }
        let mistakes = ManifestMistakes(ManifestLines(text))
        let manifest = Manifest(
            ManifestTable(table: root, path: [], mistakes: mistakes), schema)
        guard let manifest, mistakes.sentences.isEmpty else { throw wrong(mistakes.sentences) }
        self = manifest
    }

    /// nil when there are mistakes in what nothing can stand in for.
    private init?(_ root: ManifestTable, _ schema: Schema) {
        let keys = ["plugin", "needs", "depends", "settings", "fields"]
        guard let plugin = root.subtable("plugin") else {
            root.allow(keys)
            if root.table["plugin"] == nil {
                root.wrong("plugin", "there is no [plugin], which says what it is")
            }
            return nil
        }
        let api = Self.readAPI(plugin)
        // A manifest of a later version may have keys that are unknown here, which is no mistake of its author's.
        if let api, api > Self.currentAPI { return nil }
        root.allow(keys)
        plugin.allow(["id", "name", "description", "version", "api", "license", "authors"])
        let id = Self.readID(plugin)
        let version = Self.readVersion(plugin)
        let name = plugin.localized("name")
        if plugin.table["name"] == nil {
            plugin.wrong("name", "plugin.name is missing; write for instance name = { en = \"Follow-up\" }")
        }
        let description = plugin.localized("description")
        let license = plugin.text("license")
        let authors = plugin.texts("authors")
        let needs = Self.readNeeds(root, schema)
        let depends = Self.readDepends(root, id)
        let settings = Self.readSettings(root, schema)
        let fields = Self.readFields(root, id ?? "plugin", schema)
        guard let id, let version, let api else { return nil }
        self.init(
            id: id, name: name, description: description, version: version, api: api, license: license,
            authors: authors, needs: needs, depends: depends, settings: settings, fields: fields)
    }

    private static func readID(_ plugin: ManifestTable) -> String? {
        guard let id = plugin.requiredText("id", "\"follow_up\"") else { return nil }
        guard CustomField.isName(id) else {
            plugin.wrong("id", "plugin.id: '\(id)' is not \(nameExpectation)")
            return nil
        }
        return id
    }

    private static func readVersion(_ plugin: ManifestTable) -> Version? {
        guard let text = plugin.requiredText("version", "\"1.0.0\"") else { return nil }
        if let version = Version(text) { return version }
        plugin.wrong(
            "version", "plugin.version: '\(text)' is not a semantic version; write three numbers: \"1.0.0\"")
        return nil
    }

    private static func readAPI(_ plugin: ManifestTable) -> Int? {
        guard let text = plugin.requiredText("api", "\"\(currentAPI)\"") else { return nil }
        guard let api = Int(text), api > 0, String(api) == text else {
            plugin.wrong(
                "api", "plugin.api: '\(text)' is not a version of the Lua API; write api = \"\(currentAPI)\"")
            return nil
        }
        if api > currentAPI {
            plugin.wrong(
                "api",
                "the plugin is written for version \(api) of the Lua API, and this Halqa has version "
                    + "\(currentAPI); install a later Halqa, or an earlier version of the plugin")
        }
        return api
    }

    /// What messages say of a name that is none.
    static let nameExpectation =
        "a name of up to 64 lower-case English letters, digits and '_' that begins with a letter and is no word of "
        + "Lua's own"
}
