import Spelling

/// Which columns of a file are those that are wanted.
///
/// A title is taken for a column when it is its name or one of its synonyms: to the letter, else without case,
/// accents, forms of Arabic letters, spaces and punctuation, else when the lower row of a header in two rows is.
public struct HeaderMatching: Sendable, Hashable {
    /// For each wanted column its places in the file's header: one; several below one merged cell, or with one title where
    /// the column may be spread; none for an optional column that the file does not have.
    public let columns: [[Int]]
    /// The file's columns with a title that nobody wants.
    public let unused: [Int]
    public let wanted: [WantedColumn]
    public let header: SourceHeader

    /// - Throws: `HeaderError` that names every column that is missing or can be two, or says that there is none of them.
    public init(_ wanted: [WantedColumn], in header: SourceHeader) throws(HeaderError) {
        self.wanted = wanted
        self.header = header
        var places: [[Int]?] = wanted.map { _ in nil }
        var taken: Set<Int> = []
        var sentences: [String] = []
        for level in Level.allCases {
            var owners: [Int: Int] = [:]
            for (index, column) in wanted.enumerated() where places[index] == nil {
                let found = Self.groups(column, level, header).filter { !taken.contains($0[0]) }
                guard !found.isEmpty else { continue }
                places[index] = found.flatMap { $0 }
                if found.count > 1 { sentences.append(Self.ambiguity(column, found.map { $0[0] }, header)) }
                for place in found.joined() {
                    if let other = owners.updateValue(index, forKey: place) {
                        sentences.append(
                            "\(Self.name(place, header)) can be '\(wanted[other].name)' or '\(column.name)'")
                    }
                }
            }
            taken.formUnion(owners.keys)
        }
        for (index, column) in wanted.enumerated() where places[index] == nil && !column.isOptional {
            sentences.append(Self.missing(column, header, taken))
        }
        if taken.isEmpty, !wanted.isEmpty, header.titles.contains(where: { !$0.isEmpty }) {
            if sentences.isEmpty { sentences.append(Self.nothing(wanted, header)) }
            if let row = header.rows?.lowerBound {
                sentences.append(
                    "row \(row) was taken for the header; --header-row and --sheet name another row or sheet")
            }
        }
        guard sentences.isEmpty else { throw HeaderError(sentences: sentences) }
        columns = places.map { $0 ?? [] }
        unused = header.columns.indices.filter {
            !taken.contains($0) && !["", SourceHeader.reasonTitle].contains(header.columns[$0].title)
        }
    }

    private enum Level: CaseIterable {
        case name, synonym, foldedName, foldedSynonym, lowerRow
    }

    /// The file's columns that fit, those below one merged cell together.
    private static func groups(_ wanted: WantedColumn, _ level: Level, _ header: SourceHeader) -> [[Int]] {
        let names: [String]
        switch level {
        case .name: names = [wanted.name]
        case .synonym: names = wanted.synonyms
        case .foldedName: names = [wanted.name.foldedToLetters]
        case .foldedSynonym: names = wanted.synonyms.map(\.foldedToLetters)
        case .lowerRow: names = ([wanted.name] + wanted.synonyms).map(\.foldedToLetters)
        }
        var groups: [[Int]] = []
        for (index, column) in header.columns.enumerated() {
            let title: String
            switch level {
            case .name, .synonym: title = column.title
            case .foldedName, .foldedSynonym: title = column.title.foldedToLetters
            case .lowerRow: title = column.parts.count > 1 ? (column.parts.last ?? "").foldedToLetters : ""
            }
            guard !title.isEmpty, names.contains(title) else { continue }
            if wanted.isSpread, let last = groups.last?.last, last == index - 1,
                header.columns[last].title == column.title
            {
                groups[groups.count - 1].append(index)
            } else if let head = column.headedFrom, groups.last?[0] == head {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups
    }

    /// The most titles that a sentence names.
    private static let mostNamed = 10

    /// What a user should know of columns that nobody wants; nil where each one with a title is wanted.
    public var remark: String? {
        guard let first = unused.first else { return nil }
        if unused.count == 1 { return "\(Self.name(first, header)) is not used" }
        let names = unused.map { place in
            let title = "'\(header.columns[place].title)'"
            return header.rows == nil ? title : "\(SheetPlace.letters(ofColumn: place)) \(title)"
        }
        return "\(header.rows == nil ? "" : "columns ")\(Self.list(names)) are not used"
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(mostNamed).joined(separator: ", ")
            + (names.count > mostNamed ? " and \(names.count - mostNamed) more" : "")
    }

    /// That a header has none of what is wanted, where each column may be missing.
    private static func nothing(_ wanted: [WantedColumn], _ header: SourceHeader) -> String {
        let titles = header.titles.filter { !$0.isEmpty }
        return "none of the columns that are looked for is there (\(list(wanted.map { "'\($0.name)'" }))); "
            + "the file has \(list(titles.map { "'\($0)'" }))"
    }

    private static func name(_ place: Int, _ header: SourceHeader) -> String {
        let title = "'\(header.columns[place].title)'"
        return header.rows == nil ? title : "column \(SheetPlace.letters(ofColumn: place)) \(title)"
    }

    private static func ambiguity(_ column: WantedColumn, _ places: [Int], _ header: SourceHeader) -> String {
        "'\(column.name)' can be "
            + places.map { name($0, header) }.joined(separator: " or ") + "; give each a title of its own"
    }

    private static func missing(_ column: WantedColumn, _ header: SourceHeader, _ taken: Set<Int>) -> String {
        let free = header.columns.indices.filter { !taken.contains($0) }.map { header.columns[$0].title }
            .filter { !$0.isEmpty }
        let suggestion = ([column.name] + column.synonyms).lazy
            .compactMap { Suggestion(for: $0, among: free)?.name }.first
        let known = column.synonyms.isEmpty ? "" : " (or \(column.synonyms.joined(separator: ", ")))"
        return "the column '\(column.name)'\(known) is missing"
            + (suggestion.map { "; did you mean '\($0)'?" }
                ?? (free.isEmpty
                    ? ""
                    : "; the file has also "
                        + free.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
                        + (free.count > 20 ? " and \(free.count - 20) more" : "")))
    }
}

/// A header that does not have what is wanted.
public struct HeaderError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One for each column.
    public let sentences: [String]
    public var description: String { sentences.joined(separator: "\n") }
}
