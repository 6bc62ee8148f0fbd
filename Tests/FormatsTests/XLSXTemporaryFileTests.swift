import Documents
import Foundation
import Testing

@testable import Formats

struct XLSXTemporaryFileTests {
    private struct DiskFull: Error {}

    @Test func `nothing is left in the folder for temporary files, not even when the writing stops`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xlsx-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let options = FormatOptions(temporaryFolder: folder.path)
        _ = try workbookBytes(wholeReport(), options: options)
        _ = try workbookBytes(wholeReport().dropLast(3), options: options)
        #expect(throws: DiskFull.self) {
            var writer = Format.xlsx.writer(options) { _ in throw DiskFull() }
            for part in try wholeReport() { try writer.write(part) }
        }
        var writer = Format.xlsx.writer(options) { _ in }
        for part in try wholeReport().dropLast(3) { try writer.write(part) }
        // While it is written, the files are there, and have no names.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `a folder that is not there gets a sentence`() throws {
        let options = FormatOptions(temporaryFolder: "/nowhere/at/all")
        let error = #expect(throws: FormatError.self) { try workbookBytes(wholeReport(), options: options) }
        #expect(
            error?.description
                == "temporary files cannot be written in '/nowhere/at/all': No such file or "
                + "directory; make room there, or name another folder in the environment variable TMPDIR")
    }
}
