/// A column of a table.
public struct Column: Sendable, Hashable {
    /// What programs call it: a field's path, `owners.name`.
    public var name: String
    /// What readers see above it.
    public var title: String
    public var type: ColumnType
    public var alignment: Alignment
    /// What stands above its title and those of its neighbours with the same heading. Of exports only: in a report it
    /// is part of the title.
    public var heading: String?
    /// What programs know its values by, in a row of its own below the titles: a hashtag of the Humanitarian Exchange
    /// Language, `#activity+name`. Of exports only.
    public var tag: String?

    /// Which side of its column a value keeps to, in the reading direction of the document.
    public enum Alignment: String, Sendable, CaseIterable {
        case start, center, end
    }

    /// Without an alignment, the type's.
    public init(
        name: String, title: String, type: ColumnType, alignment: Alignment? = nil, heading: String? = nil,
        tag: String? = nil
    ) {
        self.name = name
        self.title = title
        self.type = type
        self.alignment = alignment ?? type.alignment
        self.heading = heading
        self.tag = tag
    }
}

/// What the values of a column, or a metric, are. A cell may hold another kind of value all the same: the
/// type says how to show those that fit.
public enum ColumnType: String, Sendable, CaseIterable {
    /// Nothing is known of them.
    case any
    case text
    case integer
    case number
    /// Integers or numbers in hundredths: 25 is 25 %.
    case percent
    case boolean
    case date
    case instant
    case list
    case record
    /// Texts that are addresses: those of `http`, `https` and `mailto` can be followed.
    case link
    /// Lists of numbers, drawn as a line no higher than the text.
    case sparkline

    /// Quantities keep to the end, so that their digits stand below each other.
    public var alignment: Column.Alignment {
        switch self {
        case .integer, .number, .percent: .end
        default: .start
        }
    }
}
