import Community
import LuaKit

/// `query`: what `community.members` is, and what every method on it gives.
enum QueryType {
    static var type: ObjectType<QueryObject> {
        ObjectType(
            "Records of one entity, as far as the viewer may see them. A value: adding to a query makes a new one; "
                + "nothing is read before it is asked for.",
            methods: narrowing + reading + aggregates,
            call: { object, _ in throw try Self.loop(object, "a query is not a function") },
            length: { _ in throw ScriptError("a query has no length; write query:count()") },
            pairs: { object in throw try Self.loop(object, "'pairs' goes through tables, and this is a query")
            },
            text: { "query of \($0.query.entity)" }, index: index)
    }

    private static func loop(_ object: QueryObject, _ problem: String) throws -> ScriptError {
        ScriptError(
            "\(problem); write `for \(object.query.entity) in query:each() do` to go through its "
                + "\(try object.entity.plural)")
    }

    /// What is asked of a query as if it were a list, or one of its records.
    private static func index(_ object: QueryObject, _ key: Value) throws -> Value? {
        switch key {
        case .integer, .number:
            throw ScriptError(
                "a query has no items by number; write query:first() for one, query:list() for a list of all")
        case .string(let name):
            let entity = try object.entity
            guard entity.field(name.description) != nil else { return nil }
            throw ScriptError(
                "a query has no field '\(name)': its \(entity.plural) have; write `for \(entity.name) in "
                    + "query:each() do … \(entity.name).\(name) … end`, or query:first()")
        default: return nil
        }
    }

    // MARK: Narrowing

    private static var narrowing: [Function] {
        [
            Function(
                "where", of: QueryObject.self,
                "Keeps the records whose field equals a value, is one of a list of values or of the records of a "
                    + "query, or meets a condition. "
                    + "The field may be a path: `owners.country`. A value that is nil is an error: `none` and `any` "
                    + "say what is meant.",
                Parameter<String>("field", "A field, or a path of them.", type: .field),
                Parameter<Value>(
                    "value", "A value, a list of values, a query, or a condition such as `before(today)`."),
                returns: "The narrower query.",
                example:
                    #"community.action_items:where("status", except "done"):where("due", before(today))"#,
                calling: filter),
            Function(
                "search", of: QueryObject.self,
                "Keeps the records that have every word of a text in one of their own texts, in any language, "
                    + "however Arabic is vowelled and without French accents. A word matches its longer forms too.",
                Parameter<String>("text", "The words."), returns: "The narrower query.",
                example: #"community.practices:search "alternatives detention""#
            ) { (object: QueryObject, text: String) in object.with { $0.searches.append(text) } },
            Function(
                "sort", of: QueryObject.self,
                "Orders the records by fields, the first one first; a minus before a field turns its order round. "
                    + "Text goes by the language of the run; records without a value come last.",
                Parameter<Rest<String>>("fields", "Fields, or paths of them.", type: .field),
                returns: "The ordered query.",
                example: #"community.action_items:sort("due", "-priority")"#
            ) { (object: QueryObject, fields: Rest<String>) throws -> QueryObject in
                guard !fields.values.isEmpty else { throw ScriptError("'sort' needs a field to order by") }
                let keys = try fields.values.map { text in
                    let key = Query.SortKey(text)
                    let names = try object.fields(key.path.description)
                    if names.contains(where: \.type.isMany) {
                        throw ScriptError("'\(key.path)' has several values, and cannot be ordered by")
                    }
                    return key
                }
                return object.with { $0.order = keys }
            },
            Function(
                "limit", of: QueryObject.self, "Keeps the first records only.",
                Parameter<Int>("count", "How many."), returns: "The narrower query.",
                example: #"community.sessions:sort("-starts_at"):limit(5)"#
            ) { (object: QueryObject, count: Int) throws -> QueryObject in
                guard count >= 0 else {
                    throw ScriptError("'limit' needs a count of 0 or more, got \(count)")
                }
                return object.with { $0.limit = min($0.limit ?? count, count) }
            },
            Function(
                "focal_points", of: OrganizationQuery.self, "The active focal points of these organizations.",
                returns: "A query of members.",
                example: "item.owners:focal_points():each()"
            ) { (organizations: OrganizationQuery) throws -> MemberQuery in
                let object = organizations.object
                let organizations = try object.keys().map { FieldValue.key($0) }
                let members = Query("member")
                    .filtered(["organization"], .isOneOf(organizations))
                    .filtered(["role"], .equals(.text(Role.focalPoint.rawValue)))
                    .filtered(["active"], .equals(.boolean(true)))
                return MemberQuery(object: QueryObject(members, session: object.session))
            },
        ]
    }

    private static func filter(_ state: State, _ object: QueryObject, _ path: String, _ value: Value) throws
        -> QueryObject
    {
        let fields = try object.fields(path)
        guard let field = fields.last else { return object }
        let reader = ConditionReader(session: object.session, path: path, field: field)
        guard let predicate = try reader.predicate(value) else { return object }
        let path = fields.dropLast().map(\.name)
        return QueryObject(object.query.filtered(path, by: predicate), session: object.session)
    }

    // MARK: Reading

    private static var reading: [Function] {
        [
            Function(
                "each", of: QueryObject.self, "Goes through the records, a batch at a time.",
                returns: "What `for` needs.", example: "for item in community.action_items:each() do … end"
            ) { (object: QueryObject) throws -> RecordIterator in try object.iterator() },
            Function(
                "list", of: QueryObject.self, "All the records at once.", returns: "A list of records.",
                example: "local items = session.action_items:list()"
            ) { (object: QueryObject) throws -> [RecordValue] in
                try object.keys().map { RecordValue(object.session.record(object.query.entity, key: $0)) }
            },
            Function(
                "first", of: QueryObject.self, "The first record.",
                returns: "The record, or nil when there is none.",
                example: #"community.sessions:sort("-starts_at"):first()"#
            ) { (object: QueryObject) throws -> RecordValue in RecordValue(try object.first()) },
            Function(
                "count", of: QueryObject.self, "How many records there are.", returns: "The number.",
                example: "community.members:count()"
            ) { (object: QueryObject) throws -> Int in try object.count() },
            Function(
                "get", of: QueryObject.self, "The record with an identifier.",
                Parameter<Value>(
                    "id", "The identifier: text, or for objectives also the number.",
                    type: .either([.string, .integer])),
                returns: "The record, or nil when there is none among these that the viewer may see.",
                example: #"community.organizations:get "jor""#
            ) { (object: QueryObject, id: Value) throws -> RecordValue in
                RecordValue(try record(object, "get", id) { try object.session.snapshot.key($0, id: $1) })
            },
            Function(
                "find", of: QueryObject.self,
                "The record with an identifier, or with a name or title in any language, whatever its case and "
                    + "accents.",
                Parameter<Value>("name", "The identifier or name.", type: .either([.string, .integer])),
                returns: "The record, or nil when there is none among these that the viewer may see.",
                example: #"community.organizations:find "Jordanie""#
            ) { (object: QueryObject, name: Value) throws -> RecordValue in
                RecordValue(try record(object, "find", name) { try object.session.names.find($1, in: $0) })
            },
            Function(
                "find_all", of: QueryObject.self,
                "The records with these identifiers or names, in their order.",
                Parameter<[String]>(
                    "names", "Identifiers or names; one that there is not is an error naming it."),
                returns: "A list of records.",
                example: #"community.organizations:find_all(split("Jordan / UNHCR", "/"))"#
            ) { (object: QueryObject, names: [String]) throws -> [RecordValue] in
                try names.map { name in
                    let found = try record(object, "find_all", .text(name)) {
                        try object.session.names.key(of: $1, in: $0)
                    }
                    guard !found.isNil else {
                        throw DataRefusal(
                            description: try object.session.snapshot.unknown(name, object.entity).description,
                            texts: [name])
                    }
                    return RecordValue(found)
                }
            },
            Function(
                "group", of: QueryObject.self,
                "Puts the records into groups by fields; ask the result for :count(), :sum(field), :average(field), "
                    + ":min(field) or :max(field). A record counts once in each group that a field with several "
                    + "values puts it into.",
                Parameter<Rest<String>>("fields", "Fields, or paths of them.", type: .field),
                returns: "The grouping.",
                example: #"community.action_items:group("owners"):count()"#
            ) { (object: QueryObject, fields: Rest<String>) throws -> GroupingObject in
                guard !fields.values.isEmpty else { throw ScriptError("'group' needs a field to group by") }
                for path in fields.values { _ = try object.fields(path) }
                return GroupingObject(object, by: fields.values)
            },
        ]
    }

    /// Looks a record up and keeps it only if it is one of the query's.
    private static func record(
        _ object: QueryObject, _ function: String, _ name: Value, _ find: (Entity, String) throws -> Int64?
    ) throws -> Value {
        let text: String
        switch name {
        case .string(let string): text = string.text ?? ""
        case .integer(let number): text = String(number)
        default:
            throw ScriptError("'\(function)' needs an identifier or name as text, and got \(name.phrase)")
        }
        let entity = try object.entity
        guard let key = try find(entity, text) else { return .nil }
        return try object.contains(key) ? object.session.record(entity.name, key: key) : .nil
    }

    // MARK: Aggregates

    private static var aggregates: [Function] {
        Aggregate.allCases.filter { $0 != .count }.map { aggregate in
            Function(
                aggregate.rawValue, of: QueryObject.self, aggregate.documentation + " of all records.",
                Parameter<String>("field", "A field that holds \(aggregate.values).", type: .field),
                returns: "The value; \(aggregate == .sum ? "0" : "nil") when no record has one.",
                example: "community.action_items:\(aggregate.rawValue) \"progress\""
            ) { (object: QueryObject, path: String) throws -> Value in
                let grouping = try aggregate.grouping(of: object, by: [], path)
                let groups = try object.session.snapshot.groups(grouping)
                return try groups.first.map {
                    try object.session.value($0.value, aggregate.type(object, path))
                } ?? .nil
            }
        }
    }
}
