import Community
import Plugins
import Spelling

extension PluginTable {
    func describe(_ version: Version) throws(StoreError) -> InstalledPlugin {
        let row = try Statement(
            connection,
            """
            SELECT origin, at, by, (SELECT version FROM plugin_versions AS other WHERE other.number = this.former)
            FROM plugin_versions AS this WHERE number = \(bind: .integer(version.number))
            """ as SQL)
        _ = try row.step()
        var manifest: Manifest?
        var damage: String?
        do {
            // All files, because each is needed to trust it.
            _ = try files(version)
            manifest = try self.manifest(version)
        } catch {
            guard error.kind == .damaged || error.kind == .newerVersion else { throw error }
            damage = error.description
        }
        return InstalledPlugin(
            id: version.plugin, version: version.version, hash: version.hash, origin: row.text(0),
            at: Instant(milliseconds: row.integer(1)), by: row.text(2), manifest: manifest, damage: damage,
            granted: try granted(version), scope: try scope(version.plugin), isPinned: version.isPinned,
            stopped: version.stopped, contributions: try contributions(version),
            former: row.isNull(3) ? nil : row.text(3))
    }

    /// A version that is kept, in use or not; the latest where several were called so.
    func kept(_ plugin: String, _ condition: SQL) throws(StoreError) -> Version? {
        let row = try Statement(
            connection,
            """
            SELECT number, version, hash FROM plugin_versions WHERE plugin = \(bind: .text(plugin)) AND \(condition)
            ORDER BY at DESC, number DESC LIMIT 1
            """ as SQL)
        guard try row.step() else { return nil }
        return Version(
            number: row.integer(0), plugin: plugin, version: row.text(1), hash: row.text(2), isPinned: false,
            stopped: nil, former: nil)
    }

    func viewer(_ member: String?) throws(StoreError) -> Viewer {
        guard let member else { return .operator }
        return .member(try MemberViewer.find(member, schema, connection))
    }

    /// A plugin that is not there, or is not for the viewer, which is the same to a member.
    func absence(of plugin: String, for viewer: Viewer) throws(StoreError) -> StoreError {
        if viewer == .operator {
            if let removed = try removal(of: plugin) { return removed }
            if try find(plugin) != nil {
                return StoreError(
                    .notPermitted,
                    "the plugin \(plugin) is disabled; switch it on: halqa plugin enable \(plugin)")
            }
        }
        var names: [String] = []
        for version in try installed() where try isOn(version.plugin, for: viewer) {
            names.append(version.plugin)
        }
        return StoreError(
            .unknownRecord, "there is no plugin '\(plugin)'" + Suggestion.phrase(for: plugin, among: names))
    }

    /// The plugins that one depends on, directly or not.
    func dependencies(of manifest: Manifest) throws(StoreError) -> [Version] {
        var found: [String: Version] = [:]
        var awaited = manifest.depends.keys.sorted()
        while let next = awaited.popLast() {
            guard found[next] == nil, next != manifest.id else { continue }
            guard let version = try find(next) else {
                throw StoreError(
                    .damaged, "the plugin \(manifest.id) needs the plugin \(next), which is not installed")
            }
            found[next] = version
            awaited += try self.manifest(version).depends.keys.sorted()
        }
        return found.values.sorted { $0.plugin < $1.plugin }
    }

    func events(_ plugin: String?, limit: Int) throws(StoreError) -> [PluginEvent] {
        let which: SQL = plugin.map { "WHERE plugin = \(bind: .text($0))" } ?? ""
        let row = try Statement(
            connection,
            """
            SELECT plugin, action, at, by, version, details, organization FROM plugin_events \(which)
            ORDER BY number DESC LIMIT \(bind: .integer(Int64(limit)))
            """ as SQL)
        var events: [PluginEvent] = []
        while try row.step() {
            guard let action = PluginEvent.Action(rawValue: row.text(1)) else { continue }
            events.append(
                PluginEvent(
                    plugin: row.text(0), action: action, at: Instant(milliseconds: row.integer(2)),
                    by: row.text(3), version: row.text(4), details: row.text(5),
                    organization: row.isNull(6) ? nil : row.integer(6)))
        }
        return events
    }
}
