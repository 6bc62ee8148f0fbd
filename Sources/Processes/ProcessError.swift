import Glibc

/// A process that could not be started or watched.
public struct ProcessError: Error, Equatable, CustomStringConvertible {
    /// Of `errno`.
    public let code: Int32

    init(_ code: Int32) {
        self.code = code
    }

    public var description: String { String(cString: strerror(code)) }
}
