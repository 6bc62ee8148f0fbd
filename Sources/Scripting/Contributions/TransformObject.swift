import Community
import LuaKit

/// A transform: what a script's file returns. An import has `input`, an export `output`.
final class TransformObject: ContributionObject {
    static let luaType = "transform"

    enum Direction {
        case rowByRow(ContributionDescription.Input, [ParameterDeclaration], Value)
        case allRows(ContributionDescription.Input, [ParameterDeclaration], Value)
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
        case .rowByRow(let input, let parameters, _), .allRows(let input, let parameters, _):
            ContributionDescription(.transform, heading, parameters: parameters, input: input)
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
            "columns", .table(of: .either([.string, .options(ImportColumn.options)])),
            "By the heading of a column the type of its cells, with a `?` behind it where a cell may be empty and the "
                + "column missing; or a table that says more.", required: true))

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
                    [
                        .init("community", CommunityObject.luaTypeExpression), .init("row", .table(of: .any)),
                        .init("params", .table(of: .any)), .init("number", .integer),
                    ],
                    returns: .any),
                "Makes what is to be changed of the community and one row, a table with the columns by their headings. "
                    + "Returns a change, a list of changes, nil for none, or `reject(\"why\")`. It may also take the "
                    + "values of the parameters, and the row's number in the file."),
            Option(
                "rows",
                .function(
                    [
                        .init("community", CommunityObject.luaTypeExpression),
                        .init("rows", .function([], returns: .any)), .init("params", .table(of: .any)),
                    ], returns: .any),
                "Makes what is to be changed of the community and an iterator over all rows: "
                    + "`for row, number in rows do`. Returns a list of changes and rejections, or a function that gives "
                    + "one after the other and nil after the last."),
            Option("output", .options(outputOptions), "What an export gives."),
            ParameterDeclaration.option,
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
            try refuse(["run"], in: "an import")
            let input = try input(value, reader, session)
            let parameters = try ParameterDeclaration.read(reader, session)
            switch (try reader.value("row"), try reader.value("rows")) {
            case (.nil, .nil):
                throw ScriptError(
                    "an import needs 'row', a function of the community and one row, or 'rows', of all of them"
                )
            case (_, .nil):
                return .rowByRow(
                    input, parameters, try reader.function("row", of: "the community and one row"))
            case (.nil, _):
                return .allRows(
                    input, parameters,
                    try reader.function("rows", of: "the community and an iterator over the rows"))
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
                try ParameterDeclaration.read(reader, session),
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
            return try column(name, field.value, columns, session)
        }
        guard !fields.isEmpty else { throw ScriptError("\(columns.what) names no column") }
        return ContributionDescription.Input(formats: formats, columns: fields)
    }

    private static func column(
        _ name: String, _ value: Value, _ columns: TableReader, _ session: Session
    ) throws -> ContributionDescription.Column {
        var column = ContributionDescription.Column(name: name, type: "", isOptional: false)
        var type: String?
        if case .table = value {
            let reader = try TableReader(columns.state, value, "the column '\(name)'", ImportColumn.options)
            type = try reader.text("type")
            let synonyms = try reader.texts("also")
            if !synonyms.isEmpty { column.synonyms = synonyms }
            column.separators = try reader.text("separators")
        } else if case .string(let string) = value {
            type = string.text
        }
        guard let type else { throw columns.expected("the name of a type", name, value) }
        column.isOptional = type.hasSuffix("?")
        column.type = column.isOptional ? String(type.dropLast()) : type
        do { _ = try ImportColumn.column(column, in: session.schema) } catch let error as SchemaError {
            throw ScriptError("the column '\(name)' cannot be of the type '\(type)': \(error)")
        }
        return column
    }
}

/// A transform that is an import.
struct ImportTransform {
    let input: ContributionDescription.Input
    let parameters: [ParameterDeclaration]
    let form: Form

    enum Form {
        case rowByRow(Value)
        case allRows(Value)
    }

    /// nil for an export.
    init?(_ transform: TransformObject) {
        switch transform.direction {
        case .rowByRow(let input, let parameters, let function):
            (self.input, self.parameters, form) = (input, parameters, .rowByRow(function))
        case .allRows(let input, let parameters, let function):
            (self.input, self.parameters, form) = (input, parameters, .allRows(function))
        case .export: return nil
        }
    }
}
