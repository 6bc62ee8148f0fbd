/// A value of a field, outside of the engine: in change sets, audit images and conditions.
public indirect enum FieldValue: Sendable, Hashable, Codable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    /// Text, an identifier, a choice's name, a time zone.
    case text(String)
    case localized(LocalizedText)
    case day(Day)
    case instant(Instant)
    case list([FieldValue])
    /// A record by its identifier; `references` are a list of them.
    case reference(String)
    /// A record by its inner key, as a running query knows it. Never stored.
    case key(Int64)

    public var isNull: Bool { self == .null }
}

extension FieldValue: CustomStringConvertible {
    /// As people type it.
    public var description: String {
        switch self {
        case .null: ""
        case .boolean(let flag): String(flag)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .text(let text), .reference(let text): text
        case .localized(let text):
            text.sorted.map { "\($0.language): \($0.text)" }.joined(separator: " | ")
        case .day(let day): day.description
        case .instant(let instant): instant.description
        case .list(let values): values.map(\.description).joined(separator: ", ")
        case .key(let key): "#\(key)"
        }
    }
}
