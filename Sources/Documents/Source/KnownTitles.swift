/// What the columns that are looked for may be called, to tell a header from other rows.
public struct KnownTitles {
    private let columns: [String: Int]
    /// Of those that may be spread over several of the file's.
    private let spread: Set<String>

    public init(_ wanted: [WantedColumn]) {
        var columns: [String: Int] = [:]
        for (index, column) in wanted.enumerated() {
            for name in [column.name] + column.synonyms { columns[name.foldedToLetters] = index }
        }
        columns[""] = nil
        self.columns = columns
        spread = Set(
            wanted.filter(\.isSpread).flatMap { [$0.name] + $0.synonyms }.map(\.foldedToLetters))
    }

    /// Whether several columns with that title are meant to be there.
    public func mayRepeat(_ column: SourceColumn) -> Bool {
        !spread.isDisjoint(with: [column.title, column.parts.last ?? ""].map(\.foldedToLetters))
    }

    /// Titles are short, and the columns of a table few.
    private static let (longest, most) = (100, 500)

    /// How many of the columns that are looked for a header has.
    public func count(in header: SourceHeader) -> Int {
        guard !columns.isEmpty else { return 0 }
        var found: Set<Int> = []
        for column in header.columns.prefix(Self.most) {
            for title in [column.title, column.parts.last ?? ""] where title.utf8.count <= Self.longest {
                if let index = columns[title.foldedToLetters] { found.insert(index) }
            }
        }
        return found.count
    }
}
