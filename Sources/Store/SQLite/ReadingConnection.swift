import GRDBSQLite
import Glibc

/// A connection that can only read. It is opened directly, because it has to be opened in ways of its own
/// (below), quickly, and is then read in loops that cannot afford a layer between.
final class ReadingConnection {
    let pointer: OpaquePointer

    /// - Parameters:
    ///   - path: the database's file.
    ///   - isConfined: whether not even the memory is written to that all share who have it open (-shm), if somebody
    ///     else holds it. That goes for all connections of this process, so there may be no others.
    init(_ path: String, isConfined: Bool = false) throws(StoreError) {
        if isConfined, let pointer = try? Self.open(path, "?readonly_shm=1") {
            self.pointer = pointer
            return
        }
        do {
            pointer = try Self.open(path)
        } catch {
            // In a folder that cannot be written, where nobody has the database open, there is no -shm file. The file
            // may then be read as it stands, without locks, but only if there is no -wal file, whose commits would be
            // left out.
            guard access(path, R_OK) == 0, Self.isLackOfSharedMemory(error), !Self.hasLog(path) else {
                throw error
            }
            pointer = try Self.open(path, "?immutable=1")
        }
    }

    deinit { sqlite3_close_v2(pointer) }

    /// Opens a connection for as long as the body runs.
    static func use<T>(
        _ path: String, _ body: (OpaquePointer) throws(StoreError) -> T
    ) throws(StoreError) -> T {
        let connection = try ReadingConnection(path)
        defer { withExtendedLifetime(connection) {} }
        return try body(connection.pointer)
    }

    /// A connection on which a transaction has been begun.
    static func beginning(
        _ path: String, isConfined: Bool = false
    ) throws(StoreError) -> ReadingConnection {
        let connection = try ReadingConnection(path, isConfined: isConfined)
        try Statement(connection.pointer, "BEGIN").run()
        return connection
    }

    private static func open(_ path: String, _ options: String = "") throws(StoreError) -> OpaquePointer {
        SQLiteLibrary.settle()
        var pointer: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(
            "file:" + escaped(path) + options, &pointer, flags, nil)
        guard code == SQLITE_OK, let pointer else {
            defer { sqlite3_close_v2(pointer) }
            throw StoreError(connection: pointer, code: code)
        }
        sqlite3_busy_timeout(pointer, 5000)
        // The cache holds the inner nodes of a million records, and a sort as much again before it spills into temporary
        // files, so that memory does not grow with what is sorted; a damaged or hostile schema may call no functions.
        let settings = """
            PRAGMA query_only = ON; PRAGMA cache_size = -5000; PRAGMA temp_store = FILE;
            PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; SELECT count(*) FROM sqlite_schema;
            """
        let setting = sqlite3_exec(pointer, settings, nil, nil, nil)
        guard setting == SQLITE_OK else {
            defer { sqlite3_close_v2(pointer) }
            throw StoreError(connection: pointer, code: setting)
        }
        return pointer
    }

    private static func isLackOfSharedMemory(_ error: StoreError) -> Bool {
        error.kind == .cannotRead || error.kind == .readOnly
    }

    private static func hasLog(_ path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// A path as part of a URI.
    private static func escaped(_ path: String) -> String {
        path.utf8.reduce(into: "") { result, byte in
            if "?#% ".utf8.contains(byte) || byte < 0x20 || byte > 0x7E {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }
}
