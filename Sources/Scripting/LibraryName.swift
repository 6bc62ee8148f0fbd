/// The name of a library as `require` takes it: `lib.names` for the plugin's own `lib/names.lua`,
/// `gcm_objectives.names` for `lib/names.lua` of the plugin `gcm_objectives`.
struct LibraryName: Hashable {
    let plugin: String
    /// Within the plugin: `lib/names.lua`.
    let path: String

    /// What messages call the file.
    var chunk: String { "\(plugin)/\(path)" }

    /// The folder of libraries, and how names of the plugin's own begin.
    static let folder = "lib"

    /// - Parameter asker: the plugin whose file asks.
    /// - Returns: nil when no name of a library is written so.
    init?(_ name: String, for asker: String) {
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        guard words.count > 1, words.allSatisfy(Self.isWord) else { return nil }
        plugin = words[0] == Self.folder ? asker : String(words[0])
        path = ([Self.folder] + words.dropFirst().map(String.init)).joined(separator: "/") + ".lua"
    }

    /// Whether a file is a library.
    static func isPath(_ path: String) -> Bool { path.hasPrefix(folder + "/") && path.hasSuffix(".lua") }

    /// As a file of `asker` would write the name of a library.
    static func text(_ path: String, of plugin: String, for asker: String) -> String {
        let words = path.dropLast(".lua".count).split(separator: "/").dropFirst()
        return ([plugin == asker ? folder : plugin] + words.map(String.init)).joined(separator: ".")
    }

    /// Letters, digits and `_`: nothing that could leave the folder.
    private static func isWord(_ word: Substring) -> Bool {
        !word.isEmpty && word.utf8.count <= 64
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
