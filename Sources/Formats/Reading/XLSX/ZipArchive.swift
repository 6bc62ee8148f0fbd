import Documents
import Glibc
import SystemArchive

/// A zip archive in a file that is open, through libarchive. Its directory says where the parts are; what it
/// says of their sizes is not believed.
struct ZipArchive {
    let file: SourceFile
    let limits: ReadingLimits
    /// The parts by their names in lower case, as OPC compares them (ECMA-376, part 2, 9.1.1).
    private(set) var parts: Set<String> = []

    private static let partLimit = 20_000

    init(_ file: SourceFile, _ limits: ReadingLimits) throws(ReadingError) {
        self.file = file
        self.limits = limits
        let walk = try ZipWalk(file, limits)
        while let entry = try walk.next() {
            if let name = entry.name { parts.insert(name) }
            guard parts.count <= Self.partLimit else {
                throw ReadingError(.tooLarge, "the file is an archive of more than \(Self.partLimit) parts")
            }
        }
    }

    /// The part of that name, at its start; nil when there is none.
    func part(_ name: String) throws(ReadingError) -> ZipWalk? {
        guard parts.contains(name.lowercased()) else { return nil }
        let walk = try ZipWalk(file, limits)
        while let entry = try walk.next() {
            guard entry.name == name.lowercased() else { continue }
            guard !entry.isEncrypted else {
                throw ReadingError(.encrypted, "the file asks for a password; save it without one")
            }
            return walk
        }
        return nil
    }
}

/// A way through an archive, from part to part, and through the bytes of the part at hand.
final class ZipWalk {
    private let archive: OpaquePointer
    private let source: ZipSource
    private let limits: ReadingLimits
    /// Bytes of the part that came out.
    private(set) var unpacked = 0

    struct Entry {
        /// In lower case, from the archive's top; nil when it cannot be read.
        var name: String?
        var isEncrypted: Bool
    }

    init(_ file: SourceFile, _ limits: ReadingLimits) throws(ReadingError) {
        guard let archive = archive_read_new() else {
            throw ReadingError(.unreadable, "there is no memory to read the file")
        }
        self.archive = archive
        self.limits = limits
        source = ZipSource(file)
        archive_read_support_format_zip_seekable(archive)
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(source).toOpaque())
        archive_read_set_read_callback(archive) { _, data, buffer in
            guard let source = ZipSource.of(data) else { return -1 }
            return source.read(buffer)
        }
        archive_read_set_skip_callback(archive) { _, data, count in ZipSource.of(data)?.skip(count) ?? 0 }
        archive_read_set_seek_callback(archive) { _, data, offset, whence in
            ZipSource.of(data)?.seek(offset, whence) ?? -1
        }
        try check(archive_read_open1(archive))
    }

    deinit { archive_read_free(archive) }

    func next() throws(ReadingError) -> Entry? {
        unpacked = 0
        var entry: OpaquePointer?
        let code = archive_read_next_header(archive, &entry)
        if code == ARCHIVE_EOF { return nil }
        // A name that cannot be written in this process' locale is a warning.
        if code != ARCHIVE_WARN { try check(code) }
        let name = archive_entry_pathname(entry).flatMap { String(validatingCString: $0) }
        return Entry(
            name: name.map { String($0.replacing("\\", with: "/").drop { $0 == "/" }).lowercased() },
            isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// Replaces what is in `piece` by the part's next bytes; nothing is left at its end.
    func read(into piece: inout [UInt8], atMost count: Int = 1 << 15) throws(ReadingError) {
        if piece.count < count { piece = [UInt8](repeating: 0, count: count) }
        let read = archive_read_data(archive, &piece, count)
        guard read >= 0 else { return try check(Int32(clamping: read)) }
        piece.removeLast(piece.count - read)
        unpacked += read
        guard unpacked <= limits.partBytes else {
            throw ReadingError(
                .tooLarge, "a part of the file is longer than \(limits.partBytes) bytes when it is unpacked")
        }
        guard unpacked <= limits.most(of: source.file.size) else {
            throw ReadingError(
                .tooLarge,
                "a part of the file is more than \(limits.partRatio) times longer when it is unpacked, as no "
                    + "workbook's is; the file may be made to do harm")
        }
    }

    private func check(_ code: Int32) throws(ReadingError) {
        guard code != ARCHIVE_OK else { return }
        if let failure = source.failure { throw failure }
        let reason = archive_error_string(archive).map { String(cString: $0) } ?? "it ends early"
        throw ReadingError(
            .damaged, "the file is an archive that cannot be unpacked (\(reason)); get or save it again")
    }
}

/// The file as libarchive reads it, by callbacks.
private final class ZipSource {
    let file: SourceFile
    private var offset = 0
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private(set) var failure: ReadingError?

    init(_ file: SourceFile) {
        self.file = file
    }

    deinit { buffer.deallocate() }

    static func of(_ data: UnsafeMutableRawPointer?) -> ZipSource? {
        data.map { Unmanaged<ZipSource>.fromOpaque($0).takeUnretainedValue() }
    }

    func read(_ piece: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        do {
            let count = try file.read(at: offset, into: buffer)
            offset += count
            piece?.pointee = UnsafeRawPointer(buffer.baseAddress)
            return count
        } catch {
            failure = error
            return -1
        }
    }

    func skip(_ count: Int64) -> Int64 {
        let skipped = max(0, min(Int(count), file.size - offset))
        offset += skipped
        return Int64(skipped)
    }

    /// `whence` as of `lseek`.
    func seek(_ distance: Int64, _ whence: Int32) -> Int64 {
        let start = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? offset : file.size
        let (sum, overflow) = start.addingReportingOverflow(Int(distance))
        guard !overflow, sum >= 0 else { return -1 }
        offset = sum
        return Int64(sum)
    }
}
