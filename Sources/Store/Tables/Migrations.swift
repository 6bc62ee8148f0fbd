import Community
import GRDB

/// How a community's file came to be what it is. A migration, once published, never changes; tables and
/// columns of fields are not migrations' matter but `FieldTables`'.
struct Migrations: Sendable {
    var all: [Migration]

    struct Migration: Sendable {
        let name: String
        let change: @Sendable (Database) throws -> Void
    }

    static let standard = Migrations(all: [
        Migration(name: "1 commits, audit, runs") { try $0.execute(sql: Self.first) },
        Migration(name: "2 custom fields") { try $0.execute(sql: Self.customFields) },
        Migration(name: "3 origins of commits") { try $0.execute(sql: Self.origins) },
    ])

    /// Marks a database as a community of Halqa: "Halq" in ASCII.
    static let applicationID: Int64 = 0x4861_6C71

    var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in all {
            migrator.registerMigration(
                migration.name, foreignKeyChecks: .immediate, migrate: migration.change)
        }
        return migrator
    }

    private static let first = """
        PRAGMA application_id = \(applicationID);

        -- What the community is: its language, its name, when it was made.
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE commits (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            by TEXT NOT NULL,
            command TEXT NOT NULL) STRICT;

        -- Full images: every stored field, references by identifier. Undo, history and replay need them.
        CREATE TABLE audit (
            number INTEGER PRIMARY KEY,
            commit_number INTEGER NOT NULL REFERENCES commits(number),
            entity TEXT NOT NULL,
            key INTEGER NOT NULL,
            id TEXT NOT NULL,
            action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete')),
            version_before INTEGER,
            before TEXT,
            after TEXT,
            CHECK ((before IS NULL) = (action = 'create') AND (after IS NULL) = (action = 'delete'))) STRICT;
        CREATE INDEX audit_by_commit ON audit (commit_number);
        CREATE INDEX audit_by_record ON audit (entity, key);

        -- The scripts that ran, by the hash of their text.
        CREATE TABLE sources (hash TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT;

        CREATE TABLE runs (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            at INTEGER NOT NULL,
            viewer TEXT NOT NULL,
            script TEXT NOT NULL,
            source TEXT NOT NULL REFERENCES sources(hash),
            commit_number INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            details BLOB NOT NULL) STRICT;
        """

    private static let customFields = """
        -- The fields of plugins. A changed declaration is a new row: former states of the community have theirs.
        -- 'fields' in meta is the number of the commit that last changed them.
        CREATE TABLE custom_fields (
            number INTEGER PRIMARY KEY,
            plugin TEXT NOT NULL,
            entity TEXT NOT NULL,
            name TEXT NOT NULL,
            declaration TEXT NOT NULL,
            position INTEGER NOT NULL,
            since INTEGER NOT NULL,
            until INTEGER,
            retired INTEGER NOT NULL CHECK (retired IN (0, 1))) STRICT;
        CREATE UNIQUE INDEX custom_fields_by_name ON custom_fields (plugin, entity, name) WHERE until IS NULL;
        """
}
