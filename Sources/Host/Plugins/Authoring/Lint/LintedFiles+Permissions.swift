import Community
import Plugins

extension LintedFiles {
    /// Permissions that are used and not asked for, and those that are asked for and not used.
    var permissions: [LintFinding] {
        let use = PermissionUse(working, schema)
        let needs = package.manifest.needs
        let missing = use.certain.filter { !needs.contains($0.key) }.map { permission, place in
            LintFinding(
                place.isPlain ? .error : .warning, place.path, place.line,
                "this needs '\(permission)', which the plugin does not ask for; \(Self.remedy(permission))")
        }
        let unused = needs.list.filter { !use.possible.contains($0) && use.certain[$0] == nil }
        return missing
            + unused.map { permission in
                let key = permission.description.split(separator: " ").first.map(String.init) ?? ""
                return inManifest(
                    .warning, ["needs", key],
                    "'\(permission)' is asked for, and nothing uses it; a plugin that asks for less is trusted sooner"
                )
            }
    }

    private static func remedy(_ permission: Permission) -> String {
        switch permission {
        case .read(let name): "add \"\(name)\" to `read` in [needs] of plugin.toml"
        case .propose(let name): "add \"\(name)\" to `propose` in [needs] of plugin.toml"
        case .message: "write message = true in [needs] of plugin.toml"
        }
    }
}
