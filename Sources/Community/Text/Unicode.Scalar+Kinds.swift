// Of most letters the byte tells what Unicode's tables would.
extension Unicode.Scalar {
    /// Whether it is white space by Unicode.
    public var isWhiteSpace: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    /// Whether it is a letter, or stands for a number.
    public var isLetterOrNumber: Bool {
        guard isASCII else { return properties.isAlphabetic || properties.numericType != nil }
        return switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
