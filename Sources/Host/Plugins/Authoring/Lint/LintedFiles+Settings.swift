import Community
import Spelling

extension LintedFiles {
    /// Settings that are used and not declared, and those that are declared and not used.
    var settings: [LintFinding] {
        let declared = package.manifest.settings.map(\.name)
        var used: Set<String> = []
        var isWhole = false
        var findings: [LintFinding] = []
        for (path, names) in names {
            let members = names.members.filter { $0.owner == "settings" && !$0.isOwnerLocal }
            used.formUnion(members.map(\.name))
            // `local all = settings`: which are used, only a run knows.
            isWhole = isWhole || names.globals.count { $0.name == "settings" } > members.count
            findings += members.filter { !declared.contains($0.name) }.map { member in
                let suggestion = Suggestion.phrase(for: member.name, among: declared)
                return LintFinding(
                    .error, path, member.line,
                    "the plugin has no setting '\(member.name)'"
                        + (suggestion.isEmpty
                            ? "; declare [settings.\(member.name)] in plugin.toml" : suggestion))
            }
        }
        guard !isWhole else { return findings }
        return findings
            + declared.filter { !used.contains($0) }.map {
                inManifest(
                    .warning, ["settings", $0], "the setting '\($0)' is declared, and nothing uses it")
            }
    }
}
