extension TOMLGrammar {
    /// The byte that comes next, as a character of ASCII where it is one; nil at the end.
    var next: Unicode.Scalar? { place < bytes.count ? Unicode.Scalar(bytes[place]) : nil }

    /// Whether this comes next.
    func follows(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    /// Goes past this if it comes next.
    mutating func take(_ text: String) -> Bool {
        guard follows(text) else { return false }
        place += text.utf8.count
        return true
    }

    /// ws = *( %x20 / %x09 )
    mutating func skipBlanks() {
        while next == " " || next == "\t" { place += 1 }
    }

    /// Goes past blanks, a comment and the end of the line or text.
    ///
    /// - Returns: whether nothing else stands before it.
    mutating func skipLineEnd() -> Bool {
        skipBlanks()
        if next == "#" {
            while let scalar = next, scalar != "\n" { place += 1 }
        }
        return next == nil || take("\n") || take("\r\n")
    }

    /// Goes past blanks, comments and ends of lines, as arrays may have them.
    mutating func skipLines() {
        repeat {
            skipBlanks()
        } while next != nil && (next == "#" || next == "\n" || next == "\r") && skipLineEnd()
    }

    /// - Parameter index: where in the bytes; what comes next unless it is said.
    func mistake(_ sentence: String, at index: Int? = nil) -> TOMLTextError {
        let before = bytes[..<(index ?? place)]
        let line = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // A character is known by its first byte.
        let column = (line.last ?? []).count { $0 & 0xC0 != 0x80 } + 1
        return TOMLTextError(line.count, column, sentence)
    }
}
