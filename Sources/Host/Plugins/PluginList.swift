import Community
import Documents
import Plugins
import Runs
import Store

/// The plugins of a community as documents: `halqa plugin list`, `show`, `settings`.
public struct PluginList {
    let store: Store
    let rights: PluginRights
    let language: String

    public init(_ access: CommunityAccess) throws {
        store = try access.store(for: .reading)
        rights = try PluginRights(access, store)
        try rights.requireReading()
        language = access.language ?? Language.default.rawValue
    }

    public func list(_ take: (Part) throws -> Void) throws {
        let columns = ["id", "name", "version", "state", "contributions", "origin"].map {
            Column(name: $0, title: $0.prefix(1).uppercased() + $0.dropFirst(), type: .text)
        }
        try take(.begin(DocumentHeader(title: "Plugins", language: "en")))
        try take(.beginTable(TableHeader(columns: columns)))
        let plugins = try store.plugins().filter(rights.sees)
        try take(
            .rows(
                plugins.map { plugin in
                    [
                        .text(plugin.id), .text(plugin.manifest.map { text($0.name) } ?? ""),
                        .text(plugin.version + (plugin.isPinned ? " (pinned)" : "")),
                        .text(Self.state(plugin)),
                        .list(plugin.contributions.map { .text($0.contribution.name) }), .text(plugin.origin),
                    ]
                }))
        try take(.endTable(TableFooter()))
        for plugin in plugins {
            if let note = Self.note(plugin) { try take(.note(note)) }
        }
        try take(.end)
    }

    func text(_ localized: LocalizedText) -> String {
        localized.text(in: language, fallback: Language.default.rawValue)
    }

    /// In a few words: for whom it is on, or why it is not.
    static func state(_ plugin: InstalledPlugin) -> String {
        if plugin.damage != nil { return "damaged" }
        if plugin.stopped != nil { return "switched off" }
        return switch plugin.scope {
        case .community: "on"
        case .organizations(let ids): ids.isEmpty ? "disabled" : "on for " + ids.joined(separator: ", ")
        }
    }

    /// What an admin has to know and do.
    static func note(_ plugin: InstalledPlugin) -> String? {
        plugin.damage
            ?? plugin.stopped.map {
                "\(plugin.id) was switched off: \($0). `halqa plugin show \(plugin.id)` tells more; "
                    + "`halqa plugin enable \(plugin.id)` switches it on again."
            }
    }
}
