import Community
import Documents
import Glibc
import LuaKit
import Plugins
import Spelling
import Store

/// `t`: what a test is given.
final class TestObject: HostObject {
    static let luaType = "test"

    let file: TestFile
    let session: Session
    private let deadline: ContinuousClock.Instant

    init(_ file: TestFile, _ session: Session, deadline: ContinuousClock.Instant) {
        self.file = file
        self.session = session
        self.deadline = deadline
    }

    static var type: ObjectType<TestObject> {
        ObjectType(
            "What a test is given: makes communities, runs the plugin's files, and checks what comes of it.",
            methods: [community, run] + TestChecks.methods)
    }

    private static var community: Function {
        Function(
            "community", of: TestObject.self,
            "Makes a community with some records and nothing else. A required choice that is left out is the first "
                + "of its choices, an identifier that is left out is made up.",
            Parameter<Value>(
                "records",
                "By the plural of an entity, a list of records, each a table of its fields. Values are as in Lua or as "
                    + "people type them; a reference is an identifier, several are a list of them; a text in several "
                    + "languages is a table by language.", type: .table(of: .list(of: .table(of: .any)))),
            returns: "The community, for `t:run`.",
            example: #"t:community { organizations = { { id = "jor", name = "Jordan" } } }"#
        ) { (test: TestObject, records: Value) throws -> TestCommunityObject in
            let changes = try TestRecords(session: test.session, schema: test.file.schema).changes(records)
            do {
                return TestCommunityObject(try test.file.community(changes))
            } catch let error as StoreError {
                switch error.kind {
                case .cannotCreate, .badChange, .unknownRecord, .conflict:
                    // Only a test's own records can be wrong: nobody needs to know the folder.
                    let reason = error.description.split(separator: "': ", maxSplits: 1).last ?? ""
                    throw ScriptError("the community cannot be made: \(reason)")
                default: throw error
                }
            }
        }
    }

    private static var run: Function {
        Function(
            "run", of: TestObject.self,
            "Runs a file of the plugin as it would be run for somebody, in a fresh state, with what the plugin asks "
                + "for in `needs` granted.",
            Parameter<String>("file", "The file without `.lua`: `reports/overdue`."),
            Parameter<Value?>("options", "How it is run.", type: .options(TestRunOptions.declaration)),
            returns:
                "What comes of it, to look at: of a report or an export a document, of an import its changes, of a "
                + "rule what it has to say against the change.",
            example:
                #"t:run("reports/overdue", { community = community, params = { as_of = "2024-06-30" } })"#
        ) { (state: State, test: TestObject, path: String, options: Value?) throws -> TestResult in
            let options = try options ?? state.table()
            return try test.run(path, TestRunOptions(options, test))
        }
    }

    /// The seam for the other kinds of contributions: what comes back is of the kind that was run.
    private func run(_ path: String, _ options: TestRunOptions) throws -> TestResult {
        guard var program = file.program.file(path + ".lua") else { throw unknown(path) }
        program.plugin?.settings.merge(options.settings) { _, given in given }
        do {
            let store = options.community?.store ?? file.empty
            let isRule = Contribution(path: path + ".lua")?.kind == .rule
            func open() throws(StoreError) -> Snapshot {
                try store.snapshot(
                    as: options.viewer,
                    language: options.language ?? (options.viewer == nil ? file.language : nil),
                    grants: program.plugin?.grants)
            }
            let snapshot = try open()
            if isRule {
                var rest = options.changes[...]
                try snapshot.lay { rest.popFirst() }
            }
            var zone = Zone.utc
            if case .member(let member) = snapshot.viewer { zone = member.zone }
            let evaluation = try Evaluation(
                program, snapshot: snapshot, now: options.now ?? file.now, zone: zone, seed: file.seed,
                memory: file.memory, log: file.log)
            try evaluation.arm(deadline: max(.nanoseconds(1), ContinuousClock.now.duration(to: deadline)))
            if isRule {
                let (findings, failure) = evaluation.check(against: try open())
                if let failure { throw failure }
                return .verdicts(TestVerdicts(findings))
            }
            let isTransform = Contribution(path: path + ".lua")?.kind == .transform
            if isTransform, try options.hasRows || evaluation.describe().input != nil {
                return .import(try runImport(evaluation, program, path, options))
            }
            var parts: [Part] = []
            if isTransform {
                try evaluation.export(parameters: options.parameters) { parts.append($0) }
            } else {
                try evaluation.run(parameters: options.parameters) { parts.append($0) }
            }
            return .document(TestDocument(parts, isExport: isTransform, session: session))
        } catch let failure as ScriptFailure {
            throw CheckFailure(failure.description)
        } catch let error as StoreError
            where error.isAboutQuery || [.notPermitted, .badChange, .conflict].contains(error.kind)
        {
            throw ScriptError(error.description)
        }
    }

    private func runImport(
        _ evaluation: Evaluation, _ program: Program, _ path: String, _ options: TestRunOptions
    ) throws -> TestImport {
        let (source, reading) = try options.source(self, path)
        defer { if case .file(let descriptor) = source { close(descriptor) } }
        var changes: [(change: Change, row: Int)] = []
        var rejected: [RejectedRow] = []
        var skipped: [SkippedRow] = []
        try evaluation.transform(source, reading, parameters: options.parameters) { event in
            switch event {
            case .change(let change, let row):
                let entity = try file.schema.entity(change.entity)
                if let refusal = program.plugin?.refusal(toPropose: change, of: entity) {
                    throw CheckFailure(refusal)
                }
                changes.append((change, row))
            case .rejection(let row): rejected.append(row)
            case .skip(let row): skipped.append(row)
            case .rows, .remark: break
            }
        }
        return TestImport(changes, rejected: rejected, skipped: skipped, session: session)
    }

    private func unknown(_ path: String) -> ScriptError {
        let names = file.program.plugin?.files.keys.compactMap { Contribution(path: $0) }
            .map { String($0.path.dropLast(".lua".count)) }.sorted()
        return ScriptError(
            "the plugin has no file '\(path).lua'" + Suggestion.phrase(for: path, among: names ?? []))
    }
}

/// A community that a test has made.
final class TestCommunityObject: HostObject {
    static let luaType = "test community"

    let store: Store

    init(_ store: Store) {
        self.store = store
    }

    static var type: ObjectType<TestCommunityObject> {
        ObjectType("A community that a test has made, for `t:run`.")
    }
}
