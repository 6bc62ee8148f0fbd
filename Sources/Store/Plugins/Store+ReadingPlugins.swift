import Community
import Plugins

// Looking at the plugins of a community.
extension Store {
    /// All that are installed, the damaged ones too, in the order of their identifiers.
    public func plugins() throws(StoreError) -> [InstalledPlugin] {
        try read { table throws(StoreError) in
            try table.installed().map { version throws(StoreError) in try table.describe(version) }
        }
    }

    /// - Throws: `unknownRecord` when there is none.
    public func plugin(_ id: String) throws(StoreError) -> InstalledPlugin {
        try read { table throws(StoreError) in try table.describe(table.current(id)) }
    }

    /// The files of the version in use.
    ///
    /// - Throws: `unknownRecord`, `damaged`.
    public func pluginFiles(_ id: String) throws(StoreError) -> [String: [UInt8]] {
        try read { table throws(StoreError) in try table.files(table.current(id)) }
    }

    /// The Lua files of any version of a plugin that is not purged, by the hash of its package; nil when there is
    /// none.
    public func pluginFiles(_ id: String, hash: String) throws(StoreError) -> [String: [UInt8]]? {
        try keptFiles(id, "hash = \(bind: .text(hash))", within: "")
    }

    /// The libraries of any version of a plugin that is not purged; nil when there is none.
    public func pluginLibraries(_ id: String, version: String) throws(StoreError) -> [String: [UInt8]]? {
        try keptFiles(id, "version = \(bind: .text(version))", within: "lib/")
    }

    private func keptFiles(
        _ id: String, _ condition: SQL, within folder: String
    ) throws(StoreError) -> [String: [UInt8]]? {
        try read { table throws(StoreError) in
            guard let version = try table.kept(id, condition) else { return nil }
            return try table.files(version, within: folder, ending: ".lua")
        }
    }

    /// What a run of one of a plugin's files needs. Nothing of other plugins is read but the libraries of those
    /// that it depends on.
    ///
    /// - Parameter member: for whom it is run; nil for the operator.
    /// - Throws: `unknownRecord` when there is none that is on for them, `notPermitted` when it was switched
    ///   off, `damaged`, `newerVersion`.
    public func usablePlugin(_ id: String, as member: String?) throws(StoreError) -> UsablePlugin {
        try read { table throws(StoreError) in
            let viewer = try table.viewer(member)
            guard let version = try table.find(id), try table.isOn(id, for: viewer) else {
                throw try table.absence(of: id, for: viewer)
            }
            if let stopped = version.stopped {
                throw StoreError(
                    .notPermitted,
                    "the plugin \(id) was switched off: \(stopped); an admin can switch it on again: "
                        + "halqa plugin enable \(id)")
            }
            let manifest = try table.manifest(version)
            let dependencies = try table.dependencies(of: manifest)
            var libraries: [String: [String: [UInt8]]] = [:]
            for other in dependencies {
                libraries[other.plugin] = try table.files(other, within: "lib/", ending: ".lua")
            }
            return UsablePlugin(
                manifest: manifest, hash: version.hash, files: try table.files(version, ending: ".lua"),
                libraries: libraries,
                dependencies: Dictionary(uniqueKeysWithValues: dependencies.map { ($0.plugin, $0.version) }),
                settings: try table.settings(manifest, for: viewer), granted: try table.granted(version))
        }
    }

    /// The contributions that a viewer may use, in the order of plugins and names.
    public func contributions(
        _ kind: ContributionKind, as member: String?
    ) throws(StoreError) -> [InstalledContribution] {
        try read { table throws(StoreError) in
            let viewer = try table.viewer(member)
            var contributions: [InstalledContribution] = []
            for version in try table.installed() where version.stopped == nil {
                guard try table.isOn(version.plugin, for: viewer) else { continue }
                contributions += try table.contributions(version).filter { $0.contribution.kind == kind }
            }
            return contributions
        }
    }

    /// Refuses a plugin, or another version of one, with which what it needs or what needs it would not be met.
    ///
    /// - Throws: `conflict` with all of it.
    public func checkDependencies(with manifest: Manifest) throws(StoreError) {
        try read { table throws(StoreError) in try table.checkDependencies(with: manifest) }
    }

    /// The values that were chosen for the whole community, or for an organization alone.
    public func chosenSettings(
        of id: String, for organization: String? = nil
    ) throws(StoreError) -> [String: FieldValue] {
        try read { table throws(StoreError) in
            try table.chosen(table.manifest(table.current(id)), table.key(organization ?? ""))
        }
    }

    public func pluginHealth(_ id: String) throws(StoreError) -> PluginHealth {
        try read { table throws(StoreError) in try table.health(id) }
    }

    /// What was done to a plugin, the latest first; of all plugins when none is named.
    public func pluginEvents(_ id: String? = nil, limit: Int = 100) throws(StoreError) -> [PluginEvent] {
        try read { table throws(StoreError) in try table.events(id, limit: limit) }
    }

    private func read<T>(_ body: (PluginTable) throws(StoreError) -> T) throws(StoreError) -> T {
        try ReadingConnection.use(file.database) { connection throws(StoreError) in
            // One transaction, so that an update meanwhile is seen wholly or not at all.
            try Statement(connection, "BEGIN").run()
            return try body(PluginTable(connection: connection, schema: declared.base))
        }
    }
}
