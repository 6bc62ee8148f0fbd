extension Entity {
    static let objective = Entity(
        "objective", plural: "objectives", titled("Objective", "Objectif", "هدف"),
        "One of the objectives of the framework that the community follows: the 23 of the Global Compact for Migration.",
        label: "label", columns: ["number", "label", "title"], identifierPrefix: "ob",
        fields: [
            Field(
                "number", .integer(1...999), titled("Number", "Numéro", "الرقم"),
                "Its number in the framework.", required: true),
            Field(
                "label", .localizedText, titled("Label", "Libellé", "التسمية"), "A few words for it.",
                required: true),
            Field("title", .localizedText, titled("Title", "Intitulé", "العنوان"), "Its whole title."),
        ])
}
