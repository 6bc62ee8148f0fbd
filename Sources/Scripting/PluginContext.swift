import Community
import Foundation

/// What a file has from the plugin that it is a part of.
public struct PluginContext: Sendable, Hashable, Codable {
    public var id: String
    public var version: String
    /// SHA-256 of the plugin's package, for receipts.
    public var hash: String
    /// What the plugin may read.
    public var grants: Grants
    /// The entities to which the plugin may propose changes, by their plurals.
    public var propose: Set<String>
    /// The settings in force, by name; null for one that has no value.
    public var settings: [String: FieldValue]
    /// The versions of the plugins that it depends on, by their identifiers.
    public var dependencies: [String: String]
    private var own: [String: Data]
    private var others: [String: [String: Data]]

    /// - Parameters:
    ///   - files: the plugin's own Lua files, by path: `lib/names.lua`; for tests also its `plugin.toml`, and
    ///     what else is in `tests`.
    ///   - libraries: the files in `lib` of the plugins that it depends on, by plugin and path.
    ///   - dependencies: the versions of those plugins.
    public init(
        id: String, version: String, hash: String = "", files: [String: [UInt8]] = [:],
        libraries: [String: [String: [UInt8]]] = [:], dependencies: [String: String] = [:],
        settings: [String: FieldValue] = [:], grants: Grants, propose: Set<String> = []
    ) {
        self.id = id
        self.version = version
        self.hash = hash
        self.settings = settings
        self.grants = grants
        self.propose = propose
        self.dependencies = dependencies
        own = files.mapValues { Data($0) }
        others = libraries.mapValues { $0.mapValues { Data($0) } }
    }

    /// The plugin's own Lua files, by path.
    public var files: [String: [UInt8]] { own.mapValues { Array($0) } }

    /// The files in `lib` of the plugins that it depends on, by plugin and path.
    public var libraries: [String: [String: [UInt8]]] { others.mapValues { $0.mapValues { Array($0) } } }

    /// Why the plugin may not propose a change of an entity; nil when it may.
    public func refusal(toPropose change: Change, of entity: Entity) -> String? {
        guard !propose.contains(entity.plural) else { return refusal(toGive: change, of: entity) }
        switch grants.authority {
        case .admin:
            return
                "\(id) has not been granted 'propose \(entity.plural)'; an admin can grant it: halqa plugin grant "
                + "\(id) 'propose \(entity.plural)'"
        case .author:
            return
                "\(id) does not ask for 'propose \(entity.plural)'; add \"\(entity.plural)\" to `propose` in "
                + "[needs] of plugin.toml"
        }
    }

    /// Whoever can make a moderator can read what moderators read: that is not for a plugin to propose among a
    /// thousand rows.
    private func refusal(toGive change: Change, of entity: Entity) -> String? {
        guard entity.name == "member", case .text(let name)? = change.fields["role"],
            let role = Role(rawValue: name), role > .focalPoint
        else { return nil }
        return
            "\(id) proposes the role '\(name)', and no plugin may propose one above 'focal_point'; give it by "
            + "hand: halqa edit member \(change.id ?? "ID") role=\(name)"
    }

    func file(_ path: String) -> [UInt8]? { own[path].map { Array($0) } }

    /// A library of this plugin or of one that it depends on.
    func library(_ path: String, of plugin: String) -> [UInt8]? {
        (plugin == id ? own : others[plugin])?[path].map { Array($0) }
    }

    /// The paths of the libraries of this plugin or of one that it depends on, in order.
    func libraryPaths(of plugin: String) -> [String] {
        (plugin == id ? own : others[plugin] ?? [:]).keys.filter(LibraryName.isPath).sorted()
    }

    /// The plugins whose libraries are at hand, in order.
    var libraryPlugins: [String] { others.keys.sorted() }

    /// The texts of all libraries.
    var libraryTexts: [[UInt8]] {
        ([id] + libraryPlugins).flatMap { plugin in
            libraryPaths(of: plugin).compactMap { library($0, of: plugin) }
        }
    }
}
