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

    static func function(_ session: Session) -> Function {
        Function(
            "report", "Declares a report.",
            Parameter<Value>(
                "options",
                "A table: `title` and `description` (texts, or texts by language), `params` (by name: `type`, `title`, "
                    + "`default`, `optional`, `choices`), and `run`, a function of the community and the parameters "
                    + "that returns a document, a query, a list or a value."),
            returns: "The report, for the file to return.",
            example:
                #"return report { title = "Members", run = function(community) return community.members end }"#
        ) { (state: State, options: Value) throws -> ReportObject in
            let reader = try TableReader(state, options, "the report")
            try reader.allow(["title", "description", "params", "run"])
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
