import LuaKit

/// A transform: what a script's file returns. An import has `input`, an export `output`.
final class TransformObject: ContributionObject {
    static let luaType = "transform"

    enum Direction {
        case rowByRow(ContributionDescription.Input, Value)
        case allRows(ContributionDescription.Input, Value)
        case export(format: String, [ParameterDeclaration], Value)
    }

    let heading: ContributionHeading
    let direction: Direction

    init(heading: ContributionHeading, direction: Direction) {
        self.heading = heading
        self.direction = direction
    }

    var description: ContributionDescription {
        switch direction {
        case .rowByRow(let input, _), .allRows(let input, _):
            ContributionDescription(.transform, heading, input: input)
        case .export(let format, let parameters, _):
            ContributionDescription(.transform, heading, parameters: parameters, output: format)
        }
    }

    static var type: ObjectType<TransformObject> { ObjectType("A transform, for the file to return.") }

    private static let inputOptions = Options(
        "transform input", "What an import takes.",
        Option(
            "format", .either([.choice(inputFormats), .list(of: .choice(inputFormats))]),
            "The format of its files, or a list of formats.", required: true),
        Option(
            "columns", .table(of: .string),
            "By the heading of a column the type of its cells, as of a parameter, with a `?` behind it where a cell "
                + "may be empty.", required: true))

    private static let outputOptions = Options(
        "transform output", "What an export gives.",
        Option("format", .choice(outputFormats), "The format of its file.", required: true))

    static let options = Options(
        "transform options",
        "What a transform is and does. An import has `input`, and `row` or `rows`; an export `output` and `run`.",
        ContributionHeading.options + [
            Option("input", .options(inputOptions), "What an import takes."),
            Option(
                "row",
                .function(
                    [.init("community", CommunityObject.luaTypeExpression), .init("row", .table(of: .any))],
                    returns: .any),
                "Makes what is to be changed of the community and one row."),
            Option(
                "rows",
                .function(
                    [
                        .init("community", CommunityObject.luaTypeExpression),
                        .init("rows", .function([], returns: .any)),
                    ], returns: .any),
                "Makes what is to be changed of the community and an iterator over all rows."),
            Option("output", .options(outputOptions), "What an export gives."),
            Option(
                "params", .table(of: .options(ParameterDeclaration.options)),
                "What an export asks its user for, by name."),
            Option(
                "run",
                .function(
                    [
                        .init("community", CommunityObject.luaTypeExpression),
                        .init("params", .table(of: .any)),
                    ],
                    returns: .any),
                "Makes the rows or the text of an export, of the community and the values of the parameters."),
        ])

    static func function(_ session: Session) -> Function {
        Function(
            "transform", "Declares an import or an export.",
            Parameter<Value>("options", "The transform.", type: .options(options)),
            returns: "The transform, for the file to return.",
            example:
                #"return transform { title = "Focal points", output = { format = "csv" }, run = function(community) "#
                + "return community.members end }"
        ) { (state: State, options: Value) throws -> TransformObject in
            let reader = try TableReader(state, options, "the transform", Self.options)
            return TransformObject(
                heading: try ContributionHeading(reader), direction: try direction(reader, session))
        }
    }

    private static let inputFormats = ["csv", "xlsx", "json"]
    private static let outputFormats = ["csv", "xlsx", "json", "text"]

    private static func direction(_ reader: TableReader, _ session: Session) throws -> Direction {
        func refuse(_ names: [String], in what: String) throws {
            for name in names where try !reader.value(name).isNil {
                throw ScriptError("\(what) has no '\(name)'")
            }
        }
        switch (try reader.value("input"), try reader.value("output")) {
        case (.nil, .nil):
            throw ScriptError(
                "the transform has neither 'input' nor 'output'; an import has the one, an export the other")
        case (let value, .nil):
            try refuse(["params", "run"], in: "an import")
            let input = try input(value, reader, session)
            switch (try reader.value("row"), try reader.value("rows")) {
            case (.nil, .nil):
                throw ScriptError(
                    "an import needs 'row', a function of the community and one row, or 'rows', of all of them"
                )
            case (_, .nil):
                return .rowByRow(input, try reader.function("row", of: "the community and one row"))
            case (.nil, _):
                return .allRows(
                    input, try reader.function("rows", of: "the community and an iterator over the rows"))
            default: throw ScriptError("the transform has both 'row' and 'rows'; give one of them")
            }
        case (.nil, let value):
            try refuse(["row", "rows"], in: "an export")
            let output = try TableReader(
                reader.state, value, "'output' of \(reader.what)", outputOptions)
            guard let format = try output.choice("format", among: outputFormats) else {
                throw ScriptError("\(output.what) has no 'format'")
            }
            return .export(
                format: format,
                try ParameterDeclaration.read(try reader.value("params"), of: reader.what, session),
                try reader.function("run", of: "the community and the parameters"))
        default:
            throw ScriptError(
                "the transform has both 'input' and 'output'; write an import and an export as two files")
        }
    }

    private static func input(
        _ value: Value, _ reader: TableReader, _ session: Session
    ) throws -> ContributionDescription.Input {
        let input = try TableReader(reader.state, value, "'input' of \(reader.what)", inputOptions)
        let formats = try input.texts("format")
        guard !formats.isEmpty else { throw ScriptError("\(input.what) has no 'format'") }
        for format in formats { try input.check(format, "format", among: inputFormats) }
        let columns = try TableReader(reader.state, try input.value("columns"), "'columns' of \(input.what)")
        let fields = try reader.state.fields(columns.table).map { field in
            guard case .string(let name) = field.key, let name = name.text else {
                throw ScriptError(
                    "\(columns.what) has \(field.key.phrase) as a key, where headings are expected")
            }
            guard case .string(let string) = field.value, let type = string.text else {
                throw columns.expected("the name of a type", name, field.value)
            }
            let isOptional = type.hasSuffix("?")
            let plain = isOptional ? String(type.dropLast()) : type
            _ = try ParameterType.named(plain, in: session.schema, "the column '\(name)'")
            return ContributionDescription.Column(name: name, type: plain, isOptional: isOptional)
        }
        guard !fields.isEmpty else { throw ScriptError("\(columns.what) names no column") }
        return ContributionDescription.Input(formats: formats, columns: fields)
    }
}
