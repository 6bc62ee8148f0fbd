import Foundation
import Glibc

/// A folder that only this user can look into, which is gone with this object.
final class ScratchFolder {
    let path: String

    init() throws(WorkerError) {
        var template = Array((Self.place + "/halqa-XXXXXX").utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else {
            throw WorkerError("cannot make a folder in '\(Self.place)'", errno)
        }
        path = made
    }

    /// Where temporary files go.
    static var place: String {
        getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
