/// Goes through a text as the grammar of TOML 1.0 has it (toml.abnf), and keeps nothing of it.
///
/// What it lets through has names, headers and values of shapes that TOML knows, and nothing else. It refuses some TOML:
/// what nests deeper than `deepest`, numbers and times that are longer than `TOMLWord.longest`, leap seconds, days of no
/// calendar, and the character U+0000 in texts, at which the library would cut them off.
struct TOMLGrammar {
    /// How many tables and arrays may be around a value; the library goes through them by calling itself.
    static let deepest = 64

    let bytes: [UInt8]
    /// How many of the bytes were read.
    var place = 0
    /// How many tables and arrays are around what is read.
    var depth = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// - Throws: `TOMLTextError` at the first place where the grammar expects something else.
    mutating func check() throws(TOMLTextError) {
        try checkControls()
        if bytes.starts(with: "\u{FEFF}".utf8) { place = 3 }
        var header = 0
        while true {
            skipBlanks()
            switch next {
            case nil: return
            case "#", "\n", "\r": break
            case "[":
                depth = 0
                try readHeader()
                header = depth
            default:
                depth = header
                try readPair()
            }
            guard skipLineEnd() else {
                throw mistake("the line should end here, or go on with a comment after '#'")
            }
        }
    }

    /// table = "[" key "]", or "[[" key "]]" for one of an array of tables.
    private mutating func readHeader() throws(TOMLTextError) {
        let isArray = follows("[[")
        place += isArray ? 2 : 1
        skipBlanks()
        guard try readName() else {
            throw mistake("the name of a table is expected after '[', such as [settings]")
        }
        let end = isArray ? "]]" : "]"
        guard take(end) else { throw mistake("'\(end)' is expected after the name of a table") }
    }

    /// keyval = key "=" val
    mutating func readPair() throws(TOMLTextError) {
        guard try readName() else {
            throw mistake(
                "a name is expected here, such as title = \"…\", or the name of a table, such as [settings]")
        }
        guard take("=") else {
            throw mistake(
                "'=' is expected after a name; names with others than English letters, digits, '_' and '-' stand in quotes"
            )
        }
        skipBlanks()
        try readValue()
    }

    /// key = simple-key *( "." simple-key ), with the blanks after it. Each of its parts is one table more.
    ///
    /// - Returns: whether there is a name at all.
    private mutating func readName() throws(TOMLTextError) -> Bool {
        var isFirst = true
        repeat {
            skipBlanks()
            switch next {
            case "\"": try readText("\"", isName: true)
            case "'": try readText("'", isName: true)
            case let scalar? where Self.isOfName(scalar):
                while let scalar = next, Self.isOfName(scalar) { place += 1 }
            case _ where isFirst: return false
            default: throw mistake("a name is expected after '.'")
            }
            try deepen()
            isFirst = false
            skipBlanks()
        } while take(".")
        return true
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }

    /// One table or array more is around what follows.
    mutating func deepen() throws(TOMLTextError) {
        depth += 1
        if depth > Self.deepest {
            throw mistake("there are more than \(Self.deepest) tables and arrays in one another")
        }
    }

    /// There are none in TOML but tabs and ends of lines.
    private func checkControls() throws(TOMLTextError) {
        for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
            switch Unicode.Scalar(byte) {
            case "\t", "\n": break
            case "\r" where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"): break
            default:
                throw mistake(
                    "there is a control character (\(byte)); TOML has none but tabs and ends of lines",
                    at: index)
            }
        }
    }
}
