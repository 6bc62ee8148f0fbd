import Community
import GRDBSQLite
import Glibc

extension Store {
    /// Looks a community over: what is wrong or may go wrong with its file, its folder and its disk. It
    /// changes nothing, and also looks at one that cannot be opened.
    public static func check(_ path: String, schema: Schema = .standard) -> [Finding] {
        let file = CommunityFile(folder: path)
        var findings = [sqlite]
        guard CommunityFile.exists(file.database) else { return findings + content(file, schema) }
        findings += [fileSystem(path), synchronizedFolder(path), disk(path)].compactMap { $0 }
        findings += permissions(file)
        findings += content(file, schema)
        return findings
    }

    private static var sqlite: Finding {
        let version = String(cString: sqlite3_libversion())
        // STRICT tables came with 3.37, ->> and the JSON functions as a part with 3.38.
        return sqlite3_libversion_number() >= 3_038_000
            ? Finding("SQLite", .fine, "SQLite \(version)")
            : Finding("SQLite", .fault, "SQLite \(version) is too old", advice: "install 3.38 or later")
    }

    private static func content(_ file: CommunityFile, _ schema: Schema) -> [Finding] {
        var findings: [Finding] = []
        do {
            let state = try CommunityState(file, schema, .standard)
            findings.append(
                state.isUpToDate
                    ? Finding("version", .fine, "the community is of this version of Halqa")
                    : Finding(
                        "version", .warning, "the community is of an earlier version of Halqa",
                        advice: "it is brought up to date, after a backup, when it is next written to"))
            if !state.undeclared.isEmpty {
                findings.append(
                    Finding(
                        "fields", .warning,
                        "the community has fields unknown here: " + state.undeclared.joined(separator: ", "),
                        advice: "use the version of Halqa that wrote them"))
            }
            try ReadingConnection.use(file.database) { connection throws(StoreError) in
                let faults = try integrityFaults(connection)
                findings += faults.map {
                    Finding("integrity", .fault, $0, advice: "restore a backup with 'halqa restore'")
                }
                if faults.isEmpty {
                    findings.append(Finding("integrity", .fine, "the file and its references are whole"))
                }
                let mode = try Statement(connection, "PRAGMA journal_mode")
                // Where nothing can be written the file is read without a journal, whatever its mode.
                if try mode.step(), mode.text(0) != "wal", access(file.folder, W_OK) == 0 {
                    findings.append(
                        Finding(
                            "journal", .warning,
                            "the file is in '\(mode.text(0))' mode: readers wait for writers",
                            advice: "it is put into WAL mode when it is next written to"))
                }
            }
        } catch {
            findings.append(Finding("community", .fault, error.description, advice: advice(for: error)))
        }
        return findings
    }

    private static func advice(for error: StoreError) -> String? {
        switch error.kind {
        case .damaged, .notACommunity: "restore a backup with 'halqa restore'"
        case .newerVersion: "install the version of Halqa that wrote it"
        default: nil
        }
    }

    private static func permissions(_ file: CommunityFile) -> [Finding] {
        var findings: [Finding] = []
        if access(file.database, W_OK) != 0 || access(file.folder, W_OK) != 0 {
            findings.append(
                Finding(
                    "permissions", .warning, "you can read the community but not write to it",
                    advice: "ask who owns '\(file.folder)', if you should"))
        }
        var status = stat()
        if stat(file.database, &status) == 0, status.st_mode & S_IROTH != 0 {
            var folder = stat()
            if stat(file.folder, &folder) == 0, folder.st_mode & S_IXOTH != 0 {
                findings.append(
                    Finding(
                        "permissions", .warning,
                        "everybody on this machine can read the community, with its personal data",
                        advice: "chmod o-rwx '\(file.folder)'"))
            }
        }
        return findings
    }

    private static func disk(_ path: String) -> Finding? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        let text = "\(free >> 20) MB are free on the disk"
        return free < 100 << 20
            ? Finding("disk", .warning, text, advice: "free some: without space nothing can be written")
            : Finding("disk", .fine, text)
    }

    private static func fileSystem(_ path: String) -> Finding? {
        guard let kind = FileSystem.kind(of: path), FileSystem.isOfNetwork(kind) else { return nil }
        // WAL needs memory shared by all processes, which a network's file systems do not give.
        return Finding(
            "file system", .fault,
            "the community is on a network file system (\(kind)), where it may be damaged",
            advice: "move its folder to a disk of this machine")
    }

    private static func synchronizedFolder(_ path: String) -> Finding? {
        let names = ["Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Google Drive", "iCloud", "Syncthing"]
        guard let name = names.first(where: { path.contains($0) }) else { return nil }
        return Finding(
            "file system", .warning,
            "the community seems to be in a folder that \(name) synchronizes, which may damage it",
            advice: "move it elsewhere, and let backups be synchronized instead")
    }
}
