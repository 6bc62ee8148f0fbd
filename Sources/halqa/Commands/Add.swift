import ArgumentParser
import Community
import Host

struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a record.",
        discussion: """
            Fields are given as name=value: halqa add action_item title='Review the law' owners=jor,unhcr \
            due=2025-06-30. Texts in several languages: title=… in the language of the run, title.ar=… in another. \
            name=@file reads a text from a file. Without id=… an identifier is made.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("What to add.", valueName: "entity"),
        completion: .list(Schema.standard.entities.map(\.name)))
    var entity: String

    @Argument(help: ArgumentHelp("The record's fields.", valueName: "name=value"))
    var values: [String] = []

    @OptionGroup var writing: WritingOptions

    func run() throws {
        let records = try RecordWriting(try halqa.options.access())
        try writing.perform("Add it?", try records.addition(to: entity, values), halqa.options)
    }
}
