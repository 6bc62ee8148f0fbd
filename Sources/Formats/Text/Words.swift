import Community
import Documents

/// The host's own words in documents. A language that it does not speak gets those of the default one.
struct Words: Sendable {
    let noRows: String
    let yes: String
    let no: String
    let note: String
    let metric: String
    let value: String
    let comparedWith: String
    let target: String
    let listSeparator: String
    /// "3 rows"
    let rows: @Sendable (Int) -> String
    /// A document without a title.
    let report: String
    /// What the numbers behind a chart are called.
    let numbersOfChart: String
    /// What the dates behind a timeline are called.
    let datesOfTimeline: String
    /// "3 more in the numbers below": what a chart leaves out.
    let more: @Sendable (Int) -> String
    /// "and 3 more": what a list leaves out.
    let moreRows: @Sendable (Int) -> String
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
    /// What a highlight says, for those who hear the page.
    let highlights: [Highlight: String]
    /// From January.
    let months: [String]
    /// The same below an axis, where there is little room.
    let shortMonths: [String]
    /// 1 to 4, below an axis.
    let quarter: @Sendable (Int) -> String
    let numbers: NumberWriting

    static func of(_ language: String) -> Words {
        let primary = String(language.prefix { $0 != "-" }).lowercased()
        switch Language(rawValue: primary) ?? .default {
        case .ar: return arabic
        case .en: return english
        case .fr: return french
        }
    }

    /// "30 June 2024"
    func date(_ day: Day) -> String {
        "\(day.day) \(months[day.month - 1]) \(day.year)"
    }
}
