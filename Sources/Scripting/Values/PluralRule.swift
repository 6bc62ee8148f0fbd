/// Which form of a noun goes with a count, by the plural rules of the Unicode CLDR for whole numbers.
public enum PluralForm: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other

    public init(_ count: Int64, language: String) {
        let magnitude = count.magnitude
        switch language {
        case "ar":
            switch (magnitude, magnitude % 100) {
            case (0, _): self = .zero
            case (1, _): self = .one
            case (2, _): self = .two
            case (_, 3...10): self = .few
            case (_, 11...99): self = .many
            default: self = .other
            }
        case "fr": self = magnitude <= 1 ? .one : .other
        default: self = magnitude == 1 ? .one : .other
        }
    }
}
