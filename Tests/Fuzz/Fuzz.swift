import Foundation
import Fuzzing

// Usage: HALQA_FUZZ_TARGET=csv Fuzz [OPTION OF libFuzzer…] CORPUS
// libFuzzer has the `main` of this program.

private enum Fuzz {
    @MainActor static let entry: FuzzEntry = {
        let name = ProcessInfo.processInfo.environment["HALQA_FUZZ_TARGET"] ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            fatalError(
                "HALQA_FUZZ_TARGET is none of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        do { return try FuzzEntry(target) } catch { fatalError("\(error)") }
    }()
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    MainActor.assumeIsolated {
        do { try Fuzz.entry.take(bytes) } catch { fatalError("\(error)") }
    }
    return 0
}
