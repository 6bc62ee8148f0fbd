import ArgumentParser
import Community
import Host

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one record with everything about it.")

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("The record's entity.", valueName: "entity"),
        completion: .list(Schema.standard.entities.map(\.name)))
    var entity: String

    @Argument(help: ArgumentHelp("The record's identifier, or its name.", valueName: "id"))
    var id: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let list = EntityList(try halqa.options.access().snapshot())
        try output.destination(halqa.options).write { take in try list.show(entity, id: id, take: take) }
    }
}
