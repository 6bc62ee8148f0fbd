import GRDB
import GRDBSQLite

extension StoreError {
    /// What a result code of SQLite means to the person in front of it.
    init(code: Int32, message: String) {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED:
            self.init(.busy, "the community is being written to by somebody else; try again in a moment")
        case SQLITE_READONLY:
            self.init(.readOnly, "the community can only be read here; check the permissions of its folder")
        case SQLITE_FULL:
            self.init(
                .full, "there is no space left on the disk; nothing was changed: free some and try again")
        case SQLITE_CORRUPT:
            self.init(
                .damaged,
                "the community's file is damaged (\(message)); nothing was changed: restore a backup, "
                    + "of which there may be some in its folder 'backups'")
        case SQLITE_NOTADB:
            self.init(.notACommunity, "the file is not a community of Halqa: it is no SQLite database")
        case SQLITE_IOERR:
            self.init(
                .cannotRead,
                "the disk failed to read or write the community (\(message)); is there space left on it?")
        case SQLITE_CANTOPEN:
            self.init(
                .cannotRead, "the community's file cannot be opened; check the permissions of its folder")
        case SQLITE_INTERRUPT:
            self.init(.interrupted, "the question was stopped before its answer was complete")
        case SQLITE_NOMEM:
            self.init(.tooLarge, "the question needs more memory than there is")
        case SQLITE_TOOBIG:
            self.init(.tooLarge, "a value is larger than the community can hold")
        default:
            if message.contains("integer overflow") {
                self.init(.badQuery, "the sum is larger than a whole number can be")
            } else if message.contains("parser stack overflow") || message.contains("tree is too large")
                || message.contains("at most")
            {
                self.init(.badQuery, "the question follows too many references at once; ask it in parts")
            } else if message.hasPrefix("too many") {
                self.init(.badQuery, "the question has too many parts (\(message)); ask for less at once")
            } else {
                self.init(.defect, "SQLite says: \(message) (\(code))")
            }
        }
    }

    /// The last failure of a connection.
    init(connection: OpaquePointer?, code: Int32) {
        let message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
        self.init(code: code, message: message)
    }

    /// What went wrong within GRDB.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        default: self.init(.defect, "\(error)")
        }
    }
}
