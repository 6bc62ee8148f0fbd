import Glibc

/// A worker that could not be started, which is no fault of a script's.
public struct WorkerError: Error, CustomStringConvertible {
    public let description: String

    /// - Parameter code: of `errno`.
    init(_ what: String, _ code: Int32) {
        let advice =
            switch code {
            case ENOENT, EACCES, ENOEXEC: "; install Halqa again"
            case EMFILE, ENFILE, EAGAIN, ENOMEM: "; end other programs, or try again later"
            default: ""
            }
        description = "\(what): \(String(cString: strerror(code)))\(advice)"
    }
}
