import Community
import Plugins
import Runs
import Store

/// Switches plugins on and off, and sets them, for the whole community or for one organization.
public struct PluginSwitch {
    private let store: Store
    private let rights: PluginRights

    public init(_ access: CommunityAccess) throws {
        store = try access.store(for: .writing)
        rights = try PluginRights(access, store)
    }

    /// - Parameter organization: its identifier; nil for the whole community.
    public func enable(_ id: String, for organization: String?) throws {
        try rights.requireDeciding(on: id, for: organization, "enabling a plugin")
        try store.enablePlugin(id, for: organization, by: rights.origin("plugin enable"))
    }

    public func disable(_ id: String, for organization: String?) throws {
        try rights.requireDeciding(on: id, for: organization, "disabling a plugin")
        try store.disablePlugin(id, for: organization, by: rights.origin("plugin disable"))
    }

    /// - Parameters:
    ///   - values: as people type them, by the settings' names.
    ///   - reset: settings that are to have their default again, or the community's value.
    public func set(
        _ values: [String: String], reset: [String], of id: String, for organization: String?
    ) throws {
        try rights.requireDeciding(on: id, for: organization, "setting a plugin")
        guard let manifest = try store.plugin(id).manifest else {
            throw Failure(.configuration, try store.plugin(id).damage ?? "the plugin \(id) is damaged")
        }
        var chosen: [String: FieldValue] = [:]
        for name in reset { chosen[name] = .null }
        for (name, text) in values {
            guard chosen[name] == nil else {
                throw Failure(.usage, "the setting '\(name)' cannot be both set and reset")
            }
            // What is no setting is told of by the store.
            do { chosen[name] = try manifest.setting(name)?.type.parse(text) ?? .text(text) } catch {
                throw Failure(.data, "the setting '\(name)' of \(id): \(error)")
            }
        }
        try store.setSettings(chosen, of: id, for: organization, by: rights.origin("plugin settings"))
    }
}
