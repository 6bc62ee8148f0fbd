import Glibc

extension PackageArchive {
    /// The files in an archive by their paths in the plugin, without checking that they make a plugin: what
    /// `Package(files:)` does.
    ///
    /// - Parameter subject: what messages call it.
    public static func files(_ archive: [UInt8], _ subject: String) throws(PluginError) -> [String: [UInt8]] {
        var reader = ArchiveReader(subject, length: archive.count)
        try reader.read(archive)
        return reader.files()
    }

    /// The bytes of an archive's file, which is not looked into.
    public static func bytes(_ path: String) throws(PluginError) -> [UInt8] {
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
