/// What a reader has to say about many rows, said once: how many there are and which come first.
struct ReadingRemarks {
    private var sentences: [String] = []
    private var counted: [Kind: Rows] = [:]

    private struct Rows {
        var count = 0
        var first: [Int] = []
        var last = 0
    }

    enum Kind: CaseIterable {
        case short, quotes, closed, encoding, uncalculated, errors

        /// What is said after `row 5` or `rows 5, 6`.
        func remark(isOne: Bool) -> String {
            switch self {
            case .short:
                isOne
                    ? "has fewer cells than the header; what is missing counts as empty"
                    : "have fewer cells than the header; what is missing counts as empty"
            case .quotes:
                (isOne ? "has a quotation mark" : "have quotation marks")
                    + " in the middle of a cell, kept as text; doubled and inside quotation marks it would be clear"
            case .closed:
                (isOne ? "has" : "have")
                    + " text behind the quotation marks of a cell, which are left out; doubled and inside quotation marks "
                    + "they would be kept"
            case .encoding:
                (isOne ? "has" : "have")
                    + " bytes of another encoding than the rest of the file"
            case .uncalculated:
                (isOne ? "has a formula" : "have formulas")
                    + " whose result is not saved in the file; open and save it in a spreadsheet program"
            case .errors: (isOne ? "has a cell" : "have cells") + " in which a formula failed"
            }
        }
    }

    mutating func say(_ sentence: String) { sentences.append(sentence) }

    mutating func note(_ kind: Kind, row: Int) {
        var known = counted[kind] ?? Rows()
        guard known.last != row else { return }
        known.count += 1
        known.last = row
        if known.first.count < 5 { known.first.append(row) }
        counted[kind] = known
    }

    var texts: [String] {
        sentences
            + Kind.allCases.compactMap { kind in
                guard let rows = counted[kind] else { return nil }
                let list = rows.first.map(String.init).joined(separator: ", ")
                let subject =
                    rows.count == 1
                    ? "row \(list)"
                    : rows.count == rows.first.count
                        ? "rows \(list)" : "\(rows.count) rows (the first are \(list))"
                return "\(subject) \(kind.remark(isOne: rows.count == 1))"
            }
    }
}
