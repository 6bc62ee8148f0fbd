import ArgumentParser
import Community
import Host
import Runs

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the records of an entity.",
        discussion: """
            Entities: \(Schema.standard.entities.map(\.plural).joined(separator: ", ")).

            Conditions: --where status=open, --where 'due<2024-07-01', --where title~border, --where owners=; in place \
            of = also != < <= > >= and ~ (contains). Several values of = and != are separated by commas.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("What to list.", valueName: "entity"),
        completion: .list(Schema.standard.entities.map(\.plural)))
    var entity: String

    @Option(
        name: .customLong("where"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("A condition; may be given again.", valueName: "condition"))
    var conditions: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Words that a record's texts must have.", valueName: "words"))
    var search: String?

    // Unconditional: a field to descend by begins like an option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Fields to order by, separated by commas; -due for the latest first.", valueName: "fields"))
    var sort: String?

    @Option(
        help: ArgumentHelp(
            "Fields or paths to show, separated by commas: title,owners.name", valueName: "fields"))
    var columns: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The most records to show.", valueName: "count"))
    var limit: Int?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit needs a count of 0 or more.") }
    }

    /// What plugins contribute is listed like records.
    private static let contributions = ["reports", "reminders", "transforms", "rules"]

    func run() throws {
        guard !Self.contributions.contains(entity) else {
            throw Failure(
                .missing,
                "no \(entity) are installed; a report is run by its file: halqa run Scripts/overdue.lua")
        }
        let list = EntityList(try halqa.options.access().snapshot())
        try output.destination(halqa.options).write { take in
            try list.list(
                entity, where: conditions, search: search, sort: Self.names(sort),
                columns: Self.names(columns),
                limit: limit, take: take)
        }
    }

    private static func names(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    }
}
