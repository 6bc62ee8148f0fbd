import Store

/// What the doctor says of plugins.
enum PluginFindings {
    static func of(_ access: CommunityAccess) -> [Finding] {
        // What is wrong with the community itself has been told.
        guard let store = try? access.store(for: .reading) else { return [] }
        do {
            let plugins = try store.plugins()
            let retired = try store.retiredFields()
            let left = retired.filter { id, _ in !plugins.contains { $0.id == id } }
            return try plugins.map { try finding(of: $0, retired[$0.id] ?? [], store) }
                + left.sorted { $0.key < $1.key }.map { id, fields in
                    Finding(
                        "plugin \(id)", .fine,
                        "it was removed; what its fields hold is kept: \(names(fields))",
                        advice: "`halqa plugin remove \(id) --purge` takes it away for good")
                }
        } catch {
            return [Finding("plugins", .fault, "\(error)", advice: nil)]
        }
    }

    private static func finding(
        of plugin: InstalledPlugin, _ retired: [DeclaredField], _ store: Store
    ) throws -> Finding {
        let subject = "plugin \(plugin.id)"
        if let damage = plugin.damage {
            return Finding(
                subject, .fault, damage,
                advice: "`halqa plugin update` with a sound one, or remove it")
        }
        let health = try store.pluginHealth(plugin.id)
        let runs =
            "\(health.runs) \(health.runs == 1 ? "run" : "runs"), "
            + "\(health.failures) \(health.failures == 1 ? "failure" : "failures")"
        if let stopped = plugin.stopped {
            return Finding(
                subject, .warning, "it was switched off: \(stopped); \(runs)",
                advice:
                    "`halqa plugin show \(plugin.id)` has the last error; update it or switch it on again"
            )
        }
        return health.consecutiveFailures > 1
            ? Finding(
                subject, .warning,
                "it has failed \(health.consecutiveFailures) times in a row; \(runs)",
                advice: "`halqa plugin show \(plugin.id)` has the last error")
            : Finding(
                subject, .fine,
                "\(plugin.version), \(PluginList.state(plugin)); \(runs)"
                    + (retired.isEmpty ? "" : "; kept of earlier versions: \(names(retired))"))
    }

    private static func names(_ fields: [DeclaredField]) -> String {
        fields.map(\.description).joined(separator: ", ")
    }
}
