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
        Migration(name: "3 plugins") { try $0.execute(sql: Self.plugins) },
        Migration(name: "4 origins of commits") { try $0.execute(sql: Self.origins) },
        Migration(
            name: "5 organizations of what was done to plugins", change: Self.addOrganizationsOfPluginEvents),
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
            action TEXT NOT NULL CHECK (action = 'create' OR action = 'update' OR action = 'delete'),
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

    private static let plugins = """
        -- A row a plugin. Of one that was removed its versions stay, for runs to be done again, until it is purged.
        CREATE TABLE plugins (
            id TEXT PRIMARY KEY,
            current INTEGER REFERENCES plugin_versions(number) DEFERRABLE INITIALLY DEFERRED,
            is_pinned INTEGER NOT NULL CHECK (is_pinned IN (0, 1)),
            stopped TEXT,
            -- The number of the run after which failures are counted.
            judged_from INTEGER NOT NULL) STRICT;

        CREATE TABLE plugin_versions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            plugin TEXT NOT NULL REFERENCES plugins(id) ON DELETE CASCADE,
            version TEXT NOT NULL,
            hash TEXT NOT NULL,
            origin TEXT NOT NULL,
            at INTEGER NOT NULL,
            by TEXT NOT NULL,
            -- The one that it took the place of, to which it can be rolled back.
            former INTEGER REFERENCES plugin_versions(number) DEFERRABLE INITIALLY DEFERRED,
            UNIQUE (plugin, hash)) STRICT;

        -- The bytes are in 'sources'.
        CREATE TABLE plugin_files (
            version INTEGER NOT NULL REFERENCES plugin_versions(number) ON DELETE CASCADE,
            path TEXT NOT NULL,
            hash TEXT NOT NULL REFERENCES sources(hash),
            PRIMARY KEY (version, path)) STRICT, WITHOUT ROWID;

        CREATE TABLE plugin_grants (
            version INTEGER NOT NULL REFERENCES plugin_versions(number) ON DELETE CASCADE,
            permission TEXT NOT NULL,
            PRIMARY KEY (version, permission)) STRICT, WITHOUT ROWID;

        CREATE TABLE plugin_contributions (
            version INTEGER NOT NULL REFERENCES plugin_versions(number) ON DELETE CASCADE,
            path TEXT NOT NULL,
            description BLOB,
            problem TEXT,
            PRIMARY KEY (version, path)) STRICT, WITHOUT ROWID;

        -- Organizations by their keys, which are never used again; 0 is the whole community.
        CREATE TABLE plugin_scopes (
            plugin TEXT NOT NULL REFERENCES plugins(id) ON DELETE CASCADE,
            organization INTEGER NOT NULL,
            PRIMARY KEY (plugin, organization)) STRICT, WITHOUT ROWID;

        CREATE TABLE plugin_settings (
            plugin TEXT NOT NULL REFERENCES plugins(id) ON DELETE CASCADE,
            organization INTEGER NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (plugin, organization, name)) STRICT, WITHOUT ROWID;

        -- What was done to plugins, by whom; it outlives them.
        CREATE TABLE plugin_events (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            plugin TEXT NOT NULL,
            at INTEGER NOT NULL,
            by TEXT NOT NULL,
            action TEXT NOT NULL,
            version TEXT NOT NULL,
            details TEXT NOT NULL) STRICT;

        -- Of a run of a plugin's file.
        ALTER TABLE runs ADD COLUMN plugin TEXT;
        ALTER TABLE runs ADD COLUMN plugin_version TEXT;
        ALTER TABLE runs ADD COLUMN package TEXT;
        ALTER TABLE runs ADD COLUMN verdict TEXT;
        ALTER TABLE runs ADD COLUMN elapsed INTEGER;
        ALTER TABLE runs ADD COLUMN memory INTEGER;
        ALTER TABLE runs ADD COLUMN message TEXT;
        CREATE INDEX runs_by_plugin ON runs (plugin, number) WHERE plugin IS NOT NULL;
        """

    /// The tables that are not entities'.
    static let tables: Set<String> = [
        "meta", "commits", "audit", "sources", "runs", "custom_fields", "plugins", "plugin_versions",
        "plugin_files",
        "plugin_grants", "plugin_contributions", "plugin_scopes", "plugin_settings", "plugin_events",
    ]
}
