import ArgumentParser
import Host

struct ExportCommunity: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "community",
        abstract:
            "Write all records that may be seen into a folder, to be kept, compared or taken elsewhere.",
        discussion: """
            The folder has community.json and a file of JSON Lines for each entity, the same bytes for the same records. \
            Plugins, their settings, the log of changes and receipts are not in it: halqa backup copies everything.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"), completion: .directory)
    var folder: String

    func run() throws {
        var progress = halqa.options.quiet ? nil : Progress(isPutTogether: false)
        defer { progress?.clear() }
        let counts = try CommunityFolder.export(halqa.options.access(), to: folder) { progress?.count($0) }
        progress?.clear()
        let records = counts.map { "\($0.count) \($0.entity.plural.replacing("_", with: " "))" }
        halqa.options.notify(
            "'\(folder)' has \(records.isEmpty ? "no records" : records.joined(separator: ", ")).")
    }
}
