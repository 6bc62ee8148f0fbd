/// Gives the sheets of a workbook their names.
///
/// Excel refuses names of more than 31 UTF-16 code units, with any of `[ ] : * ? / \` or an apostrophe at
/// either end, the name "History", and two that differ in case alone. Number signs and apostrophes, which
/// have a meaning in links and formulas, are replaced as well.
struct SheetNames {
    private static let limit = 31
    private var taken: Set<String> = ["history"]

    /// The name that a sheet of that title gets when it is free; empty when nothing is left of it.
    static func name(_ title: String) -> String {
        var name = String.UnicodeScalarView()
        for scalar in visibleText(title).unicodeScalars {
            switch scalar {
            case "[": name.append("(")
            case "]": name.append(")")
            case ":", "/", "\\", "*", "?", "#": name.append("-")
            case "\u{FFFE}", "\u{FFFF}": name.append("\u{FFFD}")
            case "'": name.append("’")
            default: name.append(scalar)
            }
        }
        return cut(String(name), limit: limit)
    }

    /// A name for a sheet of that title, or of the other one when the title gives none.
    mutating func add(_ title: String, otherwise fallback: String) -> String {
        let cleaned = Self.name(title)
        let base = cleaned.isEmpty ? Self.name(fallback) : cleaned
        var name = base
        var number = 1
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            let ending = " (\(number))"
            name = Self.cut(base, limit: Self.limit - ending.utf16.count) + ending
        }
        return name
    }

    private static func cut(_ text: String, limit: Int) -> String {
        var room = limit
        let kept = text.prefix { character in
            room -= character.utf16.count
            return room >= 0
        }
        var trimmed = kept.drop(while: \.isWhitespace)
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return String(trimmed)
    }
}
