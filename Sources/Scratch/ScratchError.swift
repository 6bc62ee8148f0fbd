import Glibc

/// A temporary file or folder that cannot be made, written or read.
public struct ScratchError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// One that cannot be made or written.
    ///
    /// - Parameter code: of `errno`.
    public init(writingIn folder: String, _ code: Int32) {
        description =
            "temporary files cannot be written in '\(folder)': \(String(cString: strerror(code))); "
            + "make room there, or name another folder in the environment variable TMPDIR"
    }

    /// One that cannot be read.
    ///
    /// - Parameter code: of `errno`.
    public init(reading code: Int32) {
        description = "a temporary file cannot be read: \(String(cString: strerror(code)))"
    }
}
