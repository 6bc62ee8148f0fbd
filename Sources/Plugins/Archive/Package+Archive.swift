import Community

extension Package {
    /// Reads and checks the plugin in a `.tar.gz` or `.zip`, whose files stand at its top or in one folder there.
    /// All of it is read and checked before anything is given back; nothing is written anywhere.
    ///
    /// - Parameters:
    ///   - archive: the file's bytes.
    ///   - subject: what messages call it: the file's name.
    /// - Throws: `PluginError` with kind `wrong`. Refused are paths that lead out of the archive, links, devices,
    ///   encryption, more than `PackageLimits`, a file twice, names that differ by case only, and whatever
    ///   libarchive cannot read to its end.
    public init(archive: [UInt8], subject: String, schema: Schema = .standard) throws(PluginError) {
        try self.init(files: PackageArchive.files(archive, subject), subject: subject, schema: schema)
    }

    /// Reads and checks the plugin in an archive's file.
    ///
    /// - Throws: `PluginError`: `missing`, `unreadable`, and as above.
    public init(archive path: String, schema: Schema = .standard) throws(PluginError) {
        try self.init(
            archive: PackageArchive.bytes(path), subject: "the plugin in '\(path)'", schema: schema)
    }
}
