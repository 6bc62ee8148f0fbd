import CRows

/// What is set for all connections of a process, before the first is opened.
enum SQLiteLibrary {
    /// Without the library's counts of its memory, which nobody reads, an import takes a twentieth less
    /// (https://www.sqlite.org/c3ref/c_config_covering_index_scan.html, SQLITE_CONFIG_MEMSTATUS).
    private static let hasNoCounts: Void = rows_forgo_counts()

    static func settle() { hasNoCounts }
}
