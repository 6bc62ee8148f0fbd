import Community

extension Manifest {
    static func readNeeds(_ root: ManifestTable, _ schema: Schema) -> Permissions {
        guard let needs = root.subtable("needs") else { return .none }
        needs.allow(["read", "propose", "message"])
        let permissions = Permissions(
            read: names(needs, "read", among: Permission.readable(schema)),
            propose: names(needs, "propose", among: Permission.proposable(schema)),
            message: needs.boolean("message") ?? false)
        for name in permissions.read.sorted() where name.hasSuffix(".personal") {
            let plural = String(name.dropLast(".personal".count))
            if !permissions.read.contains(plural) {
                needs.wrong("read", "needs.read: '\(name)' is of no use without '\(plural)'; ask for both")
            }
        }
        return permissions
    }

    private static func names(_ needs: ManifestTable, _ verb: String, among known: [String]) -> Set<String> {
        Set(
            needs.texts(verb).filter { name in
                do {
                    try Permission.check(name, among: known, verb)
                    return true
                } catch {
                    needs.wrong(verb, "needs.\(verb): \(error)")
                    return false
                }
            })
    }

    static func readDepends(_ root: ManifestTable, _ id: String?) -> [String: VersionRange] {
        guard let depends = root.subtable("depends") else { return [:] }
        var ranges: [String: VersionRange] = [:]
        for plugin in depends.keys {
            if !CustomField.isName(plugin) {
                depends.wrong(plugin, "depends: '\(plugin)' is no plugin's identifier")
            }
            if plugin == id { depends.wrong(plugin, "depends: the plugin depends on itself") }
            guard let text = depends.text(plugin) else { continue }
            guard let range = VersionRange(text) else {
                depends.wrong(
                    plugin,
                    "depends.\(plugin): '\(text)' is not a range of versions; write for instance \"^1.0\", "
                        + "\">=1.0 <2\", \"1.2.3\" or \"*\"")
                continue
            }
            ranges[plugin] = range
        }
        return ranges
    }
}
