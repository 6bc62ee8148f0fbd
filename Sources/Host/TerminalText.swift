/// Text of somebody else's for a terminal: what would move its cursor or change its state is shown instead.
public enum TerminalText {
    /// - Parameter keepingLines: leaves the ends of lines, LF and CR LF, as they are.
    public static func visible(_ text: String, keepingLines: Bool = false) -> String {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: isControl) else { return text }
        var visible = String.UnicodeScalarView()
        for index in scalars.indices {
            let scalar = scalars[index]
            let isLineEnd = scalar == "\n" || scalar == "\r" && scalars[index...].dropFirst().first == "\n"
            if keepingLines, isLineEnd {
                visible.append(scalar)
            } else if scalar.value < 0x20, scalar != "\t", let picture = Unicode.Scalar(0x2400 + scalar.value)
            {
                visible.append(picture)
            } else {
                visible.append(isControl(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(visible)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
