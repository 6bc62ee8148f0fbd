import Glibc

/// Where things are in a community's folder, and what has to be done to them as files.
struct CommunityFile {
    let folder: String

    var database: String { folder + "/community.db" }
    var log: String { database + "-wal" }
    var sharedMemory: String { database + "-shm" }
    var backups: String { folder + "/backups" }

    /// The copies in `backups`, by their paths.
    var backupFiles: [String] {
        Self.names(in: backups).filter { $0.hasSuffix(".db") }.sorted().map { "\(backups)/\($0)" }
    }

    private static func names(in folder: String) -> [String] {
        guard let list = opendir(folder) else { return [] }
        defer { closedir(list) }
        var names: [String] = []
        while let entry = readdir(list) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
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

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? ""
    }

    /// Removes what processes that are gone have begun to write aside.
    static func removeLeftovers(of target: String) {
        let folder = folder(of: target)
        for leftover in names(in: folder) where leftover.hasPrefix(".\(name(of: target)).halqa-") {
            guard let part = leftover.wholeMatch(of: #/(\..+\.halqa-([0-9]+)\.part)(-wal|-shm|-journal)?/#),
                let process = pid_t(part.output.2),
                process == getpid() || kill(process, 0) < 0 && errno == ESRCH
            else { continue }
            removeDatabase("\(folder)/\(part.output.1)")
        }
    }

    /// Makes an empty database beside the place where it will be put whole, `.NAME.halqa-PID.part`, which only its owner
    /// can read: what comes into it is personal data.
    static func makeAside(_ target: String) throws(StoreError) -> String {
        removeLeftovers(of: target)
        // With its folder, a name such as `file:a` is not taken for a URI.
        let path = "\(folder(of: target))/.\(name(of: target)).halqa-\(getpid()).part"
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StoreError(.cannotCreate, "'\(path)' cannot be made: \(reason)") }
        close(file)
        return path
    }

    /// Puts a file where there is none.
    ///
    /// - Throws: `exists` where somebody was faster.
    static func put(_ source: String, at target: String) throws(StoreError) {
        try synchronize(source)
        if link(source, target) == 0 {
            remove(source)
            return try synchronize(folder(of: target))
        }
        // Some file systems have no second names.
        guard errno != EEXIST, !exists(target) else {
            throw StoreError(.exists, "'\(target)' is there already; choose another name")
        }
        try move(source, to: target)
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
