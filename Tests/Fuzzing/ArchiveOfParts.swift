import SystemArchive

/// An archive whose parts are anything, which no fuzzer would get at through compression and checksums. A part whose name
/// ends with `/` is a folder.
struct ArchiveOfParts {
    private let parts: [(name: String, bytes: [UInt8])]

    init(_ parts: [(name: String, bytes: [UInt8])]) { self.parts = parts }

    func zip() throws -> [UInt8] {
        guard let archive = archive_write_new() else {
            throw FuzzFinding("there is no memory for an archive")
        }
        defer { archive_write_free(archive) }
        archive_write_set_format_zip(archive)
        var result = [UInt8](repeating: 0, count: parts.reduce(1 << 14) { $0 + 2 * $1.bytes.count + 1024 })
        let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        used.initialize(to: 0)
        defer { used.deallocate() }
        result.withUnsafeMutableBytes { buffer in
            archive_write_open_memory(archive, buffer.baseAddress, buffer.count, used)
            for part in parts {
                guard let entry = archive_entry_new() else { continue }
                defer { archive_entry_free(entry) }
                let isFolder = part.name.hasSuffix("/")
                archive_entry_set_pathname(entry, part.name)
                archive_entry_set_filetype(entry, isFolder ? 0o040000 : 0o100000)
                archive_entry_set_size(entry, isFolder ? 0 : Int64(part.bytes.count))
                archive_write_header(archive, entry)
                if !isFolder { archive_write_data(archive, part.bytes, part.bytes.count) }
            }
            archive_write_close(archive)
        }
        return Array(result[..<used.pointee])
    }
}
