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

    /// Under a timeline, with what the rows are called.
    static func endsBeforeItStarts(_ labels: String, _ session: Session) -> String {
        session.text([
            "en": "Ends before it starts, so that only the end is shown: \(labels)",
            "fr": "Se termine avant de commencer\u{A0}; seule la fin est donc montrée\u{A0}: \(labels)",
            "ar": "تاريخ النهاية يسبق تاريخ البداية، لذا لا تظهر إلا النهاية: \(labels)",
        ])
    }

    /// The column that names the records behind each row.
    static func records(_ session: Session) -> String {
        session.text(["en": "Records", "fr": "Enregistrements", "ar": "السجلات"])
    }

    /// What stands before the totals of a table, or of a group of its rows.
    static func total(isWhole: Bool, _ session: Session) -> String {
        session.text(
            isWhole
                ? ["en": "Total", "fr": "Total", "ar": "المجموع الكلي"]
                : ["en": "Subtotal", "fr": "Sous-total", "ar": "المجموع الفرعي"])
    }

    /// What totals are that are no sums.
    static func totals(_ kinds: String, _ session: Session) -> String {
        session.text([
            "en": "In the totals – \(kinds).", "fr": "Dans les totaux – \(kinds).",
            "ar": "في صفوف المجاميع – \(kinds).",
        ])
    }

    /// How many rows of a file are passed over, the first of them, and why.
    static func skipped(_ count: Int, _ first: [Int], _ reason: String, _ session: Session) -> String {
        let rest = first.count < count ? ["…"] : []
        let rows =
            first.isEmpty
            ? ""
            : " (\((first.map(String.init) + rest).joined(separator: session.language == "ar" ? "، " : ", ")))"
        let form = PluralForm(Int64(count), language: session.language)
        let arabic =
            switch form {
            case .one: "تم تجاوز صف واحد"
            case .two: "تم تجاوز صفين"
            case .few: "تم تجاوز \(count) صفوف"
            case .many: "تم تجاوز \(count) صفًا"
            case .zero, .other: "تم تجاوز \(count) صف"
            }
        return session.text([
            "en": "\(count) \(form == .one ? "row" : "rows") passed over\(rows): \(reason)",
            "fr":
                "\(count) \(form == .one ? "ligne laissée" : "lignes laissées") de côté\(rows)\u{A0}: \(reason)",
            "ar": "\(arabic)\(rows): \(reason)",
        ])
    }

    /// Why a row is passed over where the transform does not say it.
    static func nothingMade(_ session: Session) -> String {
        session.text([
            "en": "the transform makes nothing of them", "fr": "la transformation n’en fait rien",
            "ar": "لا ينتج عنها شيء في هذا الاستيراد",
        ])
    }

    /// Why a row is passed over that has nothing but a text in merged cells.
    static func heading(_ session: Session) -> String {
        session.text([
            "en": "headings in merged cells", "fr": "titres dans des cellules fusionnées",
            "ar": "عناوين في خلايا مدمجة",
        ])
    }

    static func otherReasons(_ session: Session) -> String {
        session.text(["en": "for other reasons", "fr": "pour d’autres raisons", "ar": "لأسباب أخرى"])
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
