import Foundation
import Glibc

/// A folder that only this user can look into, which is gone with this object.
final class ScratchFolder {
    let path: String

    init() throws(WorkerError) {
        var template = Array((NSTemporaryDirectory() + "/halqa-XXXXXX").utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else {
            throw WorkerError("cannot make a folder in '\(NSTemporaryDirectory())'", errno)
        }
        path = made
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
