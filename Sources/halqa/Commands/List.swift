import ArgumentParser
import Community
import Host
import Plugins
import Runs

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the records of an entity.",
        discussion: """
            Entities: \(Schema.standard.entities.map(\.plural).joined(separator: ", ")). Of plugins: \
            \(ContributionKind.allCases.map(\.plural).joined(separator: ", ")).

            Conditions: --where status=open, --where 'due<2024-07-01', --where title~border, --where owners=; in place \
            of = also != < <= > >= and ~ (contains). Several values of = and != are separated by commas.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("What to list.", valueName: "entity"),
        completion: .list(
            Schema.standard.entities.map(\.plural) + ContributionKind.allCases.map(\.plural)))
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
    @OptionGroup var asked: ProvenanceOption

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit needs a count of 0 or more.") }
    }

    func run() throws {
        if let kind = ContributionKind(plural: entity) { return try listContributions(kind) }
        let list = EntityList(try halqa.options.access().snapshot())
        try output.destination(halqa.options).write { take in
            try list.list(
                entity, where: conditions, search: search, sort: Self.names(sort),
                columns: Self.names(columns),
                limit: limit, provenance: asked.provenance, take: take)
        }
    }

    /// What plugins contribute is listed like records.
    private func listContributions(_ kind: ContributionKind) throws {
        guard conditions.isEmpty, search == nil, sort == nil, columns == nil, limit == nil else {
            throw Failure(
                .usage, "\(kind.plural) are listed as a whole; leave out all but --format and --output")
        }
        let list = ContributionList(try halqa.options.access())
        try output.destination(halqa.options).write { take in try list.list(kind, take: take) }
    }

    private static func names(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    }
}
