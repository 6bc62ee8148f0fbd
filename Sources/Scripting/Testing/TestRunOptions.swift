import Community
import LuaKit
import Plugins
import Spelling

/// The options of `t:run`.
struct TestRunOptions {
    var community: TestCommunityObject?
    /// As a user would type them.
    var parameters: [String: String] = [:]
    var viewer: String?
    var now: Instant?
    var language: String?
    var settings: [String: FieldValue] = [:]
    /// What a rule looks at.
    var changes: [Change] = []
    /// What an import is given: rows in Lua, or the path of a file of the plugin.
    private var rows: TableRows?
    private var file: String?

    var hasRows: Bool { rows != nil || file != nil }

    static let declaration = Options(
        "test run options", "How a test runs a file of the plugin.",
        Option(
            "community", TestCommunityObject.luaTypeExpression, "The community.",
            default: "one without records"),
        Option(
            "change", .either([ChangeObject.luaTypeExpression, .list(of: ChangeObject.luaTypeExpression)]),
            "For a rule: the change that it looks at, or a list of changes that are made together."),
        Option("params", .table(of: .any), "The parameters by name, as in Lua or as people type them."),
        Option(
            "as", .string, "The identifier of the member for whom it is run.", default: "the operator"),
        Option("now", .either([Instant.luaTypeExpression, .string]), "The clock of the run."),
        Option("language", .string, "The language of the run."),
        Option("settings", .table(of: .any), "Settings that are other than by default, by name."),
        Option(
            "rows", .list(of: .table(of: .any)),
            "The rows of an import, each a table with the values by heading, in Lua or as they stand in a file."
        ),
        Option("file", .string, "The file of an import, in the plugin's folder: `tests/plan.csv`."))

    init(_ options: Value, _ test: TestObject) throws {
        let session = test.session
        let reader = try TableReader(session.state, options, "the options of t:run", Self.declaration)
        switch try reader.value("community") {
        case .nil: break
        case .object(let object as TestCommunityObject): community = object
        case let other: throw reader.expected("a community that t:community has made", "community", other)
        }
        changes = try Self.changes(reader, session)
        let rows = try reader.value("rows")
        if !rows.isNil { self.rows = try TableRows(rows, session: session) }
        file = try reader.text("file")
        let written = WrittenValue(session: session)
        for (name, value) in try Self.named(try reader.value("params"), "'params' of t:run", session) {
            parameters[name] = try written.text(value, "the parameter '\(name)'")
        }
        viewer = try reader.text("as")
        language = try reader.text("language")
        switch try reader.value("now") {
        case .nil: break
        case .string(let string):
            now = string.text.flatMap { Instant($0) }
            if now == nil {
                throw reader.expected(
                    "an instant with its zone (2024-06-30T14:00+03:00)", "now", .string(string))
            }
        case let value:
            guard let instant = Instant(value) else { throw reader.expected("an instant", "now", value) }
            now = instant
        }
        for (name, value) in try Self.named(try reader.value("settings"), "'settings' of t:run", session) {
            guard let setting = test.file.manifest?.setting(name) else {
                let names = test.file.manifest?.settings.map(\.name) ?? []
                throw ScriptError(
                    "the plugin has no setting '\(name)'" + Suggestion.phrase(for: name, among: names))
            }
            let what = "the setting '\(name)'"
            let parsed = try written.value(value, setting.type, what)
            do { try setting.type.check(parsed) } catch { throw ScriptError("\(what): \(error)") }
            settings[name] = parsed
        }
    }

    /// What an import reads; the caller closes the file.
    func source(_ test: TestObject, _ path: String) throws -> (source: ImportSource, options: ImportOptions) {
        switch (rows, file) {
        case (let rows?, nil): return (.rows(rows), ImportOptions(file: "rows"))
        case (nil, let file?):
            guard let bytes = test.file.program.plugin?.file(file) else {
                let names = test.file.program.plugin?.files.keys.filter { $0.hasPrefix("tests/") } ?? []
                throw ScriptError(
                    "the plugin has no file '\(file)' in tests/"
                        + Suggestion.phrase(for: file, among: names.sorted()))
            }
            return (.file(try test.file.open(bytes)), ImportOptions(file: file))
        default:
            throw ScriptError("\(path) is an import: give t:run either its 'rows' or a 'file'")
        }
    }

    private static func changes(_ reader: TableReader, _ session: Session) throws -> [Change] {
        let given = try reader.value("change")
        switch given {
        case .nil: return []
        case .object(let change as ChangeObject): return [change.change]
        case .table:
            return try session.state.sequence(given).map { item in
                guard case .object(let change as ChangeObject) = item else {
                    throw reader.expected("changes, such as create.session { … }", "change", item)
                }
                return change.change
            }
        default: throw reader.expected("a change, such as create.session { … }", "change", given)
        }
    }

    private static func named(
        _ table: Value, _ what: String, _ session: Session
    ) throws -> [(name: String, value: Value)] {
        if table.isNil { return [] }
        let reader = try TableReader(session.state, table, what)
        return try session.state.fields(reader.table).map { field in
            guard case .string(let name) = field.key, let name = name.text else {
                throw ScriptError("\(what) has \(field.key.phrase) as a key, where names are expected")
            }
            return (name, field.value)
        }
    }
}
