import Community

/// The host's own words in documents. A language that it does not speak gets those of the default one.
struct Words: Sendable {
    let noRows: String
    let yes: String
    let no: String
    let note: String
    let metric: String
    let value: String
    let comparedWith: String
    let target: String
    let listSeparator: String
    /// "3 rows"
    let rows: @Sendable (Int) -> String

    static func of(_ language: String) -> Words {
        let primary = String(language.prefix { $0 != "-" }).lowercased()
        switch Language(rawValue: primary) ?? .default {
        case .ar: return arabic
        case .en: return english
        case .fr: return french
        }
    }

    private static let english = Words(
        noRows: "No rows.", yes: "yes", no: "no", note: "Note", metric: "Metric", value: "Value",
        comparedWith: "compared with", target: "target", listSeparator: ", ",
        rows: { $0 == 1 ? "1 row" : "\($0) rows" })

    private static let french = Words(
        noRows: "Aucune ligne.", yes: "oui", no: "non", note: "Remarque", metric: "Indicateur",
        value: "Valeur", comparedWith: "par rapport à", target: "objectif", listSeparator: ", ",
        rows: { $0 < 2 ? "\($0) ligne" : "\($0) lignes" })

    private static let arabic = Words(
        noRows: "لا توجد صفوف.", yes: "نعم", no: "لا", note: "ملاحظة", metric: "المؤشر", value: "القيمة",
        comparedWith: "مقارنة بـ", target: "المستهدف", listSeparator: "، ",
        rows: { count in
            // CLDR's plural rules: 1, 2, few (…03–10), many (…11–99), other.
            switch (count, count % 100) {
            case (1, _): "صف واحد"
            case (2, _): "صفان"
            case (_, 3...10): "\(count) صفوف"
            case (_, 11...99): "\(count) صفًا"
            default: "\(count) صف"
            }
        })
}
