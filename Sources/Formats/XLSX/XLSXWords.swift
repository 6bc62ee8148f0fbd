import Community

/// The host's own words that only a workbook has. A language that it does not speak gets those of the
/// default one.
struct XLSXWords: Sendable {
    let overview: String
    let table: String
    let chart: String
    /// The columns of what a timeline's bars are made of: where they begin, and how many days they take.
    let drawnFrom: String
    let drawnDays: String
    let continuesOn: @Sendable (_ sheet: String) -> String
    let beginsOn: @Sendable (_ sheet: String) -> String
    let notDrawn: @Sendable (_ series: Int, _ points: Int) -> String
    let cutTexts: @Sendable (_ count: Int, _ limit: Int) -> String

    static func of(_ language: String) -> XLSXWords {
        let primary = String(language.prefix { $0 != "-" }).lowercased()
        switch Language(rawValue: primary) ?? .default {
        case .ar: return arabic
        case .en: return english
        case .fr: return french
        }
    }

    private static let english = XLSXWords(
        overview: "Overview", table: "Table", chart: "Chart", drawnFrom: "Bar from", drawnDays: "Bar in days",
        continuesOn: { "This table continues on the sheet “\($0)”." },
        beginsOn: { "This table begins on the sheet “\($0)”." },
        notDrawn: { "A chart shows \($0) series and \($1) values at most; here are the numbers." },
        cutTexts: { "Texts that end in […] were cut, because a cell holds \($1) characters: \($0)" })

    private static let french = XLSXWords(
        overview: "Aperçu", table: "Tableau", chart: "Graphique",
        drawnFrom: "Barre à partir du", drawnDays: "Barre en jours",
        continuesOn: { "Ce tableau continue sur la feuille «\u{A0}\($0)\u{A0}»." },
        beginsOn: { "Ce tableau commence sur la feuille «\u{A0}\($0)\u{A0}»." },
        notDrawn: { "Un graphique montre au plus \($0) séries et \($1) valeurs\u{A0}; voici les chiffres." },
        cutTexts: {
            "Textes coupés, qui se terminent par […] parce qu’une cellule contient \($1) caractères\u{A0}: \($0)"
        })

    private static let arabic = XLSXWords(
        overview: "نظرة عامة", table: "جدول", chart: "رسم بياني",
        drawnFrom: "بداية الشريط", drawnDays: "أيام الشريط",
        continuesOn: { "يتواصل هذا الجدول في الورقة «\($0)»." },
        beginsOn: { "يبدأ هذا الجدول في الورقة «\($0)»." },
        notDrawn: { "لا يعرض الرسم أكثر من \($0) سلسلة و\($1) قيمة، وهذه هي الأرقام." },
        cutTexts: { "نصوص مقتطعة تنتهي بالعلامة […] لأن الخلية تتسع لـ \($1) حرفًا: \($0)" })
}
