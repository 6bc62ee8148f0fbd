/// What a value of a field must be.
///
/// For a field with several values (owners, tags) `isOneOf` and `has` ask whether any of them is.
/// Values are of the field's type; a record is a `.reference` or a `.key`.
public enum Condition: Sendable, Hashable {
    case isOneOf([FieldValue])
    /// Also true where the field has no value.
    case isNoneOf([FieldValue])
    case isBefore(FieldValue)
    case isAfter(FieldValue)
    case isAtMost(FieldValue)
    case isAtLeast(FieldValue)
    /// Both ends included.
    case isBetween(FieldValue, FieldValue)
    /// The text has this one within it, whatever its case, accents and vowel marks.
    case contains(String)
    case has(FieldValue)
    case isPresent
    case isAbsent

    public static func equals(_ value: FieldValue) -> Condition { .isOneOf([value]) }
}
