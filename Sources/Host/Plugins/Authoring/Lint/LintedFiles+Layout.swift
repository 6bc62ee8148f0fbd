import Plugins
import Spelling

extension LintedFiles {
    /// Libraries that are required and not there, files that nothing uses, and what no test names.
    var layout: [LintFinding] {
        required + unused + untested
    }

    /// Contributions that no test names; reminders are left alone, as tests cannot run them.
    private var untested: [LintFinding] {
        let tests = names.filter { Self.isTest($0.key) }
        guard !tests.isEmpty else {
            return [
                LintFinding(
                    .warning, Manifest.fileName, nil,
                    "the plugin has no tests; write some in tests/, which `halqa plugin test` runs")
            ]
        }
        // A test may put the path together: t:run("rules/" .. name).
        let named = Set(tests.values.flatMap(\.texts).compactMap { $0.name.split(separator: "/").last })
        return package.contributions.compactMap { contribution in
            guard contribution.kind != .reminder, !named.contains(contribution.name[...]),
                !named.contains("\(contribution.name).lua")
            else { return nil }
            let place = "\(contribution.kind.plural)/\(contribution.name)"
            return LintFinding(
                .warning, contribution.path, nil,
                "no test names this \(contribution.kind); write one in tests/, with t:run(\"\(place)\", …)")
        }
    }

    private var required: [LintFinding] {
        let dependencies = package.manifest.depends.keys.sorted()
        let used = Set(
            names.values.flatMap(\.libraries).map { $0.name.prefix { $0 != "." } }.map(String.init))
        let wrong = names.flatMap { path, names in
            names.libraries.compactMap { library -> LintFinding? in
                guard let problem = problem(library.name, dependencies) else { return nil }
                return LintFinding(.error, path, library.line, "require \"\(library.name)\": \(problem)")
            }
        }
        let idle = dependencies.filter { !used.contains($0) }.map {
            inManifest(
                .warning, ["depends", $0], "the plugin depends on \($0), and requires none of its files")
        }
        return wrong + (names.values.contains(where: \.requiresUnknown) ? [] : idle)
    }

    /// Files of dependencies are looked for when the contributions are loaded.
    private func problem(_ library: String, _ dependencies: [String]) -> String? {
        let plugin = library.prefix { $0 != "." }
        guard plugin == "lib" else {
            guard !dependencies.contains(String(plugin)) else { return nil }
            return
                "the plugin does not depend on '\(plugin)'; its own files are \"lib.…\", and others are named in "
                + "[depends] of plugin.toml"
        }
        guard names[Self.path(library)] == nil else { return nil }
        let all = names.keys.filter(Self.isLibrary).map(Self.library).sorted()
        return "there is no file \(Self.path(library))" + Suggestion.phrase(for: library, among: all)
    }

    private var unused: [LintFinding] {
        guard !names.values.contains(where: \.requiresUnknown) else { return [] }
        var awaited = names.keys.filter { !Self.isLibrary($0) }
        var used: Set<String> = []
        while let path = awaited.popLast() {
            guard used.insert(path).inserted else { continue }
            awaited += (names[path]?.libraries ?? []).map { Self.path($0.name) }
        }
        return names.keys.filter { !used.contains($0) }.map {
            LintFinding(
                .warning, $0, nil,
                "nothing requires this file; write require \"\(Self.library($0))\" where it is used")
        }
    }

    /// `lib/names.lua` of `lib.names`.
    private static func path(_ library: String) -> String { library.replacing(".", with: "/") + ".lua" }

    private static func library(_ path: String) -> String {
        String(path.dropLast(".lua".count)).replacing("/", with: ".")
    }
}
