import Community
import Plugins
import Store

/// A plugin that is to be installed, or put in another version's place, as an admin decides about it: read and
/// checked as a whole, and nothing done yet.
public struct PluginProposal {
    public let package: Package
    /// The folder or archive, as it was named.
    public let origin: String
    let contributions: [InstalledContribution]
    /// What is installed now.
    public let present: InstalledPlugin?
    /// From what is installed now; nil when nothing is, or it is damaged.
    let difference: PluginDifference?

    public var id: String { package.manifest.id }

    /// What has to be consented to: all that it asks for, or, of an update, what the version before did not.
    public var asked: Permissions {
        package.manifest.needs.subtracting(present?.manifest?.needs ?? present?.granted ?? .none)
    }

    /// What it has already and still asks for.
    var kept: Permissions { present?.granted.intersection(package.manifest.needs) ?? .none }

    /// Whether it is what is installed.
    public var isSame: Bool { present?.hash == package.hash }

    /// What to read before deciding.
    ///
    /// - Parameters:
    ///   - isWhole: with the lines of files that differ.
    public func lines(language: String, whole isWhole: Bool = false) -> [String] {
        difference.map { $0.lines(language: language, whole: isWhole) } ?? summary(language)
    }

    private func summary(_ language: String) -> [String] {
        let manifest = package.manifest
        func text(_ localized: LocalizedText) -> String {
            localized.text(in: language, fallback: Language.default.rawValue)
        }
        let authors = manifest.authors.isEmpty ? nil : "by " + manifest.authors.joined(separator: ", ")
        let about = [authors, manifest.license].compactMap(\.self)
        let bytes = package.files.values.reduce(0) { $0 + $1.count }
        var lines = ["\(text(manifest.name)): \(manifest.id) \(manifest.version)"]
        if !about.isEmpty { lines.append("  " + about.joined(separator: ", ")) }
        if !manifest.description.isEmpty { lines.append("  " + text(manifest.description)) }
        lines.append("  \(package.files.count) files, \(max(1, bytes >> 10)) KB, SHA-256 \(package.hash)")
        func section(_ title: String, _ items: [String]) {
            if !items.isEmpty { lines += [title] + items.map { "  " + $0 } }
        }
        section("It has:", contributions.map { Self.phrase($0, language) })
        section("It adds:", manifest.fields.map { Self.phrase($0, language) })
        section("It can be set:", manifest.settings.map { "\($0.name) (\($0.type.name))" })
        section(
            "It needs the plugins:",
            manifest.depends.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
        section("It asks to:", manifest.needs.list.map(Self.phrase))
        if manifest.needs.isEmpty { lines.append("It asks for no permission.") }
        return lines
    }

    private static func phrase(_ contribution: InstalledContribution, _ language: String) -> String {
        let title = contribution.described?.title.map {
            ": " + $0.text(in: language, fallback: Language.default.rawValue)
        }
        return "the \(contribution.contribution.kind) \(contribution.contribution.name)" + (title ?? "")
    }

    static func phrase(_ permission: Permission) -> String { "\(permission.sentence)  ('\(permission)')" }

    static func phrase(_ field: CustomField, _ language: String) -> String {
        let title = field.field.title.text(in: language, fallback: Language.default.rawValue)
        let personal = field.field.sensitivity == .personal ? ", personal" : ""
        return
            "the field \(field.field.name) of \(field.entity): \(title) (\(field.field.type.name)\(personal))"
    }
}
