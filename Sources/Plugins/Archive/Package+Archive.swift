import Community
import Glibc

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
        var reader = ArchiveReader(subject, length: archive.count)
        try reader.read(archive)
        try self.init(files: reader.files(), subject: subject, schema: schema)
    }

    /// Reads and checks the plugin in an archive's file.
    ///
    /// - Throws: `PluginError`: `missing`, `unreadable`, and as above.
    public init(archive path: String, schema: Schema = .standard) throws(PluginError) {
        try self.init(
            archive: Self.bytes(ofArchive: path), subject: "the plugin in '\(path)'", schema: schema)
    }

    /// The bytes of an archive's file, which is not looked into.
    public static func bytes(ofArchive path: String) throws(PluginError) -> [UInt8] {
        // A pipe is not waited for.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            let isMissing = errno == ENOENT || errno == ENOTDIR
            throw PluginError(
                isMissing ? .missing : .unreadable, "'\(path)'",
                [isMissing ? "there is no such file" : String(cString: strerror(errno))])
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw PluginError(.wrong, "'\(path)'", ["it is not a file; give a .tar.gz, a .zip or a folder"])
        }
        guard status.st_size <= PackageLimits.total else {
            throw PluginError(.wrong, "'\(path)'", [PackageLimits.archiveTooLarge])
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= PackageLimits.total {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw PluginError(.unreadable, "'\(path)'", [String(cString: strerror(errno))])
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        throw PluginError(.wrong, "'\(path)'", [PackageLimits.archiveTooLarge])
    }
}
