import GRDBSQLite
import Glibc
import Synchronization
import SystemLinux

/// Files without names, opened before a process gives up opening files, which SQLite then gets for what does not fit
/// into its memory: a large sort, an index of its own for one query.
///
/// SQLite opens temporary files by the system calls of its `unix` VFS, which can be exchanged
/// (`xSetSystemCall`, https://www.sqlite.org/c3ref/vfs.html). The VFS is one for the whole process, and so is this.
public enum TemporaryFiles {
    /// As many as queries can sort at the same time, each in a file of its own; one loop inside of another seldom
    /// goes three deep.
    private static let count = 12

    private struct Pool {
        var free: [Int32] = []
        var taken: Set<Int32> = []
    }

    private static let pool = Mutex(Pool())

    /// Opens the files and has SQLite use them, and no others, from now on.
    ///
    /// - Parameter folder: where the system keeps temporary files.
    /// - Returns: their descriptors: what the process has to go on writing to.
    /// - Throws: `cannotCreate` when the folder takes no files.
    public static func reserve(in folder: String) throws(StoreError) -> [Int32] {
        var descriptors: [Int32] = []
        for _ in 0..<count {
            let descriptor = system_unnamed_file(folder)
            guard descriptor >= 0 else {
                let reason = String(cString: strerror(errno))
                for descriptor in descriptors { Glibc.close(descriptor) }
                throw StoreError(.cannotCreate, "no temporary file can be made in '\(folder)': \(reason)")
            }
            descriptors.append(descriptor)
        }
        guard let system = sqlite3_vfs_find("unix"), let exchange = system.pointee.xSetSystemCall else {
            throw StoreError(.defect, "SQLite has no 'unix' file system whose calls can be exchanged")
        }
        pool.withLock { $0.free += descriptors }
        let open: @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> Int32 = { path, flags, mode in
            TemporaryFiles.open(path, flags, mode)
        }
        let close: @convention(c) (Int32) -> Int32 = { TemporaryFiles.close($0) }
        let unlink: @convention(c) (UnsafePointer<CChar>?) -> Int32 = { _ in 0 }
        for (name, call) in [
            ("open", unsafeBitCast(open, to: sqlite3_syscall_ptr.self)),
            ("close", unsafeBitCast(close, to: sqlite3_syscall_ptr.self)),
            ("unlink", unsafeBitCast(unlink, to: sqlite3_syscall_ptr.self)),
        ] {
            guard exchange(system, name, call) == SQLITE_OK else {
                throw StoreError(.defect, "SQLite has no call '\(name)' that could be exchanged")
            }
        }
        return descriptors
    }

    /// A temporary file is one that must be new; a connection that only reads makes no others.
    private static func open(_ path: UnsafePointer<CChar>?, _ flags: Int32, _ mode: Int32) -> Int32 {
        guard let path else {
            errno = EFAULT
            return -1
        }
        guard flags & O_EXCL != 0 else { return Glibc.open(path, flags, mode_t(mode)) }
        let descriptor = pool.withLock { pool -> Int32? in
            guard let descriptor = pool.free.popLast() else { return nil }
            pool.taken.insert(descriptor)
            return descriptor
        }
        guard let descriptor else {
            errno = EMFILE
            return -1
        }
        return descriptor
    }

    /// A temporary file is emptied and goes back to the others.
    private static func close(_ descriptor: Int32) -> Int32 {
        let isTemporary = pool.withLock { pool in
            guard pool.taken.remove(descriptor) != nil else { return false }
            ftruncate(descriptor, 0)
            pool.free.append(descriptor)
            return true
        }
        return isTemporary ? 0 : Glibc.close(descriptor)
    }
}
