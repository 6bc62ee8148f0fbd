import Community
import LuaKit
import Manual
import Scripting
import Spelling

extension LintedFiles {
    /// What comes with reminders, transforms and rules, which are declared already and run later.
    private static let announced = ["create", "delete", "message", "reject", "update", "upsert", "warn"]

    /// Names that nothing has.
    ///
    /// - Parameters:
    ///   - libraries: of the plugins that it depends on, by plugin and path.
    func names(
        _ known: LinterNames, _ reference: APIReference, libraries: [String: [String: [UInt8]]]
    ) -> [LintFinding] {
        let globals = known.globals + known.libraries.map(\.name) + Self.announced
        let fields = Dictionary(uniqueKeysWithValues: known.libraries.map { ($0.name, $0.fields) })
        let others = libraries.values.flatMap(\.values).map { LuaNames($0) }
        let methods =
            Set(reference.functions.map(\.name) + (fields["string"] ?? []))
            .union((Array(names.values) + others).flatMap(\.definitions))
        let community = Self.communityNames(reference, schema)
        return names.flatMap { path, file -> [LintFinding] in
            let unknown = file.globals.filter { !globals.contains($0.name) }.map { global in
                LintFinding(
                    .error, path, global.line,
                    "unknown name '\(global.name)'" + Self.advice(for: global.name, among: globals))
            }
            let written = file.assignments.map { global in
                LintFinding(
                    .error, path, global.line,
                    "'\(global.name)' is written as a global variable, which there are none of; write local \(global.name)"
                )
            }
            return unknown + written + unknownFields(path, file)
                + file.members.compactMap { member in
                    let place = (path, member)
                    if let owner = member.owner, !member.isOwnerLocal, let known = fields[owner],
                        !member.isMethod
                    {
                        return Self.unknown(place, "\(owner).", among: known)
                    }
                    if member.owner == "community", !member.isMethod {
                        return Self.unknown(place, "community.", among: community)
                    }
                    return member.isMethod ? Self.unknown(place, ":", among: Array(methods)) : nil
                }
        }
    }

    /// Fields that changes name in a table that is written out, and that nothing has.
    private func unknownFields(_ path: String, _ file: LuaNames) -> [LintFinding] {
        file.tables.flatMap { table -> [LintFinding] in
            let parts = (table.function ?? "").split(separator: ".").map(String.init)
            guard parts.count == 2, ["create", "update", "upsert"].contains(parts[0]),
                let entity = schema.entities.first(where: { $0.name == parts[1] })
            else { return [] }
            // `x = { follow_up = { … } }` holds fields of plugins.
            let known = Set(entity.storedFields.map(\.name)).union(["x"])
            return table.mentions.filter { !known.contains($0.name) }.map { field in
                LintFinding(
                    .error, path, field.line,
                    SchemaError.unknownField(field.name, entity: entity.name, among: known.sorted())
                        .description)
            }
        }
    }

    private static func communityNames(_ reference: APIReference, _ schema: Schema) -> [String] {
        let type = reference.types.first { $0.name == "community" }
        return schema.entities.map(\.plural) + (type.map { $0.properties.map(\.name) } ?? [])
    }

    private static func unknown(
        _ place: (path: String, member: LuaNames.Member), _ prefix: String, among names: [String]
    ) -> LintFinding? {
        guard !names.contains(place.member.name) else { return nil }
        let kind = prefix == ":" ? "method" : "name"
        return LintFinding(
            .error, place.path, place.member.line,
            "unknown \(kind) '\(prefix == ":" ? "" : prefix)\(place.member.name)'"
                + Suggestion.phrase(for: place.member.name, among: names))
    }

    private static func advice(for name: String, among names: [String]) -> String {
        if let denied = StandardName.all.first(where: {
            $0.library == nil && $0.name == name && !$0.isAllowed
        }) {
            return ": \(denied.reason)"
        }
        return Suggestion.phrase(for: name, among: names)
    }
}
