import Community

extension String {
    /// Without space and marks of direction around it, which cells of spreadsheets often have.
    var withoutOuterSpace: String {
        // Most texts have none, and show it in their first and last byte.
        if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first),
            (0x21..<0x7F).contains(last)
        {
            return self
        }
        func isOuter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isWhiteSpace || scalar.isDirectionMark || scalar == "\u{FEFF}"
                || scalar == "\u{200B}"
        }
        var rest = unicodeScalars[...]
        while let first = rest.first, isOuter(first) { rest.removeFirst() }
        while let last = rest.last, isOuter(last) { rest.removeLast() }
        return String(rest)
    }

    /// Only its letters and digits, without case, accents and the forms of Arabic letters.
    var foldedToLetters: String {
        SearchFold.letters(of: withWesternDigits)
    }

    /// As much as a message shows of it.
    var shortened: String { count > 80 ? prefix(80) + "…" : self }
}
