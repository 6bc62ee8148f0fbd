import Community
import Documents

/// The host's own words in documents. A language that it does not speak gets those of the default one.
struct Words: Sendable {
    let noRows: String
    let yes: String
    let no: String
    let note: String
    /// What stands between a label and its value, before a space.
    let colon: String
    let metric: String
    let value: String
    let comparedWith: String
    let target: String
    let listSeparator: String
    /// "3 rows"
    private(set) var rows: @Sendable (Int) -> String
    /// A document without a title.
    let report: String
    /// What the numbers behind a chart are called.
    let numbersOfChart: String
    /// What the dates behind a timeline are called.
    let datesOfTimeline: String
    /// "3 more in the numbers below": what a chart leaves out.
    private(set) var more: @Sendable (Int) -> String
    /// "and 3 more": what a list leaves out.
    private(set) var moreRows: @Sendable (Int) -> String
    /// What is too small to be drawn by itself.
    let others: String
    let noNumbers: String
    let charts: [Chart.Kind: String]
    let timeline: String
    /// What the columns of a timeline's dates and shares of work done are called.
    let starts: String
    let ends: String
    let progress: String
    /// What stands in place of a bar where no date is known.
    let undated: String
    /// Who may read the document, above it and on every page.
    let banners: [Confidentiality: String]
    /// "As of commit 12."
    private(set) var commit: @Sendable (Int64) -> String
    /// What a highlight says, for those who hear the page.
    let highlights: [Highlight: String]
    /// From January.
    let months: [String]
    /// The same below an axis, where there is little room.
    let shortMonths: [String]
    /// 1 to 4, below an axis.
    private(set) var quarter: @Sendable (Int) -> String
    private(set) var numbers: NumberWriting
    private(set) var digits = Digits.western

    static func of(_ language: String, _ digits: Digits = .western) -> Words {
        let primary = String(language.prefix { $0 != "-" }).lowercased()
        var words =
            switch Language(rawValue: primary) ?? .default {
            case .ar: arabic
            case .en: english
            case .fr: french
            }
        guard digits != .western else { return words }
        let western = words
        words.digits = digits
        words.numbers = words.numbers.written(digits)
        words.commit = { digits.written(western.commit($0)) }
        words.rows = { digits.written(western.rows($0)) }
        words.more = { digits.written(western.more($0)) }
        words.moreRows = { digits.written(western.moreRows($0)) }
        words.quarter = { digits.written(western.quarter($0)) }
        return words
    }

    /// "30 June 2024"
    func date(_ day: Day) -> String {
        digits.written("\(day.day) \(months[day.month - 1]) \(day.year)")
    }
}
