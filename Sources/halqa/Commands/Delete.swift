import ArgumentParser
import Community
import Host

struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a record.",
        discussion: "What other records still refer to is not deleted; they are named.")

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("The record's entity.", valueName: "entity"),
        completion: .list(Schema.standard.entities.map(\.name)))
    var entity: String

    @Argument(help: ArgumentHelp("The record's identifier, or its name.", valueName: "id"))
    var id: String

    @OptionGroup var writing: WritingOptions

    func run() throws {
        let records = try RecordWriting(try halqa.options.access())
        let deletion = try records.deletion(of: try records.subject(entity, id))
        try writing.perform("Delete it?", deletion, halqa.options)
    }
}
