import Community

extension Store {
    /// Keeps a receipt together with the script that ran.
    ///
    /// - Parameter text: the script; kept once for all runs with the same hash.
    /// - Returns: a note to admins when a plugin was switched off because this was one failure too many.
    @discardableResult
    public func record(_ run: RunRecord, text: [UInt8]) throws(StoreError) -> String? {
        try write { connection throws(StoreError) in
            try Self.record(run, text: text, connection, schema: declared.base)
        }
    }

    static func record(
        _ run: RunRecord, text: [UInt8], _ connection: OpaquePointer, schema: Schema
    ) throws(StoreError) -> String? {
        try Statement(connection, "INSERT INTO sources (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .run([.text(run.source), .bytes(text)])
        let taken = try Statement(connection, "SELECT 1 FROM runs WHERE id = \(bind: .text(run.id))" as SQL)
        guard try !taken.step() else { throw StoreError(.exists, "there is a run '\(run.id)' already") }
        try Statement(connection, "INSERT INTO runs (\(columns.text)) VALUES (\(parameters))").run([
            .text(run.id), .integer(run.at.milliseconds), .text(run.viewer), .text(run.script),
            .text(run.source), .integer(run.commit), .text(run.outcome), .bytes(run.details),
            SQLValue(run.plugin?.plugin), SQLValue(run.plugin?.version), SQLValue(run.plugin?.hash),
            SQLValue(run.plugin?.verdict.rawValue),
            run.plugin.map { .integer(Int64($0.elapsed)) } ?? .null,
            run.plugin.map { .integer(Int64($0.memory)) } ?? .null, SQLValue(run.plugin?.message),
        ])
        return try PluginTable(connection: connection, schema: schema).judge(run)
    }

    /// The last runs, the latest first.
    ///
    /// - Parameter viewer: for whom they were; nil for those of all.
    public func runs(of viewer: String? = nil, limit: Int = 100) throws(StoreError) -> [RunRecord] {
        let theirs: SQL = viewer.map { "WHERE viewer = \(bind: .text($0))" } ?? ""
        return try runs("\(theirs) ORDER BY number DESC LIMIT \(bind: .integer(Int64(limit)))")
    }

    public func run(_ id: String) throws(StoreError) -> RunRecord? {
        try runs("WHERE id = \(bind: .text(id))").first
    }

    /// The text of a script that ran, by its hash.
    public func source(_ hash: String) throws(StoreError) -> [UInt8]? {
        try ReadingConnection.use(file.database) { connection throws(StoreError) in
            let statement = try Statement(
                connection, "SELECT text FROM sources WHERE hash = \(bind: .text(hash))" as SQL)
            return try statement.step() ? statement.blob(0) : nil
        }
    }

    private static var columns: SQL {
        """
        id, at, viewer, script, source, commit_number, outcome, details, plugin, plugin_version, package, verdict, \
        elapsed, memory, message
        """
    }

    private static var parameters: String {
        columns.text.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
    }

    private func runs(_ rest: SQL) throws(StoreError) -> [RunRecord] {
        try ReadingConnection.use(file.database) { connection throws(StoreError) in
            try Self.runs(connection, rest)
        }
    }

    /// - Parameter rest: which, and in which order.
    static func runs(_ connection: OpaquePointer, _ rest: SQL) throws(StoreError) -> [RunRecord] {
        let row = try Statement(connection, "SELECT \(columns) FROM runs \(rest)" as SQL)
        var runs: [RunRecord] = []
        while try row.step() {
            runs.append(
                RunRecord(
                    id: row.text(0), at: Instant(milliseconds: row.integer(1)), viewer: row.text(2),
                    script: row.text(3), source: row.text(4), commit: row.integer(5), outcome: row.text(6),
                    details: row.blob(7),
                    plugin: Self.pluginRun(row)))
        }
        return runs
    }

    private static func pluginRun(_ row: Statement) -> PluginRun? {
        guard !row.isNull(8) else { return nil }
        return PluginRun(
            plugin: row.text(8), version: row.text(9), hash: row.text(10),
            verdict: PluginRun.Verdict(rawValue: row.text(11)) ?? .other, elapsed: Int(row.integer(12)),
            memory: Int(row.integer(13)), message: row.isNull(14) ? nil : row.text(14))
    }
}
