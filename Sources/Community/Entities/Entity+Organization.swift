extension Entity {
    static let organization = Entity(
        "organization", plural: "organizations", titled("Organization", "Organisation", "جهة"),
        "A state, an agency or another body that takes part in the community.",
        label: "name", columns: ["id", "name", "kind", "country", "time_zone"], identifierPrefix: "o",
        fields: [
            Field(
                "kind",
                .choice([
                    Choice("state", "State", "État", "دولة"),
                    Choice(
                        "un_agency", "United Nations agency", "Organisme des Nations Unies", "وكالة أممية"),
                    Choice(
                        "intergovernmental", "Intergovernmental organization",
                        "Organisation intergouvernementale", "منظمة حكومية دولية"),
                    Choice(
                        "ngo", "Non-governmental organization", "Organisation non gouvernementale",
                        "منظمة غير حكومية"),
                    Choice("academia", "Academia", "Milieu universitaire", "مؤسسة أكاديمية"),
                    Choice("youth_council", "Youth council", "Conseil de jeunes", "مجلس شبابي"),
                    Choice("other", "Other", "Autre", "أخرى"),
                ]), titled("Kind", "Type", "النوع"), "What sort of body it is.", required: true),
            Field("name", .localizedText, titled("Name", "Nom", "الاسم"), "Its short name.", required: true),
            Field(
                "country", .text, titled("Country", "Pays", "البلد"),
                "The country it is, or is seated in: ISO 3166-1 alpha-3."),
            Field(
                "time_zone", .timeZone, titled("Time zone", "Fuseau horaire", "المنطقة الزمنية"),
                "The IANA time zone of its people, unless they have their own."),
            Field(
                "weekend", .weekdays, titled("Weekend", "Week-end", "عطلة نهاية الأسبوع"),
                "The weekdays on which it does not work."),
            Field(
                "languages", .languages, titled("Languages", "Langues", "اللغات"),
                "The languages it works in: ISO 639 codes."),
            Field(
                "active", .boolean, titled("Active", "Active", "نشطة"), "Whether it still takes part.",
                required: true, default: .boolean(true)),
        ])
}
