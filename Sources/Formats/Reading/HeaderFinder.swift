import Documents

/// Finds the header among a sheet's first rows: titles may stand above it, merged cells may head several
/// columns, and it may take two rows.
struct HeaderFinder {
    /// The first rows that are not blank, cells covered by a merged one left empty.
    let rows: [SourceRow]
    var merged: [MergedCells] = []
    let options: ReadingOptions
    let limits: ReadingLimits

    /// How many rows are looked at.
    static let lookahead = 20

    struct Found {
        var header: SourceHeader
        /// How many of the rows are above the data.
        var taken: Int
        var remarks: [String]
    }

    func find() throws(ReadingError) -> Found {
        guard let first = rows.first else {
            throw ReadingError(.empty, "there are no rows with anything in them")
        }
        var remarks: [String] = []
        var index = 0
        var known: (index: Int, depth: Int)?
        if let named = options.headerRow {
            guard first.number == named else {
                throw ReadingError(.missing, "row \(named) is blank and cannot be the header")
            }
        } else if rows.contains(where: { filled($0) > 1 }) {
            let firstFilled = rows.firstIndex { filled($0) > 1 } ?? 0
            known = try bestKnown()
            index = known?.index ?? firstFilled
            if index > firstFilled {
                remarks.append(
                    "row \(rows[index].number) is taken for the header: it has the most of the titles that are looked for; "
                        + "--header-row names another row")
            }
            for row in rows[..<index] {
                let text = row.cells.first { !$0.isEmpty }?.text ?? ""
                remarks.append(
                    "row \(row.number) ('\(text.prefix(60))') stands above the header and is left out")
            }
        }
        if let broken = rows[index].faults.first {
            throw ReadingError(.damaged, "row \(rows[index].number), the header: \(broken)")
        }
        let taking = if let known { known.depth } else { try depth(at: index) }
        let header = try header(from: index, depth: taking)
        let last = header.rows?.upperBound ?? 0
        let taken = rows.prefix { $0.number <= last }.count
        return Found(header: header, taken: taken, remarks: remarks + repetitions(in: header))
    }

    /// The row with the most of the columns that are looked for, of equal ones the first; nil where none has any, or none
    /// is looked for.
    private func bestKnown() throws(ReadingError) -> (index: Int, depth: Int)? {
        guard !options.columns.isEmpty else { return nil }
        let titles = KnownTitles(options.columns)
        var best: (count: Int, index: Int, depth: Int)?
        func look(at index: Int, depth: Int) throws(ReadingError) {
            let count = titles.count(in: try header(from: index, depth: depth))
            if count > best?.count ?? 0 { best = (count, index, depth) }
        }
        let fit = rows.indices.filter { rows[$0].faults.isEmpty && filled(rows[$0]) > 0 }
        for index in fit { try look(at: index, depth: depth(at: index)) }
        // In text no merged cells show that two rows belong together: that more titles are known then does.
        if merged.isEmpty, options.headerRows == nil {
            for index in fit
            where fit.contains(index + 1) && rows[index + 1].number == rows[index].number + 1 {
                try look(at: index, depth: 2)
            }
        }
        return best.map { ($0.index, $0.depth) }
    }

    private func filled(_ row: SourceRow) -> Int { row.cells.count { !$0.isEmpty } }

    /// How many rows the header that begins with `rows[index]` takes.
    private func depth(at index: Int) throws(ReadingError) -> Int {
        if let named = options.headerRows {
            guard (1...2).contains(named) else {
                throw ReadingError(.missing, "a header takes 1 or 2 rows, not \(named)")
            }
            return named
        }
        let row = rows[index].number
        let inside = merged.filter { $0.rows.contains(row) }
        if inside.contains(where: { $0.rows.upperBound == row + 1 }) { return 2 }
        let wide = inside.filter { $0.columns.count > 1 }
        guard !wide.isEmpty, index + 1 < rows.count, rows[index + 1].number == row + 1 else { return 1 }
        // Below a merged cell more heads, and below the others nothing: a second row.
        let below = rows[index + 1].cells.indices.filter { !rows[index + 1][$0].isEmpty }
        let isSecond = below.allSatisfy { column in wide.contains { $0.columns.contains(column) } }
        return isSecond && !below.isEmpty ? 2 : 1
    }

    private func header(from index: Int, depth: Int) throws(ReadingError) -> SourceHeader {
        let numbers = rows[index].number...rows[index].number + depth - 1
        let levels = numbers.map { number in rows[index...].first { $0.number == number } }
        let near = merged.filter { $0.rows.overlaps(numbers) }
        var count = 0
        for level in levels { count = max(count, (level?.cells.lastIndex { !$0.isEmpty } ?? -1) + 1) }
        for cells in near where !text(at: cells.first, levels).isEmpty {
            count = max(count, cells.columns.upperBound + 1)
        }
        guard count <= limits.columns else {
            throw ReadingError(.tooLarge, "the header has more than \(limits.columns) columns")
        }
        var columns: [SourceColumn] = []
        /// The text above in a row without merged cells, which heads those after it that have none.
        var spanning: (text: String, start: Int)?
        for column in 0..<count {
            var parts: [String] = []
            var heads: [MergedCells] = []
            for number in numbers {
                let place = SheetPlace(row: number, column: column)
                let head = near.first { $0.contains(place) }
                if let head, head.columns.count > 1 { heads.append(head) }
                parts.append(text(at: head?.first ?? place, levels).joinedLines)
            }
            if depth == 2, merged.isEmpty {
                if !parts[0].isEmpty {
                    spanning = parts[1].isEmpty ? nil : (parts[0], column)
                } else if let spanning, !parts[1].isEmpty {
                    parts[0] = spanning.text
                }
            }
            var made = SourceColumn(parts: parts)
            if let before = columns.last, before.parts == made.parts, !made.parts.isEmpty,
                let head = heads.last, head.columns.contains(column - 1)
            {
                made.headedFrom = before.headedFrom ?? column - 1
                columns[column - 1].headedFrom = made.headedFrom
            }
            columns.append(made)
        }
        return SourceHeader(columns: columns, rows: numbers)
    }

    private func text(at place: SheetPlace, _ levels: [SourceRow?]) -> String {
        levels.lazy.compactMap { $0 }.first { $0.number == place.row }?[place.column].text ?? ""
    }

    /// Titles that stand above several columns, those under one merged cell apart.
    private func repetitions(in header: SourceHeader) -> [String] {
        var places: [String: [String]] = [:]
        var order: [String] = []
        let known = KnownTitles(options.columns)
        for (index, column) in header.columns.enumerated()
        where !column.title.isEmpty && (column.headedFrom ?? index) == index && !known.mayRepeat(column) {
            if places[column.title] == nil { order.append(column.title) }
            places[column.title, default: []].append(SheetPlace.letters(ofColumn: index))
        }
        return order.compactMap { title in
            guard let letters = places[title], letters.count > 1 else { return nil }
            return "the columns \(letters.joined(separator: ", ")) have the same title '\(title)'"
        }
    }
}

/// Cells of a sheet that are shown as one, which has the value of the first.
struct MergedCells: Hashable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    var first: SheetPlace { SheetPlace(row: rows.lowerBound, column: columns.lowerBound) }

    func contains(_ place: SheetPlace) -> Bool {
        rows.contains(place.row) && columns.contains(place.column)
    }
}

extension String {
    /// On one line, without space around it.
    fileprivate var joinedLines: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
