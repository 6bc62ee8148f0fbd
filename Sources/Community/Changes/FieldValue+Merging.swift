extension FieldValue {
    /// What a field becomes when two people changed it, each without knowing of the other: nothing that
    /// either of them wrote is lost.
    ///
    /// - A text in several languages merges language by language.
    /// - A list merges item by item: what one added or removed stays added or removed. Not where one of
    ///   them changed the order of items and the other anything at all, nor where both replaced the same
    ///   item: each meant theirs to be there in its place.
    /// - Anything else merges only where one of them left it as it was, or both made it the same.
    ///
    /// - Parameters:
    ///   - base: what both began with.
    ///   - there: what the first made of it.
    ///   - wanted: what the second makes of it.
    /// - Returns: nil where one would undo what the other did.
    public static func merged(base: FieldValue, there: FieldValue, wanted: FieldValue) -> FieldValue? {
        if wanted == there || wanted == base { return there }
        if there == base { return wanted }
        switch (base.asText, there.asText, wanted.asText) {
        case (let base?, let there?, let wanted?):
            return merged(base, there, wanted).map(FieldValue.localized)
        default: break
        }
        switch (base.asList, there.asList, wanted.asList) {
        case (let base?, let there?, let wanted?): return merged(base, there, wanted).map(FieldValue.list)
        default: return nil
        }
    }

    private static func merged(
        _ base: LocalizedText, _ there: LocalizedText, _ wanted: LocalizedText
    ) -> LocalizedText? {
        var result: [String: String] = [:]
        for language in Set(base.texts.keys).union(there.texts.keys).union(wanted.texts.keys) {
            let (old, first, second) = (base.texts[language], there.texts[language], wanted.texts[language])
            if first == second || second == old {
                result[language] = first
            } else if first == old {
                result[language] = second
            } else {
                return nil
            }
        }
        return LocalizedText(result)
    }

    private static func merged(
        _ base: [FieldValue], _ there: [FieldValue], _ wanted: [FieldValue]
    ) -> [FieldValue]? {
        let (old, first, second) = (Set(base), Set(there), Set(wanted))
        // The order of what is left of the base's items.
        guard base.filter(first.contains) == there.filter(old.contains),
            base.filter(second.contains) == wanted.filter(old.contains)
        else { return nil }
        let removedByBoth = old.subtracting(first).intersection(old.subtracting(second))
        let added = wanted.filter { !old.contains($0) && !first.contains($0) }
        let addedThere = first.subtracting(old).subtracting(second)
        if !removedByBoth.isEmpty, !added.isEmpty, !addedThere.isEmpty { return nil }
        return there.filter { !old.contains($0) || second.contains($0) } + added
    }

    private var asText: LocalizedText? {
        switch self {
        case .null: [:]
        case .localized(let text): text
        default: nil
        }
    }

    private var asList: [FieldValue]? {
        switch self {
        case .null: []
        case .list(let items): items
        default: nil
        }
    }
}
