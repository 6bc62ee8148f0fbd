import Foundation
import Testing

/// A script that means harm, with what may come of it:
///
/// ```lua
/// -- What it tries.
/// -- exit: 1 3
/// -- says: time limit|memory
/// ```
///
/// `exit` lists the codes that are right, `says` texts of which one must be told; empty where the codes say all.
struct HostileScript: CustomTestStringConvertible {
    let name: String
    let exitCodes: [Int32]
    let messages: [String]
    var testDescription: String { name }

    static let folder = Bundle.module.bundleURL.appending(path: "Hostile").path

    static let all: [HostileScript] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".lua") }.sorted().map(HostileScript.init)
    }()

    private init(_ name: String) {
        self.name = name
        let text = try? String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
        let lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        func header(_ key: String) -> Substring? {
            lines.prefix(4).first { $0.hasPrefix("-- \(key):") }?.dropFirst(key.count + 4)
        }
        exitCodes = (header("exit") ?? "").split(separator: " ").compactMap { Int32($0) }
        messages = (header("says") ?? "").split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }
}
