extension Entity {
    static let agendaItem = Entity(
        "agenda_item", plural: "agenda_items",
        titled("Agenda item", "Point de l’ordre du jour", "بند جدول الأعمال"),
        "One point of a session's agenda.",
        label: "title", columns: ["id", "session", "order", "title", "minutes_planned"],
        identifierPrefix: "ai",
        fields: [
            Field(
                "session", .reference("session"), titled("Session", "Séance", "الجلسة"), "The session.",
                required: true,
                inverse: ("agenda", titled("Agenda", "Ordre du jour", "جدول الأعمال"))),
            Field(
                "order", .integer(0...9999), titled("Order", "Ordre", "الترتيب"), "Its place in the agenda."),
            Field(
                "title", .localizedText, titled("Title", "Titre", "العنوان"), "What is talked about.",
                required: true),
            Field(
                "minutes_planned", .integer(0...100_000),
                titled("Minutes planned", "Minutes prévues", "الدقائق المقررة"),
                "How long it should take, in minutes."),
            Field(
                "speakers", .references("member"), titled("Speakers", "Intervenants", "المتحدثون"),
                "Who speaks.",
                sensitivity: .attribution,
                inverse: ("speaking_items", titled("Speaks on", "Interventions", "المداخلات"))),
            Field(
                "outcome", .localizedText, titled("Outcome", "Conclusion", "النتيجة"), "What came out of it.",
                sensitivity: .attribution),
        ])
}
