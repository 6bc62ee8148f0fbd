import Community
import Plugins
import TOMLKit

/// Files that come with a plugin.
enum PluginInput {
    static func manifest(_ bytes: [UInt8]) throws {
        try refusing { _ = try Manifest(bytes) }
    }

    static func archive(_ bytes: [UInt8]) throws {
        try refusing {
            let package = try Package(archive: bytes, subject: "it")
            // What is accepted is a plugin: it can be packaged, and is then the same.
            guard try Package(archive: PackageArchive.write(package), subject: "it") == package else {
                throw FuzzFinding("a plugin that is another one when it is packaged")
            }
        }
    }

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

    /// nil where the text is refused. The library is not to find other mistakes in what the grammar lets through than
    /// those of meaning.
    private static func table(_ text: String) throws -> TOMLTable? {
        do { return try TOMLTable(checking: text) } catch {
            let known = ["cannot redefine", "cannot insert", "not representable", "exceeds"]
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
