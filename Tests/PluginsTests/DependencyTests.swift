import Plugins
import Testing

struct DependencyTests {
    private func manifest(_ id: String, _ version: String = "1.0.0", _ depends: [String: String] = [:]) throws
        -> Manifest
    {
        let lines = depends.sorted { $0.key < $1.key }.map { "\($0.key) = \"\($0.value)\"" }
        return try Manifest(
            Array(
                """
                [plugin]
                id = "\(id)"
                name = "\(id)"
                version = "\(version)"
                api = "1"
                [depends]
                \(lines.joined(separator: "\n"))
                """.utf8))
    }

    @Test func `dependencies that are met are no problem`() throws {
        let plugins = try [
            manifest("a", "1.0.0", ["b": "^1.0", "c": "*"]), manifest("b", "1.4.0", ["c": ">=2"]),
            manifest("c", "2.0.0"),
        ]
        #expect(DependencyProblem.problems(among: plugins) == [])
    }

    @Test func `a missing plugin and one of another version are told`() throws {
        let problems = DependencyProblem.problems(
            among: try [manifest("a", "1.0.0", ["b": "^1.0", "c": "*"]), manifest("b", "2.0.0")])
        #expect(
            problems.map(\.description) == [
                "a needs the plugin b in a version of ^1.0, and 2.0.0 is installed",
                "a needs the plugin c (*), which is not installed; install it first",
            ])
    }

    @Test func `circles are told once`() throws {
        let problems = DependencyProblem.problems(
            among: try [
                manifest("a", "1.0.0", ["b": "*"]), manifest("b", "1.0.0", ["c": "*"]),
                manifest("c", "1.0.0", ["a": "*"]), manifest("d", "1.0.0", ["a": "*"]),
            ])
        #expect(
            problems.map(\.description) == [
                "the plugins need each other in a circle: a needs b needs c needs a"
            ])
    }

    @Test func `many plugins that need many are no endless search`() throws {
        let ids = (0..<60).map { "p\($0)" }
        let plugins = try ids.indices.map { place in
            try manifest(
                ids[place], "1.0.0", Dictionary(uniqueKeysWithValues: ids[..<place].map { ($0, "*") }))
        }
        #expect(DependencyProblem.problems(among: plugins) == [])
    }
}
