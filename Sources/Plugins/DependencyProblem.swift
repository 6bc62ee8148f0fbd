/// Why the dependencies of a plugin are not met by those that are installed.
public enum DependencyProblem: Sendable, Hashable, CustomStringConvertible {
    case missing(plugin: String, needs: String, range: VersionRange)
    case unsuitable(plugin: String, needs: String, range: VersionRange, installed: Version)
    /// Each depends on the next, the last on the first.
    case circle([String])

    public var description: String {
        switch self {
        case .missing(let plugin, let needed, let range):
            "\(plugin) needs the plugin \(needed) (\(range)), which is not installed; install it first"
        case .unsuitable(let plugin, let needed, let range, let version):
            "\(plugin) needs the plugin \(needed) in a version of \(range), and \(version) is installed"
        case .circle(let plugins):
            "the plugins need each other in a circle: "
                + (plugins + plugins.prefix(1)).joined(separator: " needs ")
        }
    }

    /// What is wrong with the dependencies among plugins, all of which are to be installed together.
    public static func problems(among plugins: [Manifest]) -> [DependencyProblem] {
        let byID = Dictionary(plugins.map { ($0.id, $0) }) { _, last in last }
        var problems: [DependencyProblem] = []
        for plugin in byID.values.sorted(by: { $0.id < $1.id }) {
            for (needed, range) in plugin.depends.sorted(by: { $0.key < $1.key }) {
                guard let installed = byID[needed] else {
                    problems.append(.missing(plugin: plugin.id, needs: needed, range: range))
                    continue
                }
                if !range.contains(installed.version) {
                    problems.append(
                        .unsuitable(
                            plugin: plugin.id, needs: needed, range: range, installed: installed.version))
                }
            }
        }
        return problems + circles(byID.mapValues { $0.depends.keys.sorted() })
    }

    /// Every circle once, beginning with its first plugin in alphabetical order.
    private static func circles(_ edges: [String: [String]]) -> [DependencyProblem] {
        var done: Set<String> = []
        var found: [DependencyProblem] = []
        func visit(_ plugin: String, _ path: [String]) {
            if let start = path.firstIndex(of: plugin) {
                found.append(.circle(Array(path[start...])))
                return
            }
            guard !done.contains(plugin) else { return }
            for next in edges[plugin] ?? [] { visit(next, path + [plugin]) }
            done.insert(plugin)
        }
        for plugin in edges.keys.sorted() { visit(plugin, []) }
        return found
    }
}
