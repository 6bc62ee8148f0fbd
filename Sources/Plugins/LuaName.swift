/// Names that can be written in Lua as they stand: of plugins, contributions, settings.
public enum LuaName {
    private static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
        "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    /// The most letters of a name: it is part of columns, messages and files' names.
    static let longest = 40

    /// Whether a name is a Lua identifier. Upper case is not accepted, because the columns of the community's
    /// file, and the files of some systems, do not tell it from lower case.
    public static func isValid(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, !isDigit(first), text.utf8.count <= longest else { return false }
        return text.utf8.allSatisfy { isDigit($0) || isLetter($0) } && !keywords.contains(String(text))
    }

    /// What a message says was expected.
    static let expectation =
        "a name of up to \(longest) lower-case letters, digits and '_', which begins with a letter and is no word of Lua"

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
