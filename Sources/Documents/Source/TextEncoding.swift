import Spelling

/// The encodings of text files that can be read.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// Western European, of Windows.
    case windows1252 = "windows-1252"
    /// Arabic, of Windows.
    case windows1256 = "windows-1256"

    /// The encoding of that name, in upper or lower case: `utf-8`, `windows-1256`, `cp1256`.
    public static func named(_ name: String) throws(ReadingError) -> TextEncoding {
        let lower = name.lowercased()
        switch lower {
        case "utf8", "utf-8-sig": return .utf8
        case "utf-16", "utf16", "utf16le": return .utf16LittleEndian
        case "utf16be": return .utf16BigEndian
        case "cp1252", "latin1", "iso-8859-1": return .windows1252
        case "cp1256": return .windows1256
        default:
            if let encoding = TextEncoding(rawValue: lower) { return encoding }
            let names = allCases.map(\.rawValue)
            let suggestion = Suggestion.phrase(for: name, among: names)
            throw ReadingError(
                .missing,
                "there is no encoding '\(name)'"
                    + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion))
        }
    }

    /// What a message calls it.
    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .windows1252: "Windows-1252"
        case .windows1256: "Windows-1256"
        }
    }
}
