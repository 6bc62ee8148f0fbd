import Community

/// The words that the host itself puts into documents, in its languages.
enum HostWord {
    static func overlapping(_ session: Session) -> String {
        session.text([
            "en": "A record counts once in each of its groups.",
            "fr": "Un élément compte une fois dans chacun de ses groupes.",
            "ar": "يُحتسب كل سجل مرة واحدة في كل مجموعة ينتمي إليها.",
        ])
    }

    /// What a number of a group is called: `count`, `sum_progress`.
    static func title(of aggregate: String, _ session: Session) -> String {
        let names: [String: LocalizedText] = [
            "count": ["en": "Count", "fr": "Nombre", "ar": "العدد"],
            "sum": ["en": "Sum", "fr": "Somme", "ar": "المجموع"],
            "average": ["en": "Average", "fr": "Moyenne", "ar": "المتوسط"],
            "min": ["en": "Least", "fr": "Minimum", "ar": "الأدنى"],
            "max": ["en": "Greatest", "fr": "Maximum", "ar": "الأقصى"],
        ]
        let name = String(aggregate.prefix { $0 != "_" })
        return names[name].map(session.text) ?? aggregate
    }
}
