import ArgumentParser
import Community
import Manual
import Runs
import Scripting

struct TypesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "types", abstract: "Let an editor and luacheck know what scripts can name.",
        discussion: """
            Writes settings of the Lua Language Server and of luacheck into the folder, and what they read into its \
            folder .halqa. With --community, the fields that its plugins added are known too.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("The folder that is opened in the editor.", valueName: "dir"),
        completion: .directory)
    var folder: String

    func run() throws {
        let files = EditorFiles(try APIReference(schema: halqa.options.schema())).files
        let folder = OutputFolder(folder)
        for file in files where !file.isInOwnFolder {
            guard let text = try folder.text(of: file.path), !ManualFile.isOurs(text) else { continue }
            throw Failure(
                .cannotCreate,
                "'\(file.path)' is there already, and was not written by 'halqa types'; move it away, or name another "
                    + "folder and take from it what you need")
        }
        for file in files { try folder.write(file.text, to: file.path) }
        halqa.options.notify(
            "'\(folder.path)' has \(files.map(\.path).joined(separator: ", ")); open the folder in an editor."
        )
    }
}

extension CommunityOptions {
    /// That of the community that the option names, else what every community has.
    func schema() throws -> Schema {
        try community == nil ? .standard : access().snapshot().schema
    }
}
