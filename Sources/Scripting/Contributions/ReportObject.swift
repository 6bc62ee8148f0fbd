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

    static var type: ObjectType<ReportObject> { ObjectType("A report, for the file to return.") }

    static let options = Options(
        "report options", "What a report is and does.",
        ContributionHeading.options + [
            ParameterDeclaration.option,
            Option(
                "run",
                .function(
                    [
                        .init("community", CommunityObject.luaTypeExpression),
                        .init("params", .table(of: .any)),
                    ],
                    returns: .any),
                "Makes the report, of the community and the values of the parameters. Returns a document, a query, "
                    + "groups, a list or a value.", required: true),
        ])

    static func function(_ session: Session) -> Function {
        Function(
            "report", "Declares a report.",
            Parameter<Value>("options", "The report.", type: .options(options)),
            returns: "The report, for the file to return.",
            example:
                #"return report { title = "Members", run = function(community) return community.members end }"#
        ) { (state: State, options: Value) throws -> ReportObject in
            let reader = try TableReader(state, options, "the report", Self.options)
            return ReportObject(
                heading: try ContributionHeading(reader),
                parameters: try ParameterDeclaration.read(reader, session),
                run: try reader.function("run", of: "the community"))
        }
    }
}
