/// How a file writes comma-separated values.
struct CSVDialect: Hashable {
    var delimiter: UInt8
    /// nil when no number shows it.
    var decimalComma: Bool?
    /// Bytes of a first line `sep=;`, by which Excel is told the delimiter.
    var separatorLineLength = 0

    static let delimiters = ",;\t|".utf8.map { $0 }

    /// Settles what the options leave open by looking at the start of a file, in UTF-8.
    ///
    /// - Parameter isWhole: whether the sample is all of it; else its last record may be cut.
    init(sample: [UInt8], isWhole: Bool, delimiter named: UInt8?) {
        let line = sample.prefix { $0 != 0x0A && $0 != 0x0D }
        if line.count == 5, line.starts(with: "sep=".utf8), let said = line.last {
            delimiter = named ?? said
            let rest = sample.dropFirst(5)
            separatorLineLength = 5 + (rest.starts(with: [0x0D, 0x0A]) ? 2 : min(1, rest.count))
        } else {
            delimiter = named ?? Self.likeliest(sample, isWhole: isWhole)
        }
        decimalComma = Self.decimalComma(
            Self.records(sample.dropFirst(separatorLineLength), delimiter, isWhole: isWhole))
    }

    /// The delimiter that gives most records the same number of cells; of equal ones that with more cells.
    private static func likeliest(_ sample: [UInt8], isWhole: Bool) -> UInt8 {
        var best: (delimiter: UInt8, share: Int, cells: Int)?
        for delimiter in delimiters {
            var frequency: [Int: Int] = [:]
            let counts = records(sample[...], delimiter, isWhole: isWhole).map(\.count)
            for count in counts where count > 1 { frequency[count, default: 0] += 1 }
            guard let common = frequency.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
                continue
            }
            let share = common.value * 10 / counts.count
            if let best, (best.share, best.cells) >= (share, common.key) { continue }
            best = (delimiter, share, common.key)
        }
        return best?.delimiter ?? UInt8(ascii: ",")
    }

    /// The cells of the sample's records that are not blank, quotation marks left out.
    private static func records(
        _ sample: ArraySlice<UInt8>, _ delimiter: UInt8, isWhole: Bool
    ) -> [[ArraySlice<UInt8>]] {
        var records: [[ArraySlice<UInt8>]] = []
        var record: [ArraySlice<UInt8>] = []
        var start = sample.startIndex
        var isQuoted = false
        for index in sample.indices {
            switch sample[index] {
            case UInt8(ascii: "\"") where isQuoted: isQuoted = false
            case UInt8(ascii: "\"") where index == start || sample[index - 1] == UInt8(ascii: "\""):
                isQuoted = true
            case _ where isQuoted: break
            case delimiter:
                record.append(sample[start..<index])
                start = index + 1
            case 0x0A, 0x0D:
                if index > start || !record.isEmpty { records.append(record + [sample[start..<index]]) }
                record = []
                start = index + 1
            default: break
            }
            if records.count == 200 { return records }
        }
        let rest = sample[start...]
        if isWhole || records.isEmpty, !rest.isEmpty || !record.isEmpty { records.append(record + [rest]) }
        return records
    }

    /// What is before three digits may part thousands, and shows nothing.
    private static func decimalComma(_ records: [[ArraySlice<UInt8>]]) -> Bool? {
        var commas = 0
        var points = 0
        for cell in records.joined() where cell.count < 40 {
            let text = cell.drop { "\"-+ ".utf8.contains($0) }.filter { !"\" ".utf8.contains($0) }
            guard let mark = text.lastIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }),
                mark > 0, text.count - mark - 1 != 3, mark + 1 < text.count,
                text.enumerated().allSatisfy({ $0.offset == mark || (0x30...0x39).contains($0.element) })
            else { continue }
            if text[mark] == UInt8(ascii: ",") { commas += 1 } else { points += 1 }
        }
        return commas > 0 && points == 0 ? true : points > 0 && commas == 0 ? false : nil
    }
}
