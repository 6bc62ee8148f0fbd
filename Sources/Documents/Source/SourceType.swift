import Community
import Spelling

/// What a value of a foreign file is wanted as.
public indirect enum SourceType: Sendable, Hashable {
    case text, integer, number, boolean, date, instant, quarter
    /// One of some values, by its name or by what it is called in any language; read as its name.
    case choice([Choice])
    /// Values parted by any of the separators; without some, by `;`, `|`, line ends and `؛`, or where there are
    /// none of these by `,` and `،`.
    case list(of: SourceType, separators: String? = nil)

    /// The names under which authors know the simple types.
    public static let simple: [(name: String, type: SourceType)] = [
        ("text", .text), ("integer", .integer), ("number", .number), ("boolean", .boolean), ("date", .date),
        ("instant", .instant), ("quarter", .quarter), ("list", .list(of: .text)),
    ]

    /// The type that an author writes: `text`, or `date?` where a cell may be empty.
    ///
    /// - Throws: `ValueError` for a name of no type.
    public static func named(_ text: String) throws(ValueError) -> (type: SourceType, isOptional: Bool) {
        let isOptional = text.hasSuffix("?")
        let name = isOptional ? String(text.dropLast()) : text
        guard let known = simple.first(where: { $0.name == name }) else {
            let names = simple.map(\.name)
            let suggestion = Suggestion.phrase(for: name, among: names)
            throw ValueError(
                "'\(text)' is no type of a column"
                    + (suggestion.isEmpty
                        ? "; there are \(names.joined(separator: ", ")), with a ? behind them where a cell may be empty"
                        : suggestion))
        }
        return (known.type, isOptional)
    }

    /// What a message calls a value of this type.
    public var expectation: String {
        switch self {
        case .text: "text"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "yes or no"
        case .date: "a date (2024-06-30)"
        case .instant: "a date and time (2024-06-30 14:00, or with its zone 2024-06-30T14:00+03:00)"
        case .quarter: "a quarter (2024-Q3)"
        case .choice(let choices): "one of " + choices.map(\.name).joined(separator: ", ")
        case .list(let element, _): "a list, each \(element.expectation)"
        }
    }
}
