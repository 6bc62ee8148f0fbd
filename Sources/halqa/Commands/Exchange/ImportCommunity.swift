import ArgumentParser
import Host
import Runs

struct ImportCommunity: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "community", abstract: "Bring in a folder that export community wrote.",
        discussion: """
            Where there is no community yet, one is made that has what the folder says. One that there is gets the \
            records that it lacks, and those that it has become what the folder says; records that the folder lacks stay. \
            The difference is shown before anything is written.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The folder.", valueName: "dir"), completion: .directory)
    var folder: String

    @OptionGroup var writing: WritingOptions

    func run() throws {
        let access = try halqa.options.access()
        let work = try CommunityImport(access, from: folder)
        work.remark.map(halqa.options.notify)
        if try work.isNew {
            guard !writing.dryRun else {
                return halqa.options.notify(
                    "A community would be made in '\(access.folder)'. Nothing was written.")
            }
            return halqa.options.notify(
                "A community was made in '\(access.folder)', with \(try work.create()) records.")
        }
        try writing.perform("Change it?", try work.proposal(), halqa.options)
    }
}
