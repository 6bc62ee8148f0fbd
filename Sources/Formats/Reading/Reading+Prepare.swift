import Foundation
import SystemArchive

extension Reading {
    /// Has the libraries open what they open when they are first used: the zone of times, glibc's table of encodings.
    /// A process that gives up opening files calls this before.
    public static func prepare() {
        let archive = archive_read_new()
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        var entry: OpaquePointer?
        let code = emptyWorkbook.withUnsafeBytes { bytes in
            archive_read_open_memory(archive, bytes.baseAddress, bytes.count)
        }
        guard code == ARCHIVE_OK, archive_read_next_header(archive, &entry) == ARCHIVE_OK else { return }
        _ = archive_entry_pathname(entry)
    }

    /// An archive with an empty file of the name `é`, flagged as UTF-8 (PKWARE APPNOTE, 4.3).
    private static let emptyWorkbook: [UInt8] = {
        let name: [UInt8] = [0xC3, 0xA9]
        let rest: [UInt8] = [
            0x14, 0, 0, 0x08, 0, 0, 0, 0, 0x21, 0x58, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0,
        ]
        let local: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + rest + name
        let central: [UInt8] =
            [0x50, 0x4B, 0x01, 0x02, 0x14, 0] + rest + Array(repeating: 0, count: 14) + name
        let size = { (count: Int) in [UInt8(count), 0, 0, 0] as [UInt8] }
        let end: [UInt8] =
            [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0, 1, 0, 1, 0] + size(central.count) + size(local.count) + [
                0, 0,
            ]
        return local + central + end
    }()
}
