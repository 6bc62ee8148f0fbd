import Community
import Plugins
import TOMLKit

/// Files that come with a plugin.
enum PluginInput {
    static func manifest(_ bytes: [UInt8]) throws {
        try refusing { _ = try Manifest(bytes) }
    }

    /// An archive as it comes. What is in it is not looked at: `package` does.
    static func archive(_ bytes: [UInt8]) throws {
        try refusing { _ = try PackageArchive.files(bytes, "it") }
    }

    /// Files of a plugin, with a NUL after each name and each file. Its manifest is always the same.
    static func package(_ bytes: [UInt8]) throws {
        let pieces = bytes.split(separator: 0, maxSplits: 63, omittingEmptySubsequences: false)
        var files: [(name: String, bytes: [UInt8])] = []
        for index in stride(from: 0, to: pieces.count - 1, by: 2) {
            let name = String(decoding: pieces[index], as: UTF8.self)
            let isManifest = name.hasSuffix(Manifest.fileName)
            files.append((name, isManifest ? Array(leastManifest.utf8) : Array(pieces[index + 1])))
        }
        let archive = try ArchiveOfParts(files).zip()
        try refusing {
            let package = try Package(archive: archive, subject: "it")
            // What is accepted is a plugin: it can be packaged, and is then the same.
            guard try Package(archive: PackageArchive.write(package), subject: "it") == package else {
                throw FuzzFinding("a plugin that is another one when it is packaged")
            }
        }
    }

    private static let leastManifest = """
        [plugin]
        id = "a"
        name = "A"
        version = "1.0.0"
        api = "1"
        """

    /// Each value of a table, read as each type that a setting can have.
    static func settings(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self), let table = try table(text) else { return }
        for key in table.keys {
            guard let value = table[key] else { continue }
            for type in types {
                do { try type.check(type.value(value)) } catch {
                    guard !"\(error)".isEmpty else { throw FuzzFinding("a refusal without a sentence") }
                }
            }
        }
    }

    /// nil where the text is refused. The library is to find nothing wrong with what the grammar lets through but names
    /// that are there already.
    private static func table(_ text: String) throws -> TOMLTable? {
        do { return try TOMLTable(checking: text) } catch {
            let known = ["cannot redefine", "cannot insert"]
            guard !error.description.contains(": in a ") || known.contains(where: error.description.contains)
            else { throw FuzzFinding("\(error)") }
            return nil
        }
    }

    private static let types: [FieldType] = [
        .identifier, .text, .localizedText, .integer(-3...5), .anyInteger, .number(0...1), .anyNumber,
        .boolean,
        .day, .instant, .timeZone, .choice([Choice("low", title: [:]), Choice("high", title: [:])]), .texts,
        .list(of: .anyInteger), .reference("member"), .references("member"),
    ]

    private static func refusing(_ body: () throws -> Void) throws {
        do { try body() } catch let error as PluginError {
            guard !error.description.isEmpty else { throw FuzzFinding("a refusal without a sentence") }
        }
    }
}
