extension String {
    /// With Western digits for the Arabic ones (٠١٢, ۰۱۲) and without marks of direction.
    public var withWesternDigits: String {
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
}

extension Unicode.Scalar {
    public var isDirectionMark: Bool {
        switch value {
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
