import Documents

/// What the styles of a workbook say about numbers: which of them are dates.
final class CellStyles: XMLHandler {
    enum Kind: Hashable {
        case number
        case date(showsTime: Bool)
        /// A time of day without a date.
        case time
    }

    private var codes: [Int: String] = [:]
    private var formats: [Kind] = []
    private var isInCellFormats = false
    /// What one number's code means, worked out once.
    private var kinds: [Int: Kind] = [:]

    private static let limit = 100_000

    func kind(ofStyle style: Int) -> Kind {
        formats.indices.contains(style) ? formats[style] : .number
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
            codes[id] = attributes["formatCode"] ?? ""
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            formats.append(kind(ofFormat: attributes["numFmtId"].flatMap { Int($0) } ?? 0))
        default: return
        }
        guard codes.count <= Self.limit, formats.count <= Self.limit else {
            throw ReadingError(.tooLarge, "the workbook has more than \(Self.limit) styles")
        }
    }

    func end(_ name: String) throws(ReadingError) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}

    private func kind(ofFormat id: Int) -> Kind {
        if let known = kinds[id] { return known }
        let kind: Kind
        if let code = codes[id] {
            kind = Self.kind(ofCode: code)
        } else {
            // ECMA-376, part 1, 18.8.30; 27 to 36 and 50 to 58 are dates in East Asian languages.
            switch id {
            case 14...17, 27...31, 36, 50...58: kind = .date(showsTime: false)
            case 22: kind = .date(showsTime: true)
            case 18...21, 32...35, 45, 47: kind = .time
            default: kind = .number
            }
        }
        kinds[id] = kind
        return kind
    }

    /// Looks for the letters of dates and times outside of quoted text, in the section for positive numbers.
    /// Elapsed time (`[h]:mm`) is an amount and no time of day.
    static func kind(ofCode code: String) -> Kind {
        var hasDay = false
        var hasClock = false
        var hasM = false
        var isElapsed = false
        var letters = code.lowercased().makeIterator()
        scan: while let letter = letters.next() {
            switch letter {
            case ";": break scan
            case "\"": while let next = letters.next(), next != "\"" {}
            case "\\", "_", "*": _ = letters.next()
            case "[":
                var inside = ""
                while let next = letters.next(), next != "]" { inside.append(next) }
                if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { isElapsed = true }
            case "d", "y", "e", "b": hasDay = hasDay || letter != "e" || !code.contains("E+")
            case "h", "s": hasClock = true
            case "m": hasM = true
            case "g":
                // `General`, and not the era of a date.
                if code.lowercased().hasPrefix("general") { return .number }
            case "0", "#", "?":
                if !hasClock && !hasDay && !hasM { return .number }
            default: break
            }
        }
        if isElapsed && !hasDay { return .number }
        if hasDay || hasM && !hasClock { return .date(showsTime: hasClock) }
        return hasClock ? .time : .number
    }
}
