import Glibc

/// Where things are in a community's folder, and what has to be done to them as files.
struct CommunityFile {
    let folder: String

    var database: String { folder + "/community.db" }
    var log: String { database + "-wal" }
    var sharedMemory: String { database + "-shm" }
    /// What is being written aside, to be put in place whole.
    var part: String { database + ".part" }
    var backups: String { folder + "/backups" }

    /// The copies in `backups`, by their paths.
    var backupFiles: [String] {
        guard let list = opendir(backups) else { return [] }
        defer { closedir(list) }
        var files: [String] = []
        while let entry = readdir(list) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".db") { files.append("\(backups)/\(name)") }
        }
        return files.sorted()
    }

    /// Whether all commits are in the database itself, and none in the log beside it.
    var isLogEmpty: Bool {
        var status = stat()
        return stat(log, &status) != 0 || status.st_size == 0
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The folder that a file is in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A file's name in `backups` that is not taken: `before-1`, `before-1-2`, …
    func backup(_ name: String) throws(StoreError) -> String {
        try Self.makeFolder(backups)
        return freeBackup(name)
    }

    /// The same, where nothing is to be written yet.
    func freeBackup(_ name: String) -> String {
        var number = 1
        while true {
            let path = "\(backups)/\(name)\(number == 1 ? "" : "-\(number)").db"
            if !Self.exists(path) { return path }
            number += 1
        }
    }

    /// Makes a folder that is its owner's alone, and those that it is in, unless it is there.
    static func makeFolder(_ path: String, mode: mode_t = 0o700) throws(StoreError) {
        if exists(path) {
            guard isFolder(path) else {
                throw StoreError(.cannotCreate, "'\(path)' is a file; give the name of a folder")
            }
            return
        }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]), mode: 0o777)
        }
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw StoreError(.cannotCreate, "the folder '\(path)' cannot be made: \(reason)")
        }
    }

    /// Makes an empty file that only its owner can read, in the place of one that may be there: what is copied
    /// into it is personal data.
    static func makePrivate(_ path: String) throws(StoreError) {
        remove(path)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StoreError(.cannotCreate, "'\(path)' cannot be made: \(reason)") }
        close(file)
    }

    /// Puts a file into another's place, so that at any time one of them is there, whole.
    static func move(_ source: String, to target: String) throws(StoreError) {
        try synchronize(source)
        guard rename(source, target) == 0 else {
            throw StoreError(.cannotWrite, "'\(target)' cannot be written: \(reason)")
        }
        try synchronize(folder(of: target))
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    static func synchronize(_ path: String) throws(StoreError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw StoreError(.cannotRead, "'\(path)' cannot be opened: \(reason)") }
        defer { close(file) }
        guard fsync(file) == 0 else {
            throw StoreError(.cannotWrite, "'\(path)' cannot be written to the disk: \(reason)")
        }
    }

    static func remove(_ path: String) {
        unlink(path)
    }

    /// Removes a database with what SQLite keeps beside it.
    static func removeDatabase(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { remove(path + ending) }
    }

    static var reason: String { String(cString: strerror(errno)) }
}
