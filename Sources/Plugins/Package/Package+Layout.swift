import Spelling

extension Package {
    /// Folders that are no kind of contribution: shared Lua, tests, what is written about the plugin.
    static let otherFolders = ["lib", "tests", "docs"]

    /// What is wrong with where files are.
    static func mistakes(ofLayout files: [String: [UInt8]]) -> [String] {
        var mistakes: [String] = []
        let folders = ContributionKind.allCases.map(\.plural) + otherFolders
        var unknown: Set<String> = []
        for path in paths(files) {
            let parts = path.split(separator: "/").map(String.init)
            guard let folder = parts.first, let name = parts.last else { continue }
            if parts.count == 1 {
                if name.hasSuffix(".lua") {
                    mistakes.append(
                        "\(path): a Lua file belongs into one of the folders \(folders.joined(separator: ", "))"
                    )
                }
            } else if ContributionKind(plural: folder) != nil {
                if Contribution(path: path) == nil {
                    mistakes.append(contributionMistake(path, folder, name))
                }
            } else if !otherFolders.contains(folder), unknown.insert(folder).inserted {
                let suggestion = Suggestion.phrase(for: folder, among: folders)
                mistakes.append(
                    "\(folder)/: a plugin has no such folder"
                        + (suggestion.isEmpty
                            ? "; there are \(folders.joined(separator: ", "))" : suggestion))
            }
            if name == Manifest.fileName, parts.count > 1 {
                mistakes.append("\(path): a plugin has one \(Manifest.fileName), at its top")
            }
            if name.hasSuffix(".lua"), files[path]?.first == 0x1B {
                mistakes.append("\(path): this is compiled Lua; only source text is accepted")
            }
        }
        return mistakes
    }

    private static func contributionMistake(_ path: String, _ folder: String, _ name: String) -> String {
        if path.split(separator: "/").count > 2 {
            return "\(path): \(folder) are files in \(folder)/ itself; what they share goes into lib/"
        }
        guard name.hasSuffix(".lua") else {
            return "\(path): only Lua files belong into \(folder)/; put others into docs/"
        }
        return
            "\(path): the file's name without '.lua' is what people type, so it has to be \(Manifest.nameExpectation)"
    }
}
