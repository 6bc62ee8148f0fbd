import Community
import Documents

extension Words {
    static let english = Words(
        noRows: "No rows.", yes: "yes", no: "no", note: "Note", colon: Language.en.colon, metric: "Metric",
        value: "Value",
        comparedWith: "compared with", target: "target", listSeparator: ", ",
        rows: { $0 == 1 ? "1 row" : "\($0) rows" },
        report: "Report", numbersOfChart: "The numbers", datesOfTimeline: "The dates",
        more: { "\($0) more in the numbers below" }, moreRows: { "and \($0) more" },
        others: "Others", noNumbers: "There are no numbers to draw.",
        charts: [
            .bar: "Bar chart", .stackedBar: "Stacked bar chart", .line: "Line chart", .donut: "Donut chart",
        ],
        timeline: "Timeline", starts: "Starts", ends: "Ends", progress: "Progress", undated: "no dates",
        banners: [
            .open: "Open.", .members: "For members of the community only.",
            .closed: "Confidential: for those whom it concerns only. Do not pass on.",
        ],
        commit: { "State of the community: commit \($0)." },
        highlights: [.danger: "Urgent", .warning: "Attention", .success: "Good", .muted: "Less important"],
        months: MonthNames.english,
        shortMonths: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        quarter: { "Q\($0)" },
        numbers: NumberWriting(decimalSeparator: ".", groupSeparator: ",", percentSign: "%"))

    static let french = Words(
        noRows: "Aucune ligne.", yes: "oui", no: "non", note: "Remarque", colon: Language.fr.colon,
        metric: "Indicateur",
        value: "Valeur", comparedWith: "par rapport à", target: "objectif", listSeparator: ", ",
        rows: { $0 < 2 ? "\($0) ligne" : "\($0) lignes" },
        report: "Rapport", numbersOfChart: "Les chiffres", datesOfTimeline: "Les dates",
        more: { "\($0) de plus dans les chiffres ci-dessous" }, moreRows: { "et \($0) de plus" },
        others: "Autres", noNumbers: "Il n’y a pas de chiffres à représenter.",
        charts: [
            .bar: "Diagramme à barres", .stackedBar: "Diagramme à barres empilées",
            .line: "Courbe", .donut: "Diagramme en anneau",
        ],
        timeline: "Calendrier", starts: "Début", ends: "Fin", progress: "Avancement", undated: "sans dates",
        banners: [
            .open: "Public.", .members: "Réservé aux membres de la communauté.",
            .closed: "Confidentiel\u{A0}: réservé aux personnes concernées. Ne pas transmettre.",
        ],
        commit: { "État de la communauté : enregistrement n° \($0)." },
        highlights: [.danger: "Urgent", .warning: "Attention", .success: "Bon", .muted: "Moins important"],
        months: MonthNames.french,
        shortMonths: [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ],
        quarter: { "T\($0)" },
        // Narrow spaces that lines are not broken at, as French typography has them.
        numbers: NumberWriting(decimalSeparator: ",", groupSeparator: "\u{202F}", percentSign: "\u{202F}%"))

    static let arabic = Words(
        noRows: "لا توجد صفوف.", yes: "نعم", no: "لا", note: "ملاحظة", colon: Language.ar.colon,
        metric: "المؤشر", value: "القيمة",
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
        report: "تقرير", numbersOfChart: "الأرقام", datesOfTimeline: "التواريخ",
        more: { "المزيد في الأرقام أدناه: \($0)" },
        moreRows: { "و\($0) غيرها" },
        others: "أخرى", noNumbers: "لا توجد أرقام لعرضها.",
        charts: [
            .bar: "مخطط شريطي", .stackedBar: "مخطط شريطي مكدس", .line: "مخطط خطي", .donut: "مخطط حلقي",
        ],
        timeline: "مخطط زمني", starts: "البداية", ends: "النهاية", progress: "نسبة الإنجاز",
        undated: "دون تواريخ",
        banners: [
            .open: "مفتوح للجميع.", .members: "لأعضاء المجتمع فقط.",
            .closed: "سري: للمعنيين به فقط. يُرجى عدم تداوله.",
        ],
        commit: { "حالة بيانات المجتمع: التعديل رقم \($0)." },
        highlights: [.danger: "عاجل", .warning: "تنبيه", .success: "جيد", .muted: "أقل أهمية"],
        months: MonthNames.arabic,
        // There are no shorter ones.
        shortMonths: [
            "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
            "نوفمبر", "ديسمبر",
        ],
        quarter: { "الربع \($0)" },
        // As in CLDR, with marks that keep the signs on their side of the digits.
        numbers: NumberWriting(
            decimalSeparator: ".", groupSeparator: ",", percentSign: "\u{200E}%\u{200E}",
            minusSign: "\u{200E}-"))
}
