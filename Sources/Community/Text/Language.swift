/// The languages in which Halqa itself speaks. Texts of a community may be in others as well.
public enum Language: String, Sendable, CaseIterable {
    case ar, en, fr

    /// The language of what has no other: the host's messages, a community that chose none.
    public static let `default` = Language.en

    /// What stands between a label and its value, before a space. In French it has a space before it, at which no
    /// line is broken.
    public var colon: String { self == .fr ? "\u{A0}:" : ":" }
}
