import Community
import Documents
import Plugins
import Runs
import Store

extension PluginList {
    /// Everything about one plugin.
    public func show(_ id: String, take: (Part) throws -> Void) throws {
        let plugin = try rights.visible(id)
        let title = plugin.manifest.map { text($0.name) } ?? plugin.id
        try take(
            .begin(DocumentHeader(title: title, subtitle: "\(plugin.id) \(plugin.version)", language: "en")))
        if let note = Self.note(plugin) { try take(.note(note)) }
        try table("Plugin", ["What", "Value"], properties(plugin), take)
        try table("Contributions", ["Kind", "Name", "Title", "Problem"], contributions(plugin), take)
        if let manifest = plugin.manifest {
            try table(
                "Permissions", ["Permission", "It may", "Granted"],
                manifest.needs.list.map {
                    [.text($0.description), .text($0.sentence), .boolean(plugin.granted.contains($0))]
                }, take)
            try table(
                "Fields", ["Field", "Entity", "Type", "Title"], manifest.fields.map(row), take)
            try table(
                "Fields of earlier versions, which are kept", ["Field", "Entity", "Type", "Title"],
                store.retiredFields()[id, default: []].map { row($0.field) }, take)
            try settingsTable(manifest, for: nil, take)
        }
        try table("Health", ["What", "Value"], health(plugin), take)
        try table(
            "History", ["At", "By", "What", "Version", "Details"],
            try store.pluginEvents(id, limit: 20).filter(rights.sees).map {
                [
                    .instant($0.at, zone: nil), .text($0.by), .text($0.action.rawValue), .text($0.version),
                    .text($0.details),
                ]
            }, take)
        try take(.end)
    }

    /// The settings of a plugin with the values in force.
    ///
    /// - Parameter organization: for its people; nil for the whole community.
    public func settings(_ id: String, for organization: String?, take: (Part) throws -> Void) throws {
        let plugin = try rights.visible(id)
        if let organization { try rights.requireReading(for: organization) }
        guard let manifest = plugin.manifest else { throw Failure(.configuration, plugin.damage ?? "") }
        try take(.begin(DocumentHeader(title: "Settings of \(id)", language: "en")))
        try settingsTable(manifest, for: organization, take)
        if manifest.settings.isEmpty { try take(.note("\(id) has no settings.")) }
        try take(.end)
    }

    private func settingsTable(
        _ manifest: Manifest, for organization: String?, _ take: (Part) throws -> Void
    ) throws {
        let community = try store.chosenSettings(of: manifest.id)
        let own = try organization.map { try store.chosenSettings(of: manifest.id, for: $0) } ?? [:]
        try table(
            "Settings", ["Setting", "Value", "From", "Type", "Title"],
            manifest.settings.map { setting in
                let value = own[setting.name] ?? community[setting.name] ?? setting.defaultValue
                let source =
                    own[setting.name] != nil
                    ? organization ?? "" : community[setting.name] != nil ? "community" : "default"
                return [
                    .text(setting.name), .text(value.description), .text(source), .text(setting.type.name),
                    .text(text(setting.title)),
                ]
            }, take)
    }

    private func row(_ field: CustomField) -> [Cell] {
        [
            .text(field.field.name), .text(field.entity), .text(field.field.type.name),
            .text(text(field.field.title)),
        ]
    }

    private func properties(_ plugin: InstalledPlugin) -> [[Cell]] {
        let manifest = plugin.manifest
        let rows: [(String, String?)] = [
            ("Identifier", plugin.id), ("Version", plugin.version + (plugin.isPinned ? " (pinned)" : "")),
            ("State", Self.state(plugin)), ("Description", manifest.map { text($0.description) }),
            ("Authors", manifest?.authors.joined(separator: ", ")), ("License", manifest?.license),
            ("Lua API", manifest.map { String($0.api) }),
            (
                "Needs the plugins",
                manifest?.depends.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
                    separator: ", ")
            ),
            ("Came from", plugin.origin), ("Installed by", plugin.by), ("Installed", plugin.at.description),
            ("Rolls back to", plugin.former), ("SHA-256", plugin.hash),
        ]
        return rows.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : [.text(name), .text($0)] }
        }
    }

    private func contributions(_ plugin: InstalledPlugin) -> [[Cell]] {
        plugin.contributions.map {
            [
                .text($0.contribution.kind.rawValue), .text($0.contribution.name),
                .text($0.described?.title.map(text) ?? ""),
                $0.problem.map { .text($0) } ?? .empty,
            ]
        }
    }

    private func health(_ plugin: InstalledPlugin) throws -> [[Cell]] {
        let health = try store.pluginHealth(plugin.id)
        var rows: [[Cell]] = [
            [.text("Runs"), .integer(Int64(health.runs))],
            [.text("Failures"), .integer(Int64(health.failures))],
            [.text("Failures in a row"), .integer(Int64(health.consecutiveFailures))],
        ]
        if let time = health.time {
            rows.append([.text("Time (ms), median"), .integer(Int64(time.median))])
            rows.append([.text("Time (ms), worst"), .integer(Int64(time.worst))])
        }
        if let memory = health.memory {
            rows.append([.text("Memory (bytes), median"), .integer(Int64(memory.median))])
            rows.append([.text("Memory (bytes), worst"), .integer(Int64(memory.worst))])
        }
        // What went wrong for somebody of another organization may name what this viewer may not see.
        if let error = health.lastError, rights.seesAll {
            rows.append([.text("Last error"), .text("\(error.at): \(error.message)")])
        }
        return rows
    }

    private func table(
        _ title: String, _ columns: [String], _ rows: [[Cell]], _ take: (Part) throws -> Void
    ) throws {
        guard !rows.isEmpty else { return }
        try take(
            .beginTable(
                TableHeader(
                    title: title,
                    columns: columns.map {
                        Column(name: $0.lowercased().replacing(" ", with: "_"), title: $0, type: .any)
                    })))
        try take(.rows(rows.map { TableRow($0) }))
        try take(.endTable(TableFooter()))
    }
}
