import ArgumentParser
import Community
import Host

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one record with everything about it.")

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("The record's entity.", valueName: "entity"),
        completion: .list(Schema.standard.entities.map(\.name)))
    var entity: String

    @Argument(help: ArgumentHelp("The record's identifier, or its name.", valueName: "id"))
    var id: String

    @Flag(help: "Show what became of it: each change, the latest first.")
    var history = false

    @OptionGroup var output: OutputOptions

    /// The most changes of a record's history.
    private static let mostChanges = 1000

    func run() throws {
        guard !history else { return try showHistory() }
        let list = EntityList(try halqa.options.access().snapshot())
        try output.destination(halqa.options).write { take in try list.show(entity, id: id, take: take) }
    }

    private func showHistory() throws {
        let log = try ChangeLog(try halqa.options.access())
        guard output.isGiven else {
            return try log.history(
                entity, id, limit: Self.mostChanges, line: DiffWriter.standardOutput.write)
        }
        try output.destination(halqa.options).write { take in
            try log.history(entity, id, limit: Self.mostChanges, take: take)
        }
    }
}
