import Foundation
import Testing

/// The scripts in `Lua/`, in which the Lua API is tested in Lua.
struct LuaFile: CustomTestStringConvertible, Sendable {
    let name: String
    let source: String

    var testDescription: String { name }

    init(_ name: String) throws {
        self.name = name
        let url = try #require(Bundle.module.url(forResource: "Lua/\(name)", withExtension: nil))
        source = try String(contentsOf: url, encoding: .utf8)
    }

    /// Those in the folders of plugins as well.
    static var all: [LuaFile] {
        get throws {
            let folder = try #require(Bundle.module.url(forResource: "Lua", withExtension: nil))
            let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
            return try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".lua") }.sorted()
                .map { try LuaFile($0) }
        }
    }

    /// The source without its comments, so that a name in one does not count as a test of it.
    var code: String {
        source.split(separator: "\n").map { line in
            line.drop(while: \.isWhitespace).hasPrefix("--") ? "" : String(line)
        }.joined(separator: "\n")
    }
}
