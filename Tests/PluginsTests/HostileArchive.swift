import SystemArchive

/// An archive as somebody means harm with it: written by libarchive, entry by entry.
struct HostileArchive {
    struct Entry {
        var path: String
        var bytes: [UInt8] = []
        /// AE_IFREG; AE_IFLNK, AE_IFCHR, …
        var kind: UInt32 = 0o100000
        var target: String?
        var hardlink: String?
        var repetitions = 1
    }

    enum Form: CaseIterable { case tar, zip }

    static func write(_ form: Form, _ entries: [Entry], password: String? = nil) -> [UInt8] {
        guard let archive = archive_write_new() else { return [] }
        defer { archive_write_free(archive) }
        switch form {
        case .tar:
            archive_write_set_format_pax_restricted(archive)
            archive_write_add_filter_gzip(archive)
        case .zip: archive_write_set_format_zip(archive)
        }
        if let password {
            archive_write_set_options(archive, "zip:encryption=aes256")
            archive_write_set_passphrase(archive, password)
        }
        let room = 64 << 20
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
        defer { buffer.deallocate() }
        let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        used.initialize(to: 0)
        defer { used.deallocate() }
        archive_write_open_memory(archive, buffer.baseAddress, room, used)
        for entry in entries { write(entry, to: archive) }
        archive_write_close(archive)
        return Array(buffer[..<used.pointee])
    }

    private static func write(_ entry: Entry, to archive: OpaquePointer) {
        guard let header = archive_entry_new() else { return }
        defer { archive_entry_free(header) }
        archive_entry_set_pathname(header, entry.path)
        archive_entry_set_filetype(header, entry.kind)
        archive_entry_set_perm(header, 0o644)
        archive_entry_set_size(header, Int64(entry.bytes.count * entry.repetitions))
        if let target = entry.target { archive_entry_set_symlink(header, target) }
        if let hardlink = entry.hardlink { archive_entry_set_hardlink(header, hardlink) }
        archive_write_header(archive, header)
        for _ in 0..<entry.repetitions { archive_write_data(archive, entry.bytes, entry.bytes.count) }
    }
}
