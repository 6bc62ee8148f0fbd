extension TOMLGrammar {
    /// val = string / boolean / array / inline-table / date-time / float / integer
    mutating func readValue() throws(TOMLTextError) {
        switch next {
        case "\"": try readText("\"")
        case "'": try readText("'")
        case "[": try readArray()
        case "{": try readInlineTable()
        default: try readWord()
        }
    }

    private mutating func readArray() throws(TOMLTextError) {
        let (start, around) = (place, depth)
        place += 1
        try deepen()
        skipLines()
        while !take("]") {
            guard next != nil else {
                throw mistake("the array that begins here is not closed by ']'", at: start)
            }
            try readValue()
            skipLines()
            guard take(",") || next == "]" || next == nil else {
                throw mistake("',' or ']' is expected after a value of an array")
            }
            skipLines()
        }
        depth = around
    }

    /// It stands on one line, and no comma before its end.
    private mutating func readInlineTable() throws(TOMLTextError) {
        let around = depth
        place += 1
        skipBlanks()
        guard !take("}") else { return }
        repeat {
            skipBlanks()
            try readPair()
            depth = around
            skipBlanks()
        } while take(",")
        guard take("}") else {
            throw mistake("',' or '}' is expected after a value within braces, on the same line")
        }
    }

    /// Text in quotes; in three of them it may have several lines, unless it is a name.
    mutating func readText(_ quote: Unicode.Scalar, isName: Bool = false) throws(TOMLTextError) {
        let start = place
        let quotes = String(repeating: Character(quote), count: 3)
        let isLong = follows(quotes)
        if isLong && isName { throw mistake("a name has one quote before it and one behind it, not three") }
        place += isLong ? 3 : 1
        while let scalar = next {
            switch scalar {
            case quote where !isLong:
                place += 1
                return
            case quote where take(quotes):
                // Two more before the three that end it are part of the text.
                for _ in 0..<2 where next == quote { place += 1 }
                return
            case "\\" where quote == "\"": try readEscape(isLong: isLong)
            case "\n" where !isLong, "\r" where !isLong:
                throw mistake("the text that begins here is not closed by \(quote) on its line", at: start)
            default: place += 1
            }
        }
        throw mistake(
            "the text that begins here is not closed by \(isLong ? quotes : String(quote))", at: start)
    }

    private mutating func readEscape(isLong: Bool) throws(TOMLTextError) {
        let start = place
        place += 1
        let kind = next
        switch kind {
        case "b", "t", "n", "f", "r", "\"", "\\": place += 1
        case "u", "U":
            let count = kind == "u" ? 4 : 8
            place += 1
            let digits = bytes[place...].prefix(count)
            guard digits.count == count, digits.allSatisfy({ TOMLWord.digit($0) < 16 }),
                let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), value > 0,
                Unicode.Scalar(value) != nil
            else {
                throw mistake(
                    "\(count) hexadecimal digits of a character, not 0, are expected after this",
                    at: start)
            }
            place += count
        case " " where isLong, "\t" where isLong, "\n" where isLong, "\r" where isLong:
            skipBlanks()
            guard take("\n") || take("\r\n") else {
                throw mistake("a backslash before blanks stands at the end of a line", at: start)
            }
        default:
            throw mistake(
                "a backslash is followed by one of b t n f r \" \\ u U; text in '…' has backslashes as they are",
                at: start)
        }
    }
}

// Values without quotes and brackets.
extension TOMLGrammar {
    private mutating func readWord() throws(TOMLTextError) {
        let start = place
        skipWord()
        // A blank may stand between a day and a time.
        if TOMLWord(bytes[start..<place]).isDay, next == " ", place + 1 < bytes.count,
            TOMLWord.digit(bytes[place + 1]) < 10
        {
            place += 1
            skipWord()
        }
        if let sentence = TOMLWord(bytes[start..<place]).mistake { throw mistake(sentence, at: start) }
    }

    private mutating func skipWord() {
        while let scalar = next {
            switch scalar {
            case " ", "\t", "\n", "\r", ",", "]", "}", "#": return
            default: place += 1
            }
        }
    }
}
