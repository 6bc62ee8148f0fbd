import Community

extension PluginTable {
    func health(_ plugin: String) throws(StoreError) -> PluginHealth {
        let row = try Statement(
            connection,
            """
            SELECT at, verdict, elapsed, memory, message FROM runs WHERE plugin = \(bind: .text(plugin))
            ORDER BY number DESC LIMIT \(bind: .integer(Int64(PluginHealth.sample)))
            """ as SQL)
        var times: [Int] = []
        var memories: [Int] = []
        var lastError: PluginHealth.Failure?
        while try row.step() {
            times.append(Int(row.integer(2)))
            memories.append(Int(row.integer(3)))
            if lastError == nil, row.text(1) == PluginRun.Verdict.failed.rawValue {
                lastError = PluginHealth.Failure(
                    at: Instant(milliseconds: row.integer(0)), message: row.text(4))
            }
        }
        let count = try Statement(
            connection,
            """
            SELECT count(*), coalesce(sum(verdict = \(bind: .text(PluginRun.Verdict.failed.rawValue))), 0)
            FROM runs WHERE plugin = \(bind: .text(plugin))
            """ as SQL)
        _ = try count.step()
        return PluginHealth(
            runs: Int(count.integer(0)), failures: Int(count.integer(1)),
            consecutiveFailures: try consecutiveFailures(plugin), lastError: lastError,
            time: PluginHealth.Spread(times), memory: PluginHealth.Spread(memories))
    }

    /// Failures since the last run that was done and since the plugin was last put in place or enabled, at most
    /// `PluginHealth.mostFailures`. Runs that tell nothing of the script are passed over.
    private func consecutiveFailures(_ plugin: String) throws(StoreError) -> Int {
        let row = try Statement(
            connection,
            """
            SELECT verdict FROM runs WHERE plugin = \(bind: .text(plugin))
                AND number > (SELECT judged_from FROM plugins WHERE id = \(bind: .text(plugin)))
                AND verdict <> \(bind: .text(PluginRun.Verdict.other.rawValue))
            ORDER BY number DESC LIMIT \(bind: .integer(Int64(PluginHealth.mostFailures)))
            """ as SQL)
        var count = 0
        while try row.step(), row.text(0) == PluginRun.Verdict.failed.rawValue { count += 1 }
        return count
    }

    /// Switches a plugin off that has failed too often, with a note to admins.
    ///
    /// - Returns: what to tell of it; nil when it goes on.
    func judge(_ run: RunRecord) throws(StoreError) -> String? {
        guard let plugin = run.plugin, plugin.verdict == .failed, let version = try find(plugin.plugin),
            version.stopped == nil, version.hash == plugin.hash,
            try consecutiveFailures(plugin.plugin) >= PluginHealth.mostFailures
        else { return nil }
        let reason = "it failed \(PluginHealth.mostFailures) times in a row, the last time in \(run.script)"
        try Statement(connection, "UPDATE plugins SET stopped = ? WHERE id = ?").run([
            .text(reason), .text(plugin.plugin),
        ])
        try note(.stop, version, ChangeSet.Origin(by: run.viewer, command: "run", at: run.at), reason)
        return "the plugin \(plugin.plugin) was switched off: \(reason)"
    }
}
