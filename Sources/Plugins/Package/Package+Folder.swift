import Community
import Glibc

extension Package {
    /// Reads and checks the plugin in a folder. Files and folders whose names begin with a dot are left out.
    ///
    /// - Throws: `PluginError`: `missing`, `unreadable`, and `wrong` with every mistake. Links and devices are
    ///   refused, and so is more than `PackageLimits`.
    public init(folder: String, schema: Schema = .standard) throws(PluginError) {
        try self.init(files: FolderReader(folder).files, subject: "the plugin in '\(folder)'", schema: schema)
    }
}

/// Reads the files of a folder without following links.
private struct FolderReader {
    private(set) var files: [String: [UInt8]] = [:]
    private let folder: String
    private var entries = 0
    private var total = 0

    init(_ folder: String) throws(PluginError) {
        self.folder = folder
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw PluginError(.missing, "'\(folder)'", ["there is no such folder"])
            case ENOTDIR: throw PluginError(.wrong, "'\(folder)'", ["it is not a folder"])
            default: throw PluginError(.unreadable, "'\(folder)'", [Self.reason])
            }
        }
        try read(descriptor, "", depth: 0)
    }

    /// Closes the descriptor.
    private mutating func read(_ descriptor: Int32, _ path: String, depth: Int) throws(PluginError) {
        guard let stream = fdopendir(descriptor) else {
            close(descriptor)
            throw unreadable(path)
        }
        defer { closedir(stream) }
        guard depth < PackageLimits.depth else { throw wrong(path, "the folders are nested too deeply") }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard name?.hasPrefix(".") != true else { continue }
            entries += 1
            guard entries <= PackageLimits.entries else {
                throw wrong("", "it has more than \(PackageLimits.entries) files and folders")
            }
            guard let name, PackagePath.isName(name) else {
                throw wrong(path + (name ?? "?"), PackagePath.expectation)
            }
            try read(name, in: descriptor, path + name, depth)
        }
    }

    private mutating func read(
        _ name: String, in folder: Int32, _ path: String, _ depth: Int
    ) throws(PluginError) {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw unreadable(path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR, S_IFREG: break
        case S_IFLNK: throw wrong(path, "links are not accepted; put the file itself there")
        default: throw wrong(path, "only files and folders are accepted")
        }
        // Between the look and the opening it may have become something else: links are not followed here
        // either, and a pipe is not waited for.
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw unreadable(path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try read(descriptor, path + "/", depth: depth + 1)
        case S_IFREG:
            defer { close(descriptor) }
            files[path] = try contents(descriptor, path)
        default:
            close(descriptor)
            throw wrong(path, "only files and folders are accepted")
        }
    }

    private mutating func contents(_ descriptor: Int32, _ path: String) throws(PluginError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            total += count
            guard bytes.count <= PackageLimits.file else { throw wrong(path, PackageLimits.fileTooLarge) }
            guard total <= PackageLimits.total else { throw wrong("", PackageLimits.tooLarge) }
        }
    }

    private func wrong(_ path: String, _ sentence: String) -> PluginError {
        PluginError(.wrong, "the plugin in '\(folder)'", [path.isEmpty ? sentence : "\(path): \(sentence)"])
    }

    private func unreadable(_ path: String) -> PluginError {
        PluginError(.unreadable, "'\(folder)/\(path)'", ["it cannot be read: \(Self.reason)"])
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
