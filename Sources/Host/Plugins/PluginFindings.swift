import Store

/// What the doctor says of plugins.
enum PluginFindings {
    static func of(_ access: CommunityAccess) -> [Finding] {
        // What is wrong with the community itself has been told.
        guard let store = try? access.store(for: .reading) else { return [] }
        do {
            return try store.plugins().map { plugin in
                let subject = "plugin \(plugin.id)"
                if let damage = plugin.damage {
                    return Finding(
                        subject, .fault, damage,
                        advice: "`halqa plugin update` with a sound one, or remove it")
                }
                let health = try store.pluginHealth(plugin.id)
                let runs = "\(health.runs) runs, \(health.failures) failures"
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
                    : Finding(subject, .fine, "\(plugin.version), \(PluginList.state(plugin)); \(runs)")
            }
        } catch {
            return [Finding("plugins", .fault, "\(error)", advice: nil)]
        }
    }
}
