extension Migrations {
    /// Which plugin proposed a commit and in which run, which commit it takes back, and which rules' warnings
    /// were gone past: a JSON list of pairs of rule and text.
    static let origins = """
        ALTER TABLE commits ADD COLUMN plugin TEXT;
        ALTER TABLE commits ADD COLUMN plugin_version TEXT;
        ALTER TABLE commits ADD COLUMN run TEXT;
        ALTER TABLE commits ADD COLUMN undone INTEGER;
        ALTER TABLE commits ADD COLUMN warnings TEXT;
        """
}
