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

    /// With Western digits for the Arabic ones (٠١٢, ۰۱۲) and without marks of direction.
    var withWesternDigits: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var plain = String.UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isDirectionMark {
            switch scalar.value {
            case 0x0660...0x0669: plain.append(Unicode.Scalar(UInt8(scalar.value - 0x0660 + 0x30)))
            case 0x06F0...0x06F9: plain.append(Unicode.Scalar(UInt8(scalar.value - 0x06F0 + 0x30)))
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// Only its letters and digits, without case, accents and the forms of Arabic letters.
    var foldedToLetters: String {
        SearchFold.letters(of: withWesternDigits)
    }

    /// As much as a message shows of it.
    var shortened: String { count > 80 ? prefix(80) + "…" : self }
}

extension Unicode.Scalar {
    var isDirectionMark: Bool {
        switch value {
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
