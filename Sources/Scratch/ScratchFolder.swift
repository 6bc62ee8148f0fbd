import Foundation

/// A folder that only this user can look into, which is gone with this object.
public final class ScratchFolder {
    public let path: String
    private var isKept = false

    /// - Throws: `ScratchError` when the place for temporary files takes none.
    public init() throws(ScratchError) {
        var template = Array((Self.place + "/halqa-XXXXXX").utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else { throw ScratchError(writingIn: Self.place, errno) }
        path = made
    }

    deinit {
        if !isKept { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Has the folder stay where it is.
    public func keep() {
        isKept = true
    }

    /// Where temporary files go: the folder that the environment names as `TMPDIR`, else `/tmp`.
    public static var place: String {
        getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }
}
