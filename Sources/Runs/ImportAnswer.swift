import Scripting

/// What the worker of an import says besides changes.
package enum ImportAnswer: Equatable, Codable {
    case rejected(RejectedRow)
    /// What a user should know about the file.
    case remark(String)
    case progress(ImportProgress)
}

/// How far an import has come.
public struct ImportProgress: Sendable, Hashable, Codable {
    /// Rows of the file that were read.
    public var rows: Int
    /// Of these, how many were passed over.
    public var skipped: Int
    /// Of the file; the total may be of another unit than its bytes.
    public var bytesRead: Int
    public var bytesTotal: Int

    public init(rows: Int = 0, skipped: Int = 0, bytesRead: Int = 0, bytesTotal: Int = 0) {
        self.rows = rows
        self.skipped = skipped
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
    }
}
