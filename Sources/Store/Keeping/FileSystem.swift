import Glibc

/// What kind of file system a folder is on, as Linux tells it.
enum FileSystem {
    /// The kind's name: `ext4`, `nfs4`, `fuse.sshfs`; nil when it cannot be told.
    static func kind(of path: String) -> String? {
        guard let absolute = realpath(path, nil), let mounts = fopen("/proc/self/mounts", "r") else {
            return nil
        }
        defer {
            free(absolute)
            fclose(mounts)
        }
        var text: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&block, 1, block.count, mounts)
            if count == 0 { break }
            text += block[..<count]
        }
        return kind(of: String(cString: absolute), mounts: String(decoding: text, as: UTF8.self))
    }

    /// The kind of the innermost mount that a path is in. A line of `mounts` is: device, folder, kind, …
    static func kind(of path: String, mounts: String) -> String? {
        var best: (folder: String, kind: String)?
        for line in mounts.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count >= 3 else { continue }
            let folder = unescaped(parts[1])
            guard folder == "/" || path == folder || path.hasPrefix(folder + "/") else { continue }
            // Of several mounts on one folder the last is the one that is seen.
            if folder.utf8.count >= best?.folder.utf8.count ?? 0 { best = (folder, String(parts[2])) }
        }
        return best?.kind
    }

    static func isOfNetwork(_ kind: String) -> Bool {
        let kinds: Set = [
            "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "glusterfs", "ncpfs",
        ]
        return kinds.contains(kind) || kind.hasPrefix("fuse.")
    }

    /// Spaces and the like are written in octal: `\\040`.
    private static func unescaped(_ folder: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(folder.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.count >= 3,
                let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
            {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
