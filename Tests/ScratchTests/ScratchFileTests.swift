import Foundation
import Testing

@testable import Scratch

struct ScratchFileTests {
    /// An empty folder, gone with the test.
    private final class Folder {
        let path: String

        init() throws {
            path = FileManager.default.temporaryDirectory.appending(path: "scratch-\(UUID())").path
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test func `a file has no name, and its bytes are read in pieces`() throws {
        let folder = try Folder()
        let file = try ScratchFile(in: folder.path)
        let bytes = (0..<200_000).map { UInt8($0 % 251) }
        try file.append(Array(bytes[..<70_000]))
        try file.append(Array(bytes[70_000...]))
        #expect(file.size == bytes.count)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        var read: [UInt8] = []
        try file.eachPiece { read += $0 }
        #expect(read == bytes)
    }

    @Test func `what others write goes to its end, and they read from its start`() throws {
        let file = try ScratchFile()
        try file.append([1, 2])
        #expect(write(file.descriptor, [3, 4] as [UInt8], 2) == 2)
        try file.append([5])
        var read: [UInt8] = []
        try file.eachPiece { read += $0 }
        #expect(read == [1, 2, 3, 4, 5])
        #expect(FileManager.default.contents(atPath: file.path) == Data(read))
        try file.reserve(1 << 16)
        #expect(file.size == 0)
    }

    @Test func `a folder that is not there gets a sentence`() {
        let error = #expect(throws: ScratchError.self) { try ScratchFile(in: "/nowhere/at/all") }
        #expect(
            error?.description
                == "temporary files cannot be written in '/nowhere/at/all': No such file or directory; "
                + "make room there, or name another folder in the environment variable TMPDIR")
    }

    @Test func `a folder is this user's alone, and gone with its object unless it is kept`() throws {
        var folder: ScratchFolder? = try ScratchFolder()
        let path = try #require(folder?.path)
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(permissions as? Int == 0o700)
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
        folder = try ScratchFolder()
        let kept = try #require(folder?.path)
        folder?.keep()
        folder = nil
        #expect(FileManager.default.fileExists(atPath: kept))
        try FileManager.default.removeItem(atPath: kept)
    }
}
