import Foundation
import Spelling

extension FieldType {
    /// Reads a value as people type it: on the command line, in a parameter, in a file's cell.
    ///
    /// Numbers and times may have Arabic digits. Days are `2024-06-30`, instants RFC 3339, lists separated by commas, booleans `true` or `false`
    /// (`yes` and `no` as well); localized text is of the language given, unless its letters show that it is Arabic.
    public func parse(_ text: String, language: String = Language.default.rawValue) throws(ValueError)
        -> FieldValue
    {
        switch self {
        case .identifier:
            guard Self.isIdentifier(text) else { throw expected(text) }
            return .text(text)
        case .text: return .text(text)
        case .localizedText: return .localized(LocalizedText(typed: text, in: language))
        case .integer(let range):
            guard let number = Int64(text.withWesternDigits), range.contains(number) else {
                throw expected(text)
            }
            return .integer(number)
        case .number(let range):
            guard let number = Double(text.withWesternDigits), range.contains(number) else {
                throw expected(text)
            }
            return .number(number)
        case .boolean:
            switch text.lowercased() {
            case "true", "yes": return .boolean(true)
            case "false", "no": return .boolean(false)
            default: throw expected(text)
            }
        case .day:
            guard let day = Day(text.withWesternDigits) else { throw expected(text) }
            try check(.day(day))
            return .day(day)
        case .instant:
            guard let instant = Instant(text.withWesternDigits) else { throw expected(text) }
            try check(.instant(instant))
            return .instant(instant)
        case .timeZone:
            guard Zone(text) != nil else { throw expected(text) }
            return .text(text)
        case .choice(let choices):
            guard choices.contains(where: { $0.name == text }) else {
                throw expected(text, Suggestion.phrase(for: text, among: choices.map(\.name)))
            }
            return .text(text)
        case .list(let element):
            var values: [FieldValue] = []
            for part in Self.items(text) { values.append(try element.parse(part, language: language)) }
            return .list(values)
        case .reference: return .reference(text)
        case .references: return .list(Self.items(text).map(FieldValue.reference))
        case .inverse, .path: throw ValueError("this side of a reference cannot be written")
        }
    }

    /// Whether a value is one of this type; references are not looked up.
    public func check(_ value: FieldValue) throws(ValueError) {
        switch (self, value) {
        case (_, .null), (.text, .text), (.localizedText, .localized),
            (.boolean, .boolean), (.reference, .reference):
            return
        case (.number(let range), .number(let number)):
            guard range.contains(number) else { throw expected(String(number)) }
        case (.number(let range), .integer(let number)):
            guard range.contains(Double(number)) else { throw expected(String(number)) }
        case (.day, .day(let day)):
            guard (Day.first...Day.last).contains(day) else { throw expected(day.description) }
            if let refusal = HijriDate.refusal(day, text: day.description) { throw refusal }
        case (.instant, .instant(let instant)):
            guard Instant.range.contains(instant.milliseconds) else { throw expected(instant.description) }
            if let refusal = HijriDate.refusal(instant.utcDay, text: instant.description) { throw refusal }
        case (.identifier, .text(let text)), (.timeZone, .text(let text)), (.choice, .text(let text)):
            _ = try parse(text)
        case (.integer(let range), .integer(let number)):
            guard range.contains(number) else { throw expected(String(number)) }
        case (.list(let element), .list(let values)):
            for value in values {
                guard !value.isNull else { throw expected("nothing") }
                try element.check(value)
            }
            guard Set(values).count == values.count else {
                throw ValueError("the list has a value twice: \(value)")
            }
        case (.references, .list(let values)):
            for value in values {
                guard case .reference = value else { throw expected(value.description) }
            }
            guard Set(values).count == values.count else {
                throw ValueError("the list has a record twice: \(value)")
            }
        default: throw expected(value.description)
        }
    }

    /// Whether a text may be an identifier: 1 to 64 letters, digits, `-`, `_` and `.`, the first a letter
    /// or digit, all lower case, so that it can be typed, put into a file's name, and read out; and in normalization
    /// form C, so that those that look alike are the same bytes (Unicode Standard Annex 15).
    public static func isIdentifier(_ text: String) -> Bool {
        // Most are of ASCII, where bytes can be looked at.
        if text.utf8.count <= 64, let first = text.utf8.first, first < 0x80,
            text.utf8.allSatisfy({ isPlainLetter($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F })
        {
            return isPlainLetter(first)
        }
        guard (1...64).contains(text.count), let first = text.first, first.isLetter || first.isNumber else {
            return false
        }
        return text.lowercased() == text
            && text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    }

    /// A lower-case letter or a digit of ASCII.
    private static func isPlainLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private func expected(_ text: String, _ hint: String = "") -> ValueError {
        ValueError("'\(text)' is not \(phrase)\(hint)")
    }

    /// What a message calls a value of this type.
    private var phrase: String {
        switch self {
        case .identifier: "an identifier (up to 64 lower-case letters, digits, '-', '_', '.')"
        case .integer(let range) where range == Int64.min...Int64.max: "a whole number"
        case .integer(let range) where range.upperBound == Int64.max:
            "a whole number of at least \(range.lowerBound)"
        case .integer(let range) where range.lowerBound == Int64.min:
            "a whole number of at most \(range.upperBound)"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number where self == .anyNumber: "a number"
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "true or false"
        case .day: "a date (2024-06-30)"
        case .instant: "an instant with its zone (2024-06-30T14:00+03:00)"
        case .timeZone: "a time zone of the IANA database (Asia/Beirut)"
        case .reference(let entity): "the identifier of a record of \(entity)"
        case .references(let entity): "a list of identifiers of \(entity)"
        case .list(let element): "a list of \(element.name)"
        default: name
        }
    }

    private static func items(_ text: String) -> [String] {
        text.split(separator: ",").compactMap {
            let item = $0.trimmingSpaces
            return item.isEmpty ? nil : item
        }
    }
}

extension Substring {
    var trimmingSpaces: String {
        var rest = self
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

/// A value that is not what its field holds; says what was expected.
public struct ValueError: Error, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
