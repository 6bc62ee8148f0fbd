import Community
import Testing

/// What becomes of a field that two people changed, each without knowing of the other.
struct MergingTests {
    private static func text(_ texts: [String: String]) -> FieldValue { .localized(LocalizedText(texts)) }

    private static func list(_ items: String) -> FieldValue {
        .list(items.map { .text(String($0)) })
    }

    @Test(
        arguments: [
            // base, there, wanted, merged
            (.text("a"), .text("a"), .text("b"), .text("b")),
            (.text("a"), .text("b"), .text("a"), .text("b")),
            (.text("a"), .text("b"), .text("b"), .text("b")),
            (.text("a"), .text("b"), .text("c"), nil),
            (.null, .integer(1), .integer(2), nil),
            (.integer(1), .null, .integer(2), nil),
            (.integer(1), .null, .null, .null),
            (
                text(["en": "A"]), text(["en": "A", "ar": "أ"]), text(["en": "B"]),
                text(["en": "B", "ar": "أ"])
            ),
            (
                text(["en": "A", "fr": "A"]), text(["en": "A"]), text(["en": "B", "fr": "A"]),
                text(["en": "B"])
            ),
            (text(["en": "A"]), text(["en": "B"]), text(["en": "C"]), nil),
            (text(["en": "A"]), text(["en": "B"]), .null, nil),
            (.null, text(["fr": "A"]), text(["en": "B"]), text(["en": "B", "fr": "A"])),
            (list("ab"), list("abc"), list("abd"), list("abcd")),
            (list("ab"), list("b"), list("abd"), list("bd")),
            (list("ab"), list("b"), list("a"), list("")),
            (list("ab"), list("b"), list("b"), list("b")),
            (.null, list("a"), list("b"), list("ab")),
            (list("a"), .null, list("ab"), list("b")),
            // Both replaced the same item, by different ones.
            (list("ab"), list("cb"), list("db"), nil),
            (list("ab"), list("cb"), list("cb"), list("cb")),
            // One changed the order.
            (list("ab"), list("ba"), list("abc"), nil),
            (list("ab"), list("abc"), list("ba"), nil),
            (list("ab"), list("ba"), list("ab"), list("ba")),
        ] as [(FieldValue, FieldValue, FieldValue, FieldValue?)])
    func `a field merges where neither undoes what the other did`(
        base: FieldValue, there: FieldValue, wanted: FieldValue, merged: FieldValue?
    ) {
        #expect(FieldValue.merged(base: base, there: there, wanted: wanted) == merged)
        // Whoever comes first, nothing is lost; only the order of added items tells who did.
        let other = FieldValue.merged(base: base, there: wanted, wanted: there)
        #expect((other == nil) == (merged == nil))
        if case .list(let items)? = merged, case .list(let others)? = other {
            #expect(Set(items) == Set(others))
        } else {
            #expect(other == merged)
        }
    }
}
