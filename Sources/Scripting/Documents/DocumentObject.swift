import Community
import Documents
import LuaKit

/// A document as a script builds it. Its rows are read when it is written down, after the script has returned.
final class DocumentObject: HostObject {
    static let luaType = "document"

    enum Block {
        case heading(level: Int, String)
        case text(String)
        case note(String)
        case metric(title: String, value: Value, type: ColumnType, comparison: Value, target: Value)
        case chart(ChartOptions)
        case timeline(TimelineOptions)
        case table(TableOptions)
    }

    var title: String?
    var subtitle: String?
    private(set) var blocks: [(block: Block, place: Place?)] = []

    init(title: String? = nil, subtitle: String? = nil) {
        self.title = title
        self.subtitle = subtitle
    }

    /// - Parameter place: the script's line, for mistakes that show when the block is written down.
    func append(_ block: Block, at place: Place?) {
        blocks.append((block, place))
    }
}

/// A table as a script asks for it.
struct TableOptions {
    var title: String?
    var rows: RowSource
    /// nil: those that go with the rows.
    var columns: [ColumnOptions]?
    /// By the column's name.
    var totals: [String: ColumnTotal.Kind] = [:]
    /// The field, or name, whose values rows come together under.
    var group: String?
    /// A function of the row.
    var highlight: Value?
}

/// A column as a script asks for it.
struct ColumnOptions {
    enum Content {
        /// A field of the row's record, or a path; a name in the row's table.
        case path(String)
        /// A function of the row.
        case function(Value)
    }

    var content: Content
    var title: String?
    var type: ColumnType?
    var alignment: Column.Alignment?
    /// Of exports: what stands above it and its neighbours, and what programs know it by.
    var heading: String?
    var tag: String?
    var total: ColumnTotal.Kind?
    /// A function of the value and the row.
    var highlight: Value?
}

/// A chart as a script asks for it.
struct ChartOptions {
    var kind: Chart.Kind
    var title: String?
    var rows: RowSource
    /// The names in a row of its label and its numbers.
    var label: String
    var values: [String]
}

/// A timeline as a script asks for it.
struct TimelineOptions {
    var title: String?
    var rows: RowSource
    /// nil: what records are called; the name `label` of tables.
    var label: ColumnOptions?
    var starts: ColumnOptions?
    var ends: ColumnOptions?
    var group: ColumnOptions?
    var progress: ColumnOptions?
}

/// Where rows come from.
enum RowSource {
    case query(QueryObject)
    case groups(GroupsObject)
    /// A list of records, of tables or of plain values.
    case list(Value)

    static let expression = TypeExpression.either([
        QueryObject.luaTypeExpression, GroupsObject.luaTypeExpression, .list(of: .any),
    ])

    init(_ value: Value, _ what: String) throws {
        switch value {
        case .object(let query as QueryObject): self = .query(query)
        case .object(let groups as GroupsObject): self = .groups(groups)
        case .table: self = .list(value)
        case .nil: throw ScriptError("\(what) has no rows: give a query, groups, or a list")
        default:
            throw ScriptError(
                "the rows of \(what) must be a query, groups, or a list, and are \(value.phrase)")
        }
    }
}

extension Session {
    /// The entity of rows that are records; nil of other rows, or none.
    func entity(of rows: RowSource) throws -> Entity? {
        switch rows {
        case .query(let query): return try query.entity
        case .groups: return nil
        case .list(let list):
            guard case .light(let light) = try state.get(list, .integer(1)) else { return nil }
            return entity(of: light)
        }
    }
}
