import ArgumentParser
import Community
import Glibc
import Host
import Plugins
import Runs

struct NewPluginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a plugin to begin with.",
        discussion: """
            It has an example of each kind of contribution asked for (a report, when none is), with its library and its \
            tests, and passes lint and test as it is. On a terminal, what no option says is asked.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(help: "The plugin's name for programs, and its folder's: follow_up.")
    var name: String

    @Flag(help: "With a report.")
    var report = false

    @Flag(help: "With a reminder.")
    var reminder = false

    @Flag(help: "With a transform, which imports rows.")
    var transform = false

    @Flag(help: "With a rule.")
    var rule = false

    @Option(
        name: .customLong("name.en"), help: ArgumentHelp("What people call it in English.", valueName: "text")
    )
    var english: String?

    @Option(
        name: .customLong("name.fr"), help: ArgumentHelp("What people call it in French.", valueName: "text"))
    var french: String?

    @Option(
        name: .customLong("name.ar"), help: ArgumentHelp("What people call it in Arabic.", valueName: "text"))
    var arabic: String?

    @Option(
        help: ArgumentHelp(
            "What the report is about: one entity, by its plural (default: action_items).",
            valueName: "entity"))
    var reads: String?

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "The folder that the plugin's is made in (default: the current one).", valueName: "dir"),
        completion: .directory)
    var folder = "."

    func run() throws {
        // A name that will not do is told before anything is asked.
        _ = try NewPlugin(name, kinds: [], name: [:])
        var kinds = Set<ContributionKind>()
        for (kind, isWanted) in [
            (ContributionKind.report, report), (.reminder, reminder), (.transform, transform), (.rule, rule),
        ] where isWanted { kinds.insert(kind) }
        var names = [Language.en: english, .fr: french, .ar: arabic]
        var entities = reads
        if isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 {
            if kinds.isEmpty { kinds = try Self.askKinds() }
            names = try Self.askNames(names, NewPlugin.title(of: name))
            if entities == nil, kinds.contains(.report) { entities = try Self.askEntities() }
        }
        let texts = names.compactMap { language, text in
            text.flatMap { $0.isEmpty ? nil : (language.rawValue, $0) }
        }
        let plugin = try NewPlugin(
            name, kinds: kinds, name: LocalizedText(Dictionary(uniqueKeysWithValues: texts)), reads: entities)
        let made = try plugin.write(in: folder)
        halqa.options.notify(
            "The plugin \(name) is in '\(made)'. Go on with:\n"
                + "  halqa plugin lint \(made)\n  halqa plugin test \(made)")
    }

    // MARK: Questions

    private static func ask(_ question: String, _ usual: String) throws(Failure) -> String {
        StandardError.write(usual.isEmpty ? question : "\(question) [\(usual)]")
        guard let answer = readLine() else { throw Failure(.notPermitted, "nothing was made") }
        let trimmed = answer.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
        return trimmed.isEmpty ? usual : trimmed
    }

    private static func askKinds() throws -> Set<ContributionKind> {
        let all = ContributionKind.allCases.map(\.rawValue).joined(separator: ", ")
        while true {
            let words = try ask("What should it have? One or several of \(all).", "report")
                .split { $0 == "," || $0 == " " }.map(String.init)
            let kinds = words.compactMap { ContributionKind(rawValue: $0) ?? ContributionKind(plural: $0) }
            if !kinds.isEmpty, kinds.count == words.count { return Set(kinds) }
            StandardError.write("Not all of these are among \(all).")
        }
    }

    private static func askNames(
        _ given: [Language: String?], _ usual: String
    ) throws(Failure) -> [Language: String?] {
        var names = given
        let questions: [(Language, String, String)] = [
            (.en, "What do people call it in English?", usual),
            (.fr, "And in French? (Leave it empty to say so later.)", ""),
            (.ar, "And in Arabic? (Leave it empty to say so later.)", ""),
        ]
        for (language, question, usual) in questions where (given[language] ?? nil) == nil {
            names[language] = try ask(question, usual)
        }
        return names
    }

    private static func askEntities() throws -> String {
        let all = Schema.standard.entities.map(\.plural)
        while true {
            let answer = try ask(
                "What is the report about? One of \(all.joined(separator: ", ")).", NewPlugin.usualEntity)
            if all.contains(answer) { return answer }
            StandardError.write("'\(answer)' is not among these.")
        }
    }
}
