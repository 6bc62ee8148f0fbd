import LuaKit

/// A report: what a script's file returns.
final class ReportObject: ContributionObject {
    static let luaType = "report"

    let heading: ContributionHeading
    let parameters: [ParameterDeclaration]
    let run: Value

    init(heading: ContributionHeading = ContributionHeading(), parameters: [ParameterDeclaration], run: Value)
    {
        self.heading = heading
        self.parameters = parameters
        self.run = run
    }

    var description: ContributionDescription {
        ContributionDescription(.report, heading, parameters: parameters)
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
            try reader.allow(ContributionHeading.options + ["params", "run"])
            return ReportObject(
                heading: try ContributionHeading(reader),
                parameters: try ParameterDeclaration.read(
                    try reader.value("params"), of: reader.what, session),
                run: try reader.function("run", of: "the community"))
        }
    }
}
