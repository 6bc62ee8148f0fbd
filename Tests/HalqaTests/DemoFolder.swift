import Foundation
import Store
import Testing

/// A folder with a copy of the demo community of its own, without plugins.
struct DemoFolder {
    let folder: TemporaryFolder

    private static let original: Result<TemporaryFolder, any Error> = Result {
        let folder = try TemporaryFolder()
        // What is static is never deinitialized.
        atexit { try? DemoFolder.original.get().remove() }
        let made = try Command(
            ["init", "--demo", "--no-plugins", folder.path + "/demo", "--now", "2025-01-31"], in: folder)
        #expect(made.exitCode == 0, "\(made.errors)")
        return folder
    }

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: try Self.original.get().path + "/demo/community.db", toPath: database)
    }

    var path: String { folder.path }
    var database: String { path + "/community.db" }

    /// Calls the program in the community's folder.
    func halqa(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
        try Command(arguments, in: folder, environment: environment)
    }

    func halqa(_ arguments: [String]) throws -> Command {
        try Command(arguments, in: folder)
    }

    /// Runs a script that returns what an expression says, of which `community` may be a part.
    func run(returning expression: String, _ arguments: String...) throws -> Command {
        try folder.file("script.lua", "return function(community) return \(expression) end")
        return try Command(["run", "script.lua"] + arguments, in: folder)
    }

    var store: Store {
        get throws { try Store(opening: path, for: .writing) }
    }

    /// The identifier of the latest run.
    var latestRun: String {
        get throws { try #require(try Store(opening: path, for: .reading).runs(limit: 1).first).id }
    }
}
