import ArgumentParser
import Community
import Host
import Runs

struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: "What was changed, by whom; and how to take it back.",
        subcommands: [ListChanges.self, ShowChange.self, UndoChange.self])
}

struct ListChanges: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The latest changes.")

    @ParentCommand var halqa: Halqa

    @Option(help: ArgumentHelp("Only those of this kind of record.", valueName: "entity"))
    var entity: String?

    @Option(help: ArgumentHelp("Only those of this record; with --entity.", valueName: "id"))
    var record: String?

    @Option(help: ArgumentHelp("Only those that this member made, or 'operator'.", valueName: "member"))
    var by: String?

    @Option(help: ArgumentHelp("Only those that this plugin proposed.", valueName: "plugin"))
    var plugin: String?

    @Option(help: ArgumentHelp("Not before this date or instant.", valueName: "instant"))
    var since: String?

    @Option(help: ArgumentHelp("Before this date or instant.", valueName: "instant"))
    var until: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The most changes to show.", valueName: "count"))
    var limit = 100

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit needs a count of 0 or more.") }
        if record != nil, entity == nil {
            throw ValidationError("--record needs --entity: identifiers are of one kind of record.")
        }
    }

    func run() throws {
        let log = try ChangeLog(try halqa.options.access())
        var filter = ChangeLog.Filter(limit: limit)
        (filter.entity, filter.record, filter.by, filter.plugin) = (entity, record, by, plugin)
        filter.since = try since.map { try Self.instant($0, "--since") }
        filter.until = try until.map { try Self.instant($0, "--until") }
        try output.destination(halqa.options).write { take in try log.list(filter, take: take) }
    }

    private static func instant(_ text: String, _ option: String) throws -> Instant {
        guard let instant = Instant(text) ?? Day(text).map({ Instant($0) }) else {
            throw Failure(
                .usage,
                "'\(text)' is not a time; write \(option) 2024-06-30 or \(option) 2024-06-30T14:00+03:00")
        }
        return instant
    }
}

struct ShowChange: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What a change did, field by field.")

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The number of its commit.", valueName: "commit"))
    var number: Int64

    @OptionGroup var output: OutputOptions

    func run() throws {
        let log = try ChangeLog(try halqa.options.access())
        guard output.isGiven else {
            return try log.show(number, line: DiffWriter.standardOutput.write)
        }
        try output.destination(halqa.options).write { take in try log.show(number, take: take) }
    }
}

struct UndoChange: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take a change back, by a change of its own.",
        discussion: """
            What it made goes, what it deleted comes back, and fields that it changed become what they were. Later \
            changes of other fields stay; where later changes are in the way, they are named and nothing is done. An \
            undo can be undone.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(help: ArgumentHelp("The number of its commit.", valueName: "commit"))
    var number: Int64

    @OptionGroup var writing: WritingOptions

    func run() throws {
        let undo = try RecordWriting(try halqa.options.access()).undo(of: number)
        try writing.perform("Take it back?", undo, halqa.options)
    }
}
