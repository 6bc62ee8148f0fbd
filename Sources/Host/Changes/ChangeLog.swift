import Community
import Documents
import Store

/// The audit log as documents and as text: `halqa changes list`, `changes show`, `show --history`.
public struct ChangeLog {
    private let snapshot: Snapshot

    public init(_ access: CommunityAccess) throws {
        snapshot = try access.snapshot()
    }

    /// Which commits, as people type it.
    public struct Filter: Sendable {
        public var entity: String?
        public var record: String?
        public var by: String?
        public var plugin: String?
        public var since: Instant?
        public var until: Instant?
        public var limit: Int

        public init(limit: Int) {
            self.limit = limit
        }
    }

    private func query(_ filter: Filter) throws -> LogQuery {
        var query = LogQuery(limit: filter.limit)
        query.entity = try filter.entity.map(snapshot.schema.entity)
        query.record = filter.record
        query.by = filter.by
        query.plugin = filter.plugin
        query.since = filter.since
        query.until = filter.until
        return query
    }

    public func list(_ filter: Filter, take: (Part) throws -> Void) throws {
        let commits = try snapshot.commits(query(filter))
        try take(.begin(DocumentHeader(title: "Changes", language: "en")))
        let columns = Self.origin + [Column(name: "records", title: "Records", type: .integer)]
        try take(.beginTable(TableHeader(columns: columns)))
        try take(.rows(commits.map { TableRow(Self.cells($0) + [.integer(Int64($0.records))]) }))
        try take(.endTable(TableFooter()))
        try take(.end)
    }

    private static let origin = [
        Column(name: "commit", title: "Commit", type: .integer),
        Column(name: "at", title: "At", type: .instant), Column(name: "by", title: "By", type: .text),
        Column(name: "command", title: "Command", type: .text),
        Column(name: "plugin", title: "Plugin", type: .text),
        Column(name: "undone", title: "Takes back", type: .integer),
    ]

    private static func cells(_ commit: LoggedCommit) -> [Cell] {
        [
            .integer(commit.number), .instant(commit.origin.at, zone: nil), .text(commit.origin.by),
            .text(commit.origin.command),
            commit.origin.plugin.map { .text("\($0.id) \($0.version)") } ?? .empty,
            commit.undone.map { .integer($0) } ?? .empty,
        ]
    }

    private static let difference = [
        Column(name: "entity", title: "Entity", type: .text),
        Column(name: "record", title: "Record", type: .text),
        Column(name: "action", title: "Action", type: .text),
        Column(name: "field", title: "Field", type: .text),
        Column(name: "before", title: "Before", type: .text),
        Column(name: "after", title: "After", type: .text),
    ]

    /// One commit field by field, as a table.
    public func show(_ number: Int64, take: (Part) throws -> Void) throws {
        let commit = try snapshot.loggedCommit(number)
        try table("Commit \(number)", [commit], nil, take)
    }

    /// What became of a record, the latest first, as a table.
    public func history(_ name: String, _ id: String, limit: Int, take: (Part) throws -> Void) throws {
        let (record, commits) = try history(name, id, limit)
        try table("\(record.entity.name) \(record.id)", commits, record, take)
    }

    private func table(
        _ title: String, _ commits: [LoggedCommit], _ record: (entity: Entity, id: String)?,
        _ take: (Part) throws -> Void
    ) throws {
        try take(.begin(DocumentHeader(title: title, language: "en")))
        try take(.beginTable(TableHeader(columns: Self.origin + Self.difference)))
        for commit in commits {
            try snapshot.diffs(of: commit, record: record) { diff in
                let about =
                    Self.cells(commit) + [
                        .text(diff.entity), .text(diff.id), .text(diff.action.rawValue),
                    ]
                let rows: [[Cell]] = diff.fields.map { field in
                    about + [
                        .text(field.field.name), Self.cell(field.before), Self.cell(field.after),
                    ]
                }
                try take(
                    .rows((rows.isEmpty ? [about + [.empty, .empty, .empty]] : rows).map { TableRow($0) }))
            }
        }
        try take(.endTable(TableFooter()))
        try take(.end)
    }

    private static func cell(_ value: FieldValue) -> Cell {
        value.isNull ? .empty : .text(value.description)
    }

    private func history(
        _ name: String, _ id: String, _ limit: Int
    ) throws -> ((entity: Entity, id: String), [LoggedCommit]) {
        let entity = try snapshot.schema.entity(name)
        var found = id
        if let key = try snapshot.find(id, in: entity) {
            found = try snapshot.identifiers(entity, [key])[key] ?? id
        }
        var query = LogQuery(limit: limit)
        query.entity = entity
        query.record = found
        return ((entity, found), try snapshot.commits(query))
    }

    // MARK: As text

    /// One commit as version control shows it.
    public func show(_ number: Int64, line: (DiffText.Line) throws -> Void) throws {
        try write(snapshot.loggedCommit(number), nil, line)
    }

    public func history(
        _ name: String, _ id: String, limit: Int, line: (DiffText.Line) throws -> Void
    ) throws {
        let (record, commits) = try history(name, id, limit)
        for (index, commit) in commits.enumerated() {
            if index > 0 { try line([]) }
            try write(commit, record, line)
        }
    }

    private func write(
        _ commit: LoggedCommit, _ record: (entity: Entity, id: String)?,
        _ line: (DiffText.Line) throws -> Void
    ) throws {
        let origin = commit.origin
        var head = "commit \(commit.number), \(origin.at), by \(origin.by) with '\(origin.command)'"
        if let plugin = origin.plugin { head += ", proposed by \(plugin.id) \(plugin.version)" }
        if let run = origin.run { head += " in \(run)" }
        if let undone = commit.undone { head += ", takes back commit \(undone)" }
        try line([DiffText.Piece(head, .heading)])
        for warning in commit.accepted {
            try line([DiffText.Piece("warning gone past: \(warning.rule): \(warning.text)")])
        }
        try snapshot.diffs(of: commit, record: record) { diff in
            for text in DiffText.lines(diff) { try line(text) }
        }
    }
}
