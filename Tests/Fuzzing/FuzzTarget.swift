/// One way by which bytes of strangers come in.
public enum FuzzTarget: String, Sendable, CaseIterable {
    /// The `plugin.toml` of a plugin.
    case manifest
    /// A plugin's archive, in a file as it comes.
    case archive
    /// The files of a plugin, in an archive that is sound.
    case package
    /// What a worker sends.
    case frames
    /// Text with rows: CSV and JSON.
    case csv
    /// A workbook, in a file as it comes.
    case workbook
    /// The XML of a workbook, which no fuzzer would get at through compression and checksums.
    case sheet
    /// Values in TOML, as settings are.
    case settings
    /// What a script returns.
    case values
}
