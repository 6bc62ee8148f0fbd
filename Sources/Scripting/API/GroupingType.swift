import Community
import LuaKit
import Store

/// What can be asked of the records of a query, or of each of its groups.
enum Aggregate: String, CaseIterable {
    case count, sum, average, min, max

    var documentation: String {
        switch self {
        case .count: "The number"
        case .sum: "The sum"
        case .average: "The mean"
        case .min: "The least value"
        case .max: "The greatest value"
        }
    }

    /// What the field must hold.
    var values: String { isOrdering ? "numbers, dates or instants" : "numbers" }

    private var isOrdering: Bool { self == .min || self == .max }

    func grouping(of object: QueryObject, by keys: [String], _ path: String?) throws -> Grouping {
        let paths = keys.map { FieldPath($0) }
        guard let path else { return Grouping(object.query, by: paths, .count) }
        let type = try type(object, path)
        switch type {
        case .integer, .number: break
        case .day, .instant:
            guard isOrdering else { fallthrough }
        default:
            throw ScriptError(
                "'\(rawValue)' needs a field of \(values), and '\(path)' is of type \(type.name)")
        }
        let field = FieldPath(path)
        switch self {
        case .count: return Grouping(object.query, by: paths, .count)
        case .sum: return Grouping(object.query, by: paths, .sum(field))
        case .average: return Grouping(object.query, by: paths, .average(field))
        case .min: return Grouping(object.query, by: paths, .minimum(field))
        case .max: return Grouping(object.query, by: paths, .maximum(field))
        }
    }

    func type(_ object: QueryObject, _ path: String) throws -> FieldType {
        try object.fields(path).last?.type ?? .anyNumber
    }
}

/// The groups of a query's records, before it is known what is asked of them.
final class GroupingObject: HostObject {
    static let luaType = "grouping"

    let query: QueryObject
    let keys: [String]

    init(_ query: QueryObject, by keys: [String]) {
        self.query = query
        self.keys = keys
    }

    func groups(_ aggregate: Aggregate, _ path: String?) throws -> GroupsObject {
        let session = query.session
        let rows = try session.snapshot.groups(aggregate.grouping(of: query, by: keys, path))
        let types = try keys.map { try query.fields($0).last?.type ?? .text }
        for (index, type) in types.enumerated() {
            guard let target = type.target else { continue }
            // A loop over the rows reads these records one after the other.
            let keys = rows.compactMap {
                if case .key(let key) = $0.keys[index] { key } else { nil as Int64? }
            }
            session.bridge.willRead(keys, of: target)
        }
        let valueType = try path.map { try aggregate.type(query, $0) } ?? .anyNumber
        return GroupsObject(
            keys: keys, types: types, value: path.map { "\(aggregate.rawValue)_\($0)" } ?? aggregate.rawValue,
            rows: try rows.map { row in
                try zip(row.keys, types).map { try session.value($0, $1) } + [
                    session.value(row.value, valueType)
                ]
            },
            isOverlapping: try keys.contains { try query.fields($0).contains(where: \.type.isMany) },
            entity: try query.entity)
    }

    static var type: ObjectType<GroupingObject> {
        ObjectType(
            "Groups of records; ask it for a number of each.",
            methods: Aggregate.allCases.map { aggregate in
                aggregate == .count
                    ? Function(
                        "count", of: GroupingObject.self, "The number of records of each group.",
                        returns: "A list of rows, each with the group's fields and `count`.",
                        example: #"community.members:group("role"):count()"#
                    ) { (object: GroupingObject) throws -> GroupsObject in try object.groups(.count, nil) }
                    : Function(
                        aggregate.rawValue, of: GroupingObject.self,
                        aggregate.documentation + " of a field in each group.",
                        Parameter<String>("field", "A field that holds \(aggregate.values).", type: .field),
                        returns:
                            "A list of rows, each with the group's fields and `\(aggregate.rawValue)_<field>`.",
                        example: "community.action_items:group(\"status\"):\(aggregate.rawValue) \"progress\""
                    ) { (object: GroupingObject, path: String) throws -> GroupsObject in
                        try object.groups(aggregate, path)
                    }
            })
    }
}

/// Groups with a number each: rows whose columns keep their order.
final class GroupsObject: HostObject {
    static let luaType = "list of groups"

    let keys: [String]
    /// The types of the fields at the ends of `keys`.
    let types: [FieldType]
    /// What the number is called.
    let value: String
    /// The values of the keys and, last, the number.
    let rows: [[Value]]
    /// Whether a record may be in several groups.
    let isOverlapping: Bool
    let entity: Entity

    init(
        keys: [String], types: [FieldType], value: String, rows: [[Value]], isOverlapping: Bool,
        entity: Entity
    ) {
        self.keys = keys
        self.types = types
        self.value = value
        self.rows = rows
        self.isOverlapping = isOverlapping
        self.entity = entity
    }

    var names: [String] { keys + [value] }

    /// A row as scripts see it: a table.
    func table(_ index: Int, _ state: State) throws -> Value {
        try state.table(fields: zip(names, rows[index]).map { (key: $0, value: $1) })
    }

    static func type(_ session: Session) -> ObjectType<GroupsObject> {
        ObjectType(
            "Groups with a number each: a list of rows, which `ipairs`, `pairs`, `#` and `:each()` go through.",
            methods: [
                Function(
                    "each", of: GroupsObject.self, "Goes through the rows.", returns: "What `for` needs.",
                    example:
                        #"for row in community.members:group("role"):count():each() do print(row.role, row.count) end"#
                ) { (object: GroupsObject) -> RowIterator in
                    var next = 0
                    return RowIterator(
                        function: Function("next", "The next row.", returns: "The row, or nil.") {
                            () throws -> Value in
                            guard next < object.rows.count else { return .nil }
                            next += 1
                            return try object.table(next - 1, session.state)
                        })
                }
            ],
            length: { $0.rows.count },
            pairs: { object in
                let next = Function(
                    "next", "The next row.", Parameter<Value>("groups", "The groups."),
                    Parameter<Int>("number", "The number of the last row.", default: 0),
                    returns: "The number of the row, and the row."
                ) { (_: Value, number: Int) throws -> Results in
                    guard object.rows.indices.contains(number) else { return Results([.nil]) }
                    return Results([.integer(Int64(number + 1)), try object.table(number, session.state)])
                }
                return [session.state.function(next), .object(object), .nil]
            },
            index: { object, key in
                if case .string(let name) = key, object.names.contains(name.description) {
                    throw ScriptError(
                        "a list of groups has no field '\(name)': its rows have; write `for row in groups:each() do … "
                            + "row.\(name) … end`")
                }
                guard case .integer(let number) = key else { return nil }
                guard let index = Int(exactly: number), object.rows.indices.contains(index - 1) else {
                    return .nil
                }
                return try object.table(index - 1, session.state)
            }, items: .table(of: .any))
    }
}

/// The iterator of the rows of groups.
struct RowIterator: LuaWritable {
    let function: Function

    static var luaType: String { "iterator" }
    static var luaTypeExpression: TypeExpression { .function([], returns: .table(of: .any)) }

    func write(to stack: Stack) throws -> Int32 { try stack.state.function(function).write(to: stack) }
}
