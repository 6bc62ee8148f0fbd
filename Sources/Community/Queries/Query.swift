/// Which records of an entity, in which order. A value: adding to one makes a new one; nothing is read
/// until an engine runs it, and then only what its viewer may see.
public struct Query: Sendable, Hashable {
    public let entity: String
    /// Conditions of the asker, who sees fields only as far as the viewer may.
    public var conditions: [Predicate] = []
    public var searches: [String] = []
    /// Where the records are those that one record refers to.
    public var origin: Origin?
    /// After these, records come in the order in which they were made.
    public var order: [SortKey] = []
    public var limit: Int?

    public struct SortKey: Sendable, Hashable {
        public let path: FieldPath
        public let isDescending: Bool

        public init(_ path: FieldPath, descending: Bool = false) {
            self.path = path
            isDescending = descending
        }

        /// `due` ascending, `-due` descending.
        public init(_ text: String) {
            isDescending = text.hasPrefix("-")
            path = FieldPath(isDescending ? String(text.dropFirst()) : text)
        }
    }

    /// The record (by its inner key) whose reference to many, `field`, the query follows.
    public struct Origin: Sendable, Hashable {
        public let entity: String
        public let key: Int64
        public let field: String

        public init(entity: String, key: Int64, field: String) {
            self.entity = entity
            self.key = key
            self.field = field
        }
    }

    public init(_ entity: String) {
        self.entity = entity
    }

    /// The records whose field at the end of the path meets the condition. On the way, only records that
    /// the viewer may see count. The path is given by its fields' names, as `Schema.fields(along:from:)`
    /// finds them.
    public func filtered(_ path: [String], _ condition: Condition) -> Query {
        filtered(path.dropLast(), by: .field(path.last ?? "", condition))
    }

    /// The records at the end of whose path of references is one that meets the predicate.
    public func filtered(_ path: [String], by predicate: Predicate) -> Query {
        var copy = self
        var predicate = predicate
        for name in path.reversed() { predicate = .related(name, predicate) }
        copy.conditions.append(predicate)
        return copy
    }
}

/// A question about groups of a query's records.
public struct Grouping: Sendable, Hashable {
    public enum Aggregate: Sendable, Hashable {
        case count
        case sum(FieldPath)
        case average(FieldPath)
        case minimum(FieldPath)
        case maximum(FieldPath)
    }

    public var query: Query
    /// A record counts once in each group that a field with several values puts it into.
    public var keys: [FieldPath]
    public var aggregate: Aggregate

    public init(_ query: Query, by keys: [FieldPath], _ aggregate: Aggregate) {
        self.query = query
        self.keys = keys
        self.aggregate = aggregate
    }
}
