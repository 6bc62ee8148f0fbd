/// The names of months, from January: as they are written, and all under which they are known.
public enum MonthNames {
    public static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    public static let french = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ]
    public static let arabic = [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
        "ديسمبر",
    ]
    /// In the Levant and Iraq.
    static let levantine = [
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
        "تشرين الثاني", "كانون الأول",
    ]
    /// In Tunisia and Algeria.
    static let maghrebi = [
        "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر",
        "ديسمبر",
    ]
    /// In Morocco and Mauritania, where they differ from all of these.
    private static let moroccan = [
        (7, "يوليوز"), (8, "غشت"), (8, "أغشت"), (9, "شتنبر"), (9, "شتمبر"), (11, "نونبر"), (12, "دجنبر"),
        (12, "دجمبر"),
    ]
    private static let shortened = [
        (9, "Sept"), (1, "janv"), (2, "févr"), (2, "fév"), (4, "avr"), (7, "juil"), (12, "déc"),
    ]

    /// The month, 1 to 12, of a name in Arabic, English or French, in full or shortened, in any case and with
    /// or without accents; nil for a name of none.
    public static func month(named name: String) -> Int? {
        numbers[SearchFold.foldForComparison(name)]
    }

    private static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        for names in [english, french, arabic, levantine, maghrebi] {
            for (index, name) in names.enumerated() {
                numbers[SearchFold.foldForComparison(name)] = index + 1
            }
        }
        for (index, name) in english.enumerated() {
            numbers[name.lowercased().prefix(3).description] = index + 1
        }
        for (number, name) in moroccan + shortened { numbers[SearchFold.foldForComparison(name)] = number }
        return numbers
    }()
}
