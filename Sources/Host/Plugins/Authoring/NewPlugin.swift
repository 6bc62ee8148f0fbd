import Community
import Foundation
import Plugins
import Runs

/// A plugin to begin with: one that passes its own tests, with an example of each kind of contribution asked for.
public struct NewPlugin {
    public let id: String
    private let kinds: [ContributionKind]
    private let name: LocalizedText
    private let entity: Entity

    /// What a report reads when nobody says what.
    public static let usualEntity = "action_items"

    /// - Parameters:
    ///   - id: the plugin's identifier and its folder's name.
    ///   - kinds: a report when there are none.
    ///   - name: what people call it; English by default made of the identifier.
    ///   - reads: the entity that the report is about, by its plural.
    /// - Throws: `Failure` of a name that is none, with one that is; `SchemaError`.
    public init(_ id: String, kinds: Set<ContributionKind>, name: LocalizedText, reads: String? = nil) throws
    {
        guard CustomField.isName(id) else {
            throw Failure(
                .usage,
                "'\(id)' cannot be a plugin's name, which is of lower-case English letters, digits and '_', begins with "
                    + "a letter, and is no word of Lua's own; '\(Self.name(near: id))' could")
        }
        self.id = id
        self.kinds = ContributionKind.allCases.filter { (kinds.isEmpty ? [.report] : kinds).contains($0) }
        self.name = name.texts.isEmpty ? LocalizedText(Self.title(of: id), in: Language.en.rawValue) : name
        entity = try Schema.standard.entity(reads ?? Self.usualEntity)
    }

    /// `Follow up` of `follow_up`.
    public static func title(of id: String) -> String {
        let words = id.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func name(near text: String) -> String {
        let plain =
            text.applyingTransform(.toLatin, reverse: false)?.applyingTransform(
                .stripDiacritics, reverse: false)
            ?? text
        let words = plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let name = String(words.joined(separator: "_").drop { !$0.isLetter }.prefix(50))
        if CustomField.isName(name) { return name }
        return name.isEmpty ? "my_plugin" : "\(name)_plugin"
    }

    /// Makes its folder in another one.
    ///
    /// - Returns: the new folder's path.
    /// - Throws: `Failure` when something of its name is there already, or it cannot be made.
    public func write(in parent: String) throws(Failure) -> String {
        let files = FileManager.default
        let folder = PluginFolder.name(id, in: parent)
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: parent, isDirectory: &isFolder), isFolder.boolValue else {
            throw Failure(.missing, "there is no folder '\(parent)' to make the plugin in")
        }
        guard !files.fileExists(atPath: folder) else {
            throw Failure(
                .cannotCreate,
                "'\(folder)' is there already; choose another name, such as '\(id)_2', or another folder with --in"
            )
        }
        do {
            for (path, text) in self.files.sorted(by: { $0.key < $1.key }) {
                let file = URL(filePath: "\(folder)/\(path)")
                try files.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
        } catch {
            try? files.removeItem(atPath: folder)
            throw Failure(
                .cannotCreate, "the folder '\(folder)' cannot be made: \(error.localizedDescription)")
        }
        return folder
    }

    // MARK: Files

    /// The texts of its files by path.
    var files: [String: String] {
        var files = [
            Manifest.fileName: manifest,
            "README.md": filled(PackageResources.readme_md),
        ]
        for kind in kinds {
            let template = PluginTemplate(kind)
            files[Contribution(kind: kind, name: template.name).path] = filled(template.contribution)
            files["lib/\(template.library.name).lua"] = filled(template.library.text)
            files["tests/\(template.name).lua"] = filled(template.test)
        }
        return files
    }

    private var manifest: String {
        let templates = kinds.map { PluginTemplate($0) }
        let needs = templates.map { $0.needs(entity) }.reduce(Permissions.none) { $0.union($1) }
        let settings = templates.compactMap(\.settings).map { "\n" + filled($0) }.joined()
        return filled(PackageResources.manifest_toml) + Self.needs(needs) + settings
    }

    private static func needs(_ needs: Permissions) -> String {
        func list(_ names: Set<String>) -> String {
            names.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
        }
        var lines = ["", "[needs]                      # what an admin is asked to grant"]
        if !needs.read.isEmpty { lines.append("read = [\(list(needs.read))]") }
        if !needs.propose.isEmpty { lines.append("propose = [\(list(needs.propose))]") }
        if needs.message { lines.append("message = true") }
        return lines.map { $0 + "\n" }.joined()
    }

    private func filled(_ template: [UInt8]) -> String {
        let names = name.texts.sorted { $0.key < $1.key }.map { "\($0.key) = \(Self.quoted($0.value))" }
        // In this order: the first have some of the others in them.
        let values = [
            ("contributions", kinds.map { "- \(PluginTemplate($0).sentence)\n" }.joined()),
            ("records", TemplateRecords(entity).text), ("id", id),
            ("entities", entity.plural), ("words", entity.plural.replacing("_", with: " ")), ("label", label),
            ("names", names.joined(separator: ", ")),
            ("name", name.text(in: Language.en.rawValue, fallback: Language.default.rawValue)),
        ]
        return values.reduce(String(decoding: template, as: UTF8.self)) {
            $0.replacing("{{\($1.0)}}", with: $1.1)
        }
    }

    /// The field that a list shows: what stands for a record, unless that needs the records of others.
    private var label: String {
        entity.field(entity.label)?.type.target == nil ? entity.label : "id"
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
