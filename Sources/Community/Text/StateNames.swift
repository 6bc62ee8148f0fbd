/// What the member states of the League of Arab States are called, by their codes (ISO 3166-1 alpha-3): in files people
/// write Syria, KSA or الإمارات. What is displayed are the names that a community gives its organizations.
///
/// Sources: the names of territories of the Unicode CLDR 47 in English, French and Arabic; the formal names that the states
/// bear at the United Nations; abbreviations and shorter names in common use in workplans and contact lists.
public enum StateNames {
    /// The code of the state that is called so, in whatever case, with or without accents, vowel marks and points; nil where
    /// none is.
    public static func code(of name: String) -> String? { codes[SearchFold.letters(of: name)] }

    private static let names: [(code: String, names: [String])] = [
        (
            "DZA",
            [
                "Algeria", "Algérie", "الجزائر", "People’s Democratic Republic of Algeria",
                "République algérienne démocratique et populaire", "الجمهورية الجزائرية الديمقراطية الشعبية",
            ]
        ),
        (
            "BHR",
            ["Bahrain", "Bahreïn", "البحرين", "Kingdom of Bahrain", "Royaume de Bahreïn", "مملكة البحرين"]
        ),
        (
            "COM",
            [
                "Comoros", "The Comoros", "Comores", "Les Comores", "جزر القمر", "Union of the Comoros",
                "Union des Comores", "الاتحاد القمري", "اتحاد جزر القمر", "القمر المتحدة",
            ]
        ),
        ("DJI", ["Djibouti", "جيبوتي", "Republic of Djibouti", "République de Djibouti", "جمهورية جيبوتي"]),
        (
            "EGY",
            [
                "Egypt", "Égypte", "مصر", "Arab Republic of Egypt", "République arabe d’Égypte",
                "جمهورية مصر العربية",
            ]
        ),
        (
            "IRQ",
            ["Iraq", "Irak", "العراق", "Republic of Iraq", "République d’Iraq", "جمهورية العراق"]
        ),
        (
            "JOR",
            [
                "Jordan", "Jordanie", "الأردن", "Hashemite Kingdom of Jordan",
                "Royaume hachémite de Jordanie",
                "المملكة الأردنية الهاشمية",
            ]
        ),
        ("KWT", ["Kuwait", "Koweït", "الكويت", "State of Kuwait", "État du Koweït", "دولة الكويت"]),
        (
            "LBN",
            ["Lebanon", "Liban", "لبنان", "Lebanese Republic", "République libanaise", "الجمهورية اللبنانية"]
        ),
        ("LBY", ["Libya", "Libye", "ليبيا", "State of Libya", "État de Libye", "دولة ليبيا"]),
        (
            "MRT",
            [
                "Mauritania", "Mauritanie", "موريتانيا", "Islamic Republic of Mauritania",
                "République islamique de Mauritanie", "الجمهورية الإسلامية الموريتانية",
            ]
        ),
        (
            "MAR",
            ["Morocco", "Maroc", "المغرب", "Kingdom of Morocco", "Royaume du Maroc", "المملكة المغربية"]
        ),
        ("OMN", ["Oman", "عُمان", "Sultanate of Oman", "Sultanat d’Oman", "سلطنة عمان"]),
        (
            "PSE",
            [
                "Palestine", "فلسطين", "State of Palestine", "État de Palestine", "دولة فلسطين",
                "Palestinian Territories", "Territoires palestiniens", "الأراضي الفلسطينية",
                "Occupied Palestinian Territory", "Territoire palestinien occupé", "الأرض الفلسطينية المحتلة",
                "oPt",
            ]
        ),
        ("QAT", ["Qatar", "قطر", "State of Qatar", "État du Qatar", "دولة قطر"]),
        (
            "SAU",
            [
                "Saudi Arabia", "Saudi", "KSA", "Arabie saoudite", "السعودية", "المملكة العربية السعودية",
                "العربية السعودية", "Kingdom of Saudi Arabia", "Royaume d’Arabie saoudite",
            ]
        ),
        (
            "SOM",
            [
                "Somalia", "Somalie", "الصومال", "Federal Republic of Somalia",
                "République fédérale de Somalie",
                "جمهورية الصومال الاتحادية", "جمهورية الصومال الفيدرالية",
            ]
        ),
        (
            "SDN",
            [
                "Sudan", "The Sudan", "Soudan", "السودان", "Republic of the Sudan", "République du Soudan",
                "جمهورية السودان",
            ]
        ),
        (
            "SYR",
            [
                "Syria", "Syrie", "سوريا", "سورية", "Syrian Arab Republic", "République arabe syrienne",
                "الجمهورية العربية السورية",
            ]
        ),
        (
            "TUN",
            [
                "Tunisia", "Tunisie", "تونس", "Republic of Tunisia", "République tunisienne",
                "الجمهورية التونسية",
            ]
        ),
        (
            "ARE",
            [
                "United Arab Emirates", "The United Arab Emirates", "Emirates", "UAE", "The UAE",
                "Émirats arabes unis", "Les Émirats arabes unis", "Émirats", "Les Émirats", "EAU",
                "الإمارات العربية المتحدة", "الإمارات", "دولة الإمارات", "دولة الإمارات العربية المتحدة",
            ]
        ),
        (
            "YEM",
            ["Yemen", "Yémen", "اليمن", "Republic of Yemen", "République du Yémen", "الجمهورية اليمنية"]
        ),
    ]

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for state in names {
            for name in [state.code] + state.names { codes[SearchFold.letters(of: name)] = state.code }
        }
        return codes
    }()
}
