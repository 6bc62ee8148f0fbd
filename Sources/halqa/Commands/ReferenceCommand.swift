import ArgumentParser
import Community
import Manual
import Runs
import Scripting

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Write the reference of the Lua API, the entities and the commands.",
        discussion: """
            Without a folder, the reference of the Lua API goes to standard output. With --community, the fields that \
            its plugins added are told of too.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("A folder, for all pages as Markdown.", valueName: "dir"), completion: .directory)
    var folder: String?

    func run() throws {
        let reference = try APIReference(schema: halqa.options.schema())
        guard let folder = folder.map(OutputFolder.init) else {
            try Stream.standardOutput.write(Array(LuaPage(reference).text.utf8))
            return
        }
        let pages = try [
            (LuaPage.path, LuaPage(reference).text), (EntityPage.path, EntityPage(reference.schema).text),
            (CommandPage.path, CommandPage(description: Halqa._dumpHelp()).text),
        ]
        for (path, text) in pages { try folder.write(text, to: path) }
        halqa.options.notify("'\(folder.path)' has \(pages.map(\.0).joined(separator: ", ")).")
    }
}
