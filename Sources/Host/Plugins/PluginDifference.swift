import Community
import Plugins

/// What is different between two versions of a plugin.
struct PluginDifference {
    let before: Package
    let after: Package

    /// The most lines of a file that are compared.
    private static let mostLines = 5_000

    /// - Parameter isWhole: with the lines of files that differ.
    func lines(language: String, whole isWhole: Bool) -> [String] {
        var lines = ["\(after.manifest.id): \(before.manifest.version) becomes \(after.manifest.version)"]
        func section(_ title: String, _ items: [String]) {
            lines += items.isEmpty ? [] : [title] + items.map { "  " + $0 }
        }
        let more = after.manifest.needs.subtracting(before.manifest.needs)
        let less = before.manifest.needs.subtracting(after.manifest.needs)
        section(
            "Permissions:",
            more.list.map { "+ " + PluginProposal.phrase($0) }
                + less.list.map { "- " + PluginProposal.phrase($0) })
        if more.isEmpty { lines.append("It asks for no more than before.") }
        section(
            "Settings:",
            Self.changes(before.manifest.settings, after.manifest.settings, name: \.name) { setting in
                let value = setting.defaultValue.isNull ? "" : ", by default \(setting.defaultValue)"
                return "\(setting.name) (\(setting.type.name)\(value))"
            })
        section(
            "Fields:",
            Self.changes(
                before.manifest.fields, after.manifest.fields, name: { $0.entity + "." + $0.field.name }
            ) { PluginProposal.phrase($0, language) })
        section(
            "Needed plugins:",
            Self.changes(
                before.manifest.depends.sorted { $0.key < $1.key }.map(Dependency.init),
                after.manifest.depends.sorted { $0.key < $1.key }.map(Dependency.init), name: \.plugin
            ) { "\($0.plugin) \($0.range)" })
        section("Files:", files(whole: isWhole))
        return lines
    }

    private struct Dependency: Equatable {
        let plugin: String
        let range: VersionRange

        init(_ entry: (key: String, value: VersionRange)) { (plugin, range) = entry }
    }

    /// `-` what is gone, `+` what is new, `~` what is there with other properties.
    private static func changes<Item: Equatable>(
        _ before: [Item], _ after: [Item], name: (Item) -> String, phrase: (Item) -> String
    ) -> [String] {
        let old = Dictionary(before.map { (name($0), $0) }) { first, _ in first }
        let new = Dictionary(after.map { (name($0), $0) }) { first, _ in first }
        return Set(old.keys).union(new.keys).sorted().compactMap { key in
            switch (old[key], new[key]) {
            case (let item?, nil): "- " + phrase(item)
            case (nil, let item?): "+ " + phrase(item)
            case (let one?, let other?) where one != other: "~ " + phrase(other)
            default: nil
            }
        }
    }

    private func files(whole isWhole: Bool) -> [String] {
        Set(before.files.keys).union(after.files.keys).sorted().flatMap { path -> [String] in
            let (old, new) = (before.files[path], after.files[path])
            guard old != new else { return [] }
            let removed = old.map(Self.lines) ?? []
            let added = new.map(Self.lines) ?? []
            guard removed.count <= Self.mostLines, added.count <= Self.mostLines else {
                return ["~ \(path) (too long to compare: \(removed.count) lines become \(added.count))"]
            }
            let changes = added.difference(from: removed)
            let sign = old == nil ? "+" : new == nil ? "-" : "~"
            return ["\(sign) \(path) (+\(changes.insertions.count) -\(changes.removals.count))"]
                + (isWhole ? changes.map(Self.line) : [])
        }
    }

    private static func line(_ change: CollectionDifference<String>.Change) -> String {
        switch change {
        case .remove(let offset, let line, _): "    -\(offset + 1): \(line)"
        case .insert(let offset, let line, _): "    +\(offset + 1): \(line)"
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        var lines = String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
