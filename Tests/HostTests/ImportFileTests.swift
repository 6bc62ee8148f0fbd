import Foundation
import Glibc
import Runs
import Scratch
import Testing

@testable import Host

struct ImportFileTests {
    /// The sentence with which a file is refused; empty when it is not.
    private func refusal(_ path: String, limit: Int) throws -> String {
        do {
            _ = try ImportFile(path, limit: limit)
            return ""
        } catch let failure as Failure {
            #expect(failure.exitCode == 65)
            return failure.description
        }
    }

    @Test(arguments: [(9, true), (10, false), (11, false)])
    func `a file may be as large as the limit`(limit: Int, isRefused: Bool) throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/rows.csv"
        try Data(repeating: 0x41, count: 10).write(to: URL(filePath: path))
        #expect(
            try refusal(path, limit: limit)
                == (isRefused ? "\(path) is larger than 9 bytes, the limit; import it in parts" : ""))
        // A pipe, which the shell names by a file.
        let pipe = try #require(popen("cat '\(path)'", "r"))
        #expect(try refusal("/dev/fd/\(fileno(pipe))", limit: limit).isEmpty != isRefused)
        pclose(pipe)
    }

    @Test func `what has no end is refused`() throws {
        #expect(
            try refusal("/dev/zero", limit: 1 << 20)
                == "/dev/zero is larger than 1 MB, the limit; import it in parts")
    }
}
