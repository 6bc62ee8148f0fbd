import Community
import LuaKit

/// A report: what a script's file returns.
final class ReportObject: HostObject {
    static let luaType = "report"

    let title: LocalizedText?
    let parameters: [ParameterDeclaration]
    let run: Value

    init(title: LocalizedText?, parameters: [ParameterDeclaration], run: Value) {
        self.title = title
        self.parameters = parameters
        self.run = run
    }

    static var type: ObjectType<ReportObject> { ObjectType("A report, for the file to return.") }

    static let options = Options(
        "report options", "What a report is and does.",
        Option(
            "title", .texts, "What the report is called: the title of a document that has none of its own."),
        Option("description", .texts, "What it tells, in a sentence or two."),
        Option(
            "params", .table(of: .options(ParameterDeclaration.options)),
            "What it asks its user for, by name."),
        Option(
            "run",
            .function(
                [.init("community", CommunityObject.luaTypeExpression), .init("params", .table(of: .any))],
                returns: .any),
            "Makes the report, of the community and the values of the parameters. Returns a document, a query, "
                + "groups, a list or a value.", required: true))

    static func function(_ session: Session) -> Function {
        Function(
            "report", "Declares a report.",
            Parameter<Value>("options", "What the report is and does.", type: .options(options)),
            returns: "The report, for the file to return.",
            example:
                #"return report { title = "Members", run = function(community) return community.members end }"#
        ) { (state: State, options: Value) throws -> ReportObject in
            let reader = try TableReader(state, options, "the report", Self.options)
            _ = try reader.localized("description")
            let run = try reader.value("run")
            guard case .function = run else {
                throw ScriptError(
                    "'run' of the report must be a function of the community, and is \(run.phrase)")
            }
            return ReportObject(
                title: try reader.localized("title"),
                parameters: try ParameterDeclaration.read(try reader.value("params"), session), run: run)
        }
    }
}
