import Community
import Spelling

/// Reads the cells of a foreign file as values of wanted types. What can be meant in two ways is refused, unless
/// it was said which is meant.
public struct SourceValueReader: Sendable, Hashable {
    /// Whether numbers have a decimal comma; nil: a number that then means two things is refused.
    public var decimalComma: Bool?
    /// Which of 3/4/2024 comes first; nil: such dates are refused.
    public var dateOrder: DateOrder?
    /// In what zone local times are; nil: they are refused as instants.
    public var zone: Zone?
    /// How the serial numbers of dates count.
    public var epoch: DateEpoch

    public enum DateOrder: String, Sendable, CaseIterable {
        case dayFirst, monthFirst
    }

    public init(
        decimalComma: Bool? = nil, dateOrder: DateOrder? = nil, zone: Zone? = nil,
        epoch: DateEpoch = .year1900
    ) {
        self.decimalComma = decimalComma
        self.dateOrder = dateOrder
        self.zone = zone
        self.epoch = epoch
    }

    /// For the cells of a file of which that is known.
    public init(_ details: SourceDetails, dateOrder: DateOrder? = nil, zone: Zone? = nil) {
        self.init(
            decimalComma: details.decimalComma, dateOrder: dateOrder, zone: zone, epoch: details.epoch)
    }

    /// A cell as a value of that type; `.empty` where there is nothing but space.
    ///
    /// - Throws: `ValueError` that names the text and what was expected.
    public func value(_ cell: SourceCell, as type: SourceType) throws(ValueError) -> SourceValue {
        switch cell.value {
        case nil: return try value(cell.text, as: type)
        case .text(let text)?: return try value(text, as: type)
        case .empty?: return .empty
        case .error(let code)?:
            throw ValueError("the formula of the cell failed (\(code)); \(type.expectation) is expected")
        case .uncalculated?:
            throw ValueError(
                "the result of the cell's formula is not saved in the file; open and save it in a spreadsheet program"
            )
        case let value?: return try self.value(value, cell.text, as: type)
        }
    }

    /// A text as a value of that type.
    func value(_ text: String, as type: SourceType) throws(ValueError) -> SourceValue {
        let text = text.withoutOuterSpace
        if text.isEmpty { return .empty }
        switch type {
        case .text: return .text(text)
        case .integer: return .integer(try NumberReading(text, decimalComma: decimalComma).integer())
        case .number: return .number(try NumberReading(text, decimalComma: decimalComma).number())
        case .boolean:
            let word = SearchFold.foldForComparison(text)
            if Self.trueWords.contains(word) { return .boolean(true) }
            if Self.falseWords.contains(word) { return .boolean(false) }
            throw refusal(text, type)
        case .date: return .day(try DateReading(text, order: dateOrder, epoch: epoch).day())
        case .instant: return .instant(try instant(text))
        case .quarter:
            guard let quarter = QuarterReading.quarter(text) else { throw refusal(text, type) }
            return .quarter(quarter)
        case .choice(let choices): return .text(try choice(text, among: choices))
        case .list(let element, let separators):
            return try list(Self.parts(text, separators)) { part throws(ValueError) in
                try value(part, as: element)
            }
        }
    }

    /// A value that the file has a type for.
    private func value(_ value: SourceValue, _ text: String, as type: SourceType) throws(ValueError)
        -> SourceValue
    {
        switch (type, value) {
        case (.list(let element, _), .list(let items)):
            return try list(items) { item throws(ValueError) in
                try self.value(SourceCell(item.plainText, item), as: element)
            }
        case (.list(let element, _), _): return .list([try self.value(value, text, as: element)])
        case (.text, .list), (.text, .object): throw refusal(text, type)
        case (.text, _): return .text(text)
        case (.integer, .integer), (.number, .number), (.boolean, .boolean), (.date, .day): return value
        case (.number, .integer(let number)): return .number(Double(number))
        case (.integer, .number(let number)):
            guard let whole = Int64(exactly: number) else { throw refusal(text, type) }
            return .integer(whole)
        case (.boolean, .integer(let number)) where number == 0 || number == 1: return .boolean(number == 1)
        case (.date, .localTime(let day, let time)):
            guard time.milliseconds == 0 else {
                throw ValueError("'\(text)' has a time of day; \(type.expectation) is expected")
            }
            return .day(day)
        case (.date, .integer), (.quarter, .integer), (.choice, .integer), (.choice, .boolean):
            return try self.value(text, as: type)
        case (.instant, .localTime(let day, let time)): return .instant(try instant(day, time, text))
        default: throw refusal(text, type)
        }
    }

    /// - Throws: `ValueError` that tells of every item that is not what it is wanted as.
    private func list<Item>(
        _ items: [Item], _ read: (Item) throws(ValueError) -> SourceValue
    ) throws(ValueError) -> SourceValue {
        var values: [SourceValue] = []
        var faults: [String] = []
        for item in items {
            do {
                let value = try read(item)
                if value != .empty { values.append(value) }
            } catch {
                faults.append(error.description)
            }
        }
        guard faults.isEmpty else { throw ValueError(faults.joined(separator: "; ")) }
        return .list(values)
    }

    private func instant(_ text: String) throws(ValueError) -> Instant {
        let plain = text.withWesternDigits
        if let instant = Instant(plain) { return instant }
        guard let space = plain.lastIndex(where: { $0 == " " || $0 == "T" }),
            let time = ClockTime(Self.clock(plain[plain.index(after: space)...]))
        else { throw refusal(text, .instant) }
        let day = try DateReading(String(plain[..<space]), order: dateOrder, epoch: epoch).day()
        return try instant(day, time, text)
    }

    private func instant(_ day: Day, _ time: ClockTime, _ text: String) throws(ValueError) -> Instant {
        guard let zone else {
            throw ValueError(
                "'\(text)' has no zone; name the zone of the file, or write 2024-06-30T14:00+03:00")
        }
        return zone.instant(day, time)
    }

    /// `9:30` has two digits in front as well.
    private static func clock(_ text: Substring) -> String {
        text.dropFirst().first == ":" ? "0" + text : String(text)
    }

    private func choice(_ text: String, among choices: [Choice]) throws(ValueError) -> String {
        if let choice = choices.first(where: { $0.name == text }) { return choice.name }
        let folded = text.foldedToLetters
        let alike = choices.filter { choice in
            choice.name.foldedToLetters == folded
                || choice.title.texts.values.contains { $0.foldedToLetters == folded }
        }
        if let choice = alike.first, alike.count == 1 { return choice.name }
        let suggestion = Suggestion.phrase(
            for: text, among: choices.flatMap { [$0.name] + $0.title.texts.values })
        throw ValueError("'\(text.shortened)' is not \(SourceType.choice(choices).expectation)\(suggestion)")
    }

    private static func parts(_ text: String, _ separators: String?) -> [String] {
        func split(_ separators: String) -> [String] {
            text.split { separators.contains($0) || $0.isNewline && separators.contains("\n") }.map(
                String.init)
        }
        if let separators { return split(separators) }
        let strong = split(";|\n؛")
        return strong.count > 1 ? strong : split(",،")
    }

    private func refusal(_ text: String, _ type: SourceType) -> ValueError {
        ValueError("'\(text.shortened)' is not \(type.expectation)")
    }

    private static let trueWords: Set<String> = [
        "true", "yes", "oui", "vrai", "نعم", "صحيح", "1", "١", "x", "✓", "✔",
    ]
    private static let falseWords: Set<String> = ["false", "no", "non", "faux", "لا", "خطا", "0", "٠"]
}

extension SourceValue {
    /// As a cell with nothing else would have it.
    var plainText: String {
        switch self {
        case .empty, .uncalculated: ""
        case .text(let text), .error(let text): text
        case .boolean(let flag): String(flag)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .day(let day): day.description
        case .time(let time): time.description
        case .localTime(let day, let time): "\(day) \(time)"
        case .instant(let instant): instant.description
        case .quarter(let quarter): quarter.description
        case .list(let values): values.map(\.plainText).joined(separator: "; ")
        case .object: "{…}"
        }
    }
}
