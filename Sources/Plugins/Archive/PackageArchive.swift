import SystemArchive

/// A plugin as one file, for passing on.
public enum PackageArchive {
    /// The `.tar.gz` of a plugin, in one folder named for its identifier and version: the same bytes for the
    /// same files.
    ///
    /// - Throws: `PluginError` when libarchive cannot write it.
    public static func write(_ package: Package) throws(PluginError) -> [UInt8] {
        let folder = folder(package.manifest)
        // Text only shrinks; a header and padding a file, and the ends, are the rest.
        let room = package.files.values.reduce(1 << 16) { $0 + $1.count + 2048 }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
        let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        used.initialize(to: 0)
        // After the archive, which writes what it still has when it is freed, also when it has failed.
        defer {
            buffer.deallocate()
            used.deallocate()
        }
        guard let archive = archive_write_new() else {
            throw failure(folder, "there is no memory to write it")
        }
        defer { archive_write_free(archive) }
        // What was written to and when would be in it otherwise.
        for code in [
            archive_write_set_format_ustar(archive), archive_write_add_filter_gzip(archive),
            archive_write_set_options(archive, "gzip:!timestamp,gzip:compression-level=9"),
        ] where code != ARCHIVE_OK { throw failure(folder, reason(archive)) }

        guard archive_write_open_memory(archive, buffer.baseAddress, buffer.count, used) == ARCHIVE_OK else {
            throw failure(folder, reason(archive))
        }
        for path in package.paths {
            guard add(package.files[path] ?? [], "\(folder)/\(path)", to: archive) else {
                throw failure(folder, reason(archive))
            }
        }
        guard archive_write_close(archive) == ARCHIVE_OK else { throw failure(folder, reason(archive)) }
        return Array(buffer[..<used.pointee])
    }

    /// The archive's folder, and its file's name without the ending: `follow_up-1.2.0`.
    public static func folder(_ manifest: Manifest) -> String { "\(manifest.id)-\(manifest.version)" }

    /// 1980-01-01, the earliest time that a .zip can hold.
    private static let time = 315_532_800

    private static func add(_ bytes: [UInt8], _ path: String, to archive: OpaquePointer) -> Bool {
        guard let entry = archive_entry_new() else { return false }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, path)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(bytes.count))
        archive_entry_set_mtime(entry, time, 0)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
        return archive_write_data(archive, bytes, bytes.count) == bytes.count
    }

    private static func reason(_ archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? "libarchive does not say why"
    }

    private static func failure(_ folder: String, _ reason: String) -> PluginError {
        PluginError(.unreadable, folder, ["the archive cannot be written: \(reason)"])
    }
}
