import Community
import Foundation
import Store

/// Makes the community that the benchmarks measure: `Benchmarks FOLDER ITEMS`. It has a tenth as many members
/// as action items, and is made by change sets, with audit and full-text index, as any community is.
@main
struct BenchmarkCommunity {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let items = Int(arguments[2]), items > 0 else {
            FileHandle.standardError.write(Data("usage: Benchmarks FOLDER ITEMS\n".utf8))
            exit(64)
        }
        let records = SampleRecords(items: items)
        let store = try Store.create(
            at: arguments[1], name: ["en": "Benchmark", "fr": "Étalon", "ar": "قياس"], language: "en",
            now: SampleRecords.now)
        for (count, record) in records.kinds {
            // As many at a time as one import has.
            for first in stride(from: 0, to: count, by: 50_000) {
                let changes = (first..<min(first + 50_000, count)).map(record)
                try store.apply(
                    ChangeSet(changes, origin: .init(by: "operator", command: "init", at: SampleRecords.now)))
            }
        }
    }
}
