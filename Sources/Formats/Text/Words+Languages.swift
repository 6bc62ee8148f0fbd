import Community
import Documents

extension Words {
    static let english = Words(
        noRows: "No rows.", yes: "yes", no: "no", note: "Note", metric: "Metric", value: "Value",
        comparedWith: "compared with", target: "target", listSeparator: ", ",
        rows: { $0 == 1 ? "1 row" : "\($0) rows" },
        report: "Report", numbersOfChart: "The numbers", more: { "\($0) more in the numbers below" },
        others: "Others", noNumbers: "There are no numbers to draw.",
        charts: [
            .bar: "Bar chart", .stackedBar: "Stacked bar chart", .line: "Line chart", .donut: "Donut chart",
            .timeline: "Timeline",
        ],
        months: MonthNames.english,
        numbers: NumberWriting(decimalSeparator: ".", groupSeparator: ",", percentSign: "%"))

    static let french = Words(
        noRows: "Aucune ligne.", yes: "oui", no: "non", note: "Remarque", metric: "Indicateur",
        value: "Valeur", comparedWith: "par rapport à", target: "objectif", listSeparator: ", ",
        rows: { $0 < 2 ? "\($0) ligne" : "\($0) lignes" },
        report: "Rapport", numbersOfChart: "Les chiffres",
        more: { "\($0) de plus dans les chiffres ci-dessous" },
        others: "Autres", noNumbers: "Il n’y a pas de chiffres à représenter.",
        charts: [
            .bar: "Diagramme à barres", .stackedBar: "Diagramme à barres empilées",
            .line: "Courbe", .donut: "Diagramme en anneau", .timeline: "Chronologie",
        ],
        months: MonthNames.french,
        // Narrow spaces that lines are not broken at, as French typography has them.
        numbers: NumberWriting(decimalSeparator: ",", groupSeparator: "\u{202F}", percentSign: "\u{202F}%"))

    static let arabic = Words(
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
        },
        report: "تقرير", numbersOfChart: "الأرقام", more: { "المزيد في الأرقام أدناه: \($0)" },
        others: "أخرى", noNumbers: "لا توجد أرقام لعرضها.",
        charts: [
            .bar: "مخطط شريطي", .stackedBar: "مخطط شريطي مكدس", .line: "مخطط خطي", .donut: "مخطط حلقي",
            .timeline: "مخطط زمني",
        ],
        months: MonthNames.arabic,
        // As in CLDR, with marks that keep the signs on their side of the digits.
        numbers: NumberWriting(
            decimalSeparator: ".", groupSeparator: ",", percentSign: "\u{200E}%\u{200E}",
            minusSign: "\u{200E}-"))
}
