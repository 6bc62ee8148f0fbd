import Community
import Manual
import Plugins
import Runs
import Scripting

/// Looks for mistakes in a plugin that its author is at work on, without running any of it.
public struct PluginLint {
    private let path: String
    private let access: CommunityAccess
    private let workers: Workers

    /// - Parameters:
    ///   - path: the plugin's folder.
    ///   - access: where plugins that it depends on are looked for when they are not beside it.
    ///   - workers: where they are started.
    public init(_ path: String, _ access: CommunityAccess, workers: Workers) {
        self.path = path
        self.access = access
        self.workers = workers
    }

    /// Everything there is to say, in the order of files and lines.
    ///
    /// - Throws: `PluginError` of a folder that is not there or cannot be read; `WorkerError`, `StoreError`.
    public func findings() throws -> [LintFinding] {
        let package: Package
        do { package = try Package(folder: path) } catch {
            guard error.kind == .wrong else { throw error }
            return error.mistakes.map(Self.finding).sorted()
        }
        let schema = try Schema.standard.adding(package.manifest.fields)
        let files = LintedFiles(package, schema)
        var findings =
            files.manifestTexts + files.layout + files.permissions + files.settings + files.texts
        do {
            let folder = try PluginFolder(path, package, access)
            findings += try files.names(
                LinterNames(APIReference(schema: schema)), APIReference(schema: schema),
                libraries: folder.libraries.files)
            findings += try contributions(folder)
        } catch let failure as Failure {
            findings.append(files.inManifest(.error, ["depends"], failure.description))
        }
        return Set(findings).sorted()
    }

    /// A mistake that the reading of plugins has found: `line 3: …`, `report/a.lua: …`, or a sentence.
    private static func finding(_ mistake: String) -> LintFinding {
        if let match = mistake.firstMatch(of: #/^line (\d+)(?:, column \d+)?: (.*)$/#.dotMatchesNewlines()) {
            return LintFinding(.error, Manifest.fileName, Int(match.output.1), String(match.output.2))
        }
        if let match = mistake.firstMatch(of: #/^([^ :]*[\/.][^ :]*): (.*)$/#.dotMatchesNewlines()) {
            return LintFinding(.error, String(match.output.1), nil, String(match.output.2))
        }
        return LintFinding(.error, Manifest.fileName, nil, mistake)
    }

    /// Loads each, which tells what Lua and the host have to say of it.
    private func contributions(_ folder: PluginFolder) throws -> [LintFinding] {
        guard !folder.package.contributions.isEmpty else { return [] }
        let loading = try ContributionLoading(
            workers: workers, fields: folder.package.manifest.fields,
            requiresConfinement: access.requiresConfinement)
        return try folder.package.contributions.flatMap { contribution -> [LintFinding] in
            switch try loading.describe(folder.program(contribution.path)) {
            case .failure(let failure): return [Self.finding(failure, contribution, folder)]
            case .success(let description):
                guard description.title == nil else { return [] }
                return [
                    LintFinding(
                        .warning, contribution.path, nil,
                        "the \(contribution.kind) has no title; people know it by its file's name only")
                ]
            }
        }
    }

    private static func finding(
        _ failure: Failure, _ contribution: Contribution, _ folder: PluginFolder
    ) -> LintFinding {
        // The rest is the source line and the calls, which an editor has.
        let message = failure.description.prefix { $0 != "\n" }
        let id = folder.package.manifest.id
        if let match = message.firstMatch(of: #/^([a-z0-9_]+)\/([^ :]+):(?:(\d+):)? (.*)$/#),
            match.output.1 == id, folder.package.files[String(match.output.2)] != nil
        {
            return LintFinding(
                .error, String(match.output.2), match.output.3.flatMap { Int($0) }, String(match.output.4))
        }
        return LintFinding(.error, contribution.path, nil, String(message))
    }
}
