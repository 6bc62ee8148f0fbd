import Foundation
import Fuzzing
import Testing

/// What `make fuzz` found to be new ground, and each input that was once the end of it.
struct CorpusTests {
    @Test(arguments: FuzzTarget.allCases)
    func `every input of the corpus is taken, or refused with a sentence`(target: FuzzTarget) throws {
        let folder = Bundle.module.bundleURL.appending(path: "Corpus/\(target.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        let entry = try FuzzEntry(target)
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            #expect(throws: Never.self, "\(target.rawValue)/\(file.lastPathComponent)") {
                try entry.take(bytes)
            }
        }
    }
}
