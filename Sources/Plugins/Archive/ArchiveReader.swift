import SystemArchive

/// Reads an archive of somebody else's into memory, believing none of it: sizes are those of the bytes that
/// came out, and whatever libarchive warns of is an error.
struct ArchiveReader {
    private let subject: String
    private let length: Int
    private var contents: [String: [UInt8]] = [:]
    /// The spelling of each path, and of each folder on its way, by its letters in lower case.
    private var spellings: [String: String] = [:]
    private var entries = 0
    private var total = 0

    init(_ subject: String, length: Int) {
        self.subject = subject
        self.length = length
    }

    mutating func read(_ bytes: [UInt8]) throws(PluginError) {
        guard let archive = archive_read_new() else { throw wrong("there is no memory to read it") }
        defer { archive_read_free(archive) }
        if bytes.starts(with: [0x1F, 0x8B]) {
            archive_read_support_filter_gzip(archive)
            archive_read_support_format_tar(archive)
        } else if bytes.starts(with: [0x50, 0x4B]) {
            archive_read_support_format_zip_seekable(archive)
        } else {
            throw wrong("it is neither a .tar.gz nor a .zip; make one with 'halqa plugin package'")
        }
        do {
            try bytes.withUnsafeBytes { buffer in
                try check(archive_read_open_memory(archive, buffer.baseAddress, buffer.count), archive)
                while let entry = try next(archive) { try read(entry, archive) }
            }
        } catch let error as PluginError {
            throw error
        } catch {
            throw wrong("\(error)")
        }
    }

    /// The files without those that are hidden, and without the one folder that all are in.
    func files() -> [String: [UInt8]] {
        let shown = contents.filter { path, _ in
            path.split(separator: "/").allSatisfy { !$0.hasPrefix(".") && $0 != "__MACOSX" }
        }
        guard shown[Manifest.fileName] == nil, let first = shown.keys.first,
            let slash = first.firstIndex(of: "/"), shown.keys.allSatisfy({ $0.hasPrefix(first[...slash]) })
        else { return shown }
        let top = first[...slash].utf8.count
        return Dictionary(
            uniqueKeysWithValues: shown.map { (String($0.key.utf8.dropFirst(top)) ?? $0.key, $0.value) })
    }

    private func next(_ archive: OpaquePointer) throws(PluginError) -> OpaquePointer? {
        var entry: OpaquePointer?
        let code = archive_read_next_header(archive, &entry)
        if code == ARCHIVE_EOF { return nil }
        try check(code, archive)
        return entry
    }

    private mutating func read(_ entry: OpaquePointer, _ archive: OpaquePointer) throws(PluginError) {
        entries += 1
        guard entries <= PackageLimits.entries else {
            throw wrong("it has more than \(PackageLimits.entries) files and folders")
        }
        guard let written = archive_entry_pathname(entry).flatMap({ String(validatingCString: $0) }) else {
            throw wrong("a file's name cannot be read; \(PackagePath.expectation)")
        }
        let kind = archive_entry_filetype(entry)
        let isFolder = kind == 0o040000
        guard archive_entry_hardlink(entry) == nil, kind != 0o120000 else {
            throw wrong("\(written): links are not accepted; put the file itself there")
        }
        guard isFolder || kind == 0o100000 else {
            throw wrong("\(written): only files and folders are accepted")
        }
        guard archive_entry_is_encrypted(entry) == 0 else {
            throw wrong("\(written): it is encrypted; make the archive without a password")
        }
        guard let path = try path(written, isFolder: isFolder) else { return }
        let bytes = try data(archive, written)
        guard !isFolder else {
            guard bytes.isEmpty else { throw wrong("\(written): a folder with contents") }
            return
        }
        contents[path] = bytes
    }

    /// The path in one spelling; nil for the archive's own top folder.
    private mutating func path(_ written: String, isFolder: Bool) throws(PluginError) -> String? {
        guard !written.hasPrefix("/") else {
            throw wrong("\(written): a path from the root of the file system is not accepted")
        }
        var parts = written.split(separator: "/", omittingEmptySubsequences: false)
        if isFolder, parts.last == "" { parts.removeLast() }
        // As `tar -C folder .` writes it.
        if parts.first == "." { parts.removeFirst() }
        guard !parts.isEmpty else { return nil }
        guard !parts.contains("..") else { throw wrong("\(written): the path leads out of the archive") }
        guard parts.allSatisfy(PackagePath.isName) else {
            throw wrong("\(written): \(PackagePath.expectation)")
        }
        // One folder more than the plugin's own may be around it.
        guard written.utf8.count <= PackageLimits.path, parts.count <= PackageLimits.depth + 2 else {
            throw wrong("\(written.prefix(80))…: the path is too long")
        }
        let path = parts.joined(separator: "/")
        for count in 1...parts.count {
            let part = parts.prefix(count).joined(separator: "/")
            // What a folder's path is, and a file's is not.
            let spelling = count < parts.count || isFolder ? part + "/" : part
            guard let known = spellings.updateValue(spelling, forKey: part.lowercased()) else { continue }
            guard known == spelling else {
                throw wrong(
                    "\(written): the archive has '\(known)' already, and some systems cannot tell them apart")
            }
            if !spelling.hasSuffix("/") { throw wrong("\(written): the archive has this file twice") }
        }
        return path
    }

    private mutating func data(_ archive: OpaquePointer, _ name: String) throws(PluginError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = archive_read_data(archive, &buffer, buffer.count)
            guard count >= 0 else {
                try check(Int32(clamping: count), archive)
                return bytes
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            total += count
            guard bytes.count <= PackageLimits.file else {
                throw wrong("\(name): \(PackageLimits.fileTooLarge)")
            }
            guard total <= PackageLimits.total else { throw wrong(PackageLimits.tooLarge) }
            guard total <= max(1 << 20, length * PackageLimits.ratio) else {
                throw wrong(
                    "\(name): it holds more than \(PackageLimits.ratio) times what it is long, as no files of a "
                        + "plugin do")
            }
        }
    }

    /// Damaged, truncated, or something of which libarchive can read a part only.
    private func check(_ code: Int32, _ archive: OpaquePointer) throws(PluginError) {
        guard code != ARCHIVE_OK else { return }
        let reason = archive_error_string(archive).map { String(cString: $0) } ?? "the archive ends early"
        throw wrong("it cannot be read to its end (\(reason)); get or make it again")
    }

    private func wrong(_ sentence: String) -> PluginError { PluginError(.wrong, subject, [sentence]) }
}
