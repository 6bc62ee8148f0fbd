extension Entity {
    static let practice = Entity(
        "practice", plural: "practices", titled("Practice", "Pratique", "ممارسة"),
        "What a state or agency does and shares: a practice, a challenge, a lesson, an achievement.",
        label: "title", columns: ["id", "title", "kind", "status", "organizations"], identifierPrefix: "p",
        fields: [
            Field(
                "kind",
                .choice([
                    Choice("practice", "Practice", "Pratique", "ممارسة"),
                    Choice("challenge", "Challenge", "Défi", "تحدٍّ"),
                    Choice("lesson", "Lesson learned", "Enseignement", "درس مستفاد"),
                    Choice("achievement", "Achievement", "Réalisation", "إنجاز"),
                ]), titled("Kind", "Type", "النوع"), "What sort of experience it is.", required: true,
                default: .text("practice")),
            Field(
                "title", .localizedText, titled("Title", "Titre", "العنوان"), "A line for it.", required: true
            ),
            Field("summary", .localizedText, titled("Summary", "Résumé", "الملخص"), "A paragraph."),
            Field(
                "description", .localizedText, titled("Description", "Description", "الوصف"),
                "The whole of it."),
            Field(
                "organizations", .references("organization"),
                titled("Organizations", "Organisations", "الجهات"),
                "Whose practice it is.",
                inverse: ("practices", titled("Practices", "Pratiques", "الممارسات"))),
            Field(
                "contact", .reference("member"), titled("Contact", "Contact", "جهة الاتصال"),
                "Whom to ask about it.",
                inverse: ("contact_practices", titled("Contact for", "Contact pour", "مسؤول الاتصال عن"))),
            Field(
                "countries", .texts, titled("Countries", "Pays", "البلدان"),
                "Where it is done: ISO 3166-1 alpha-3."),
            Field(
                "objectives", .references("objective"), titled("Objectives", "Objectifs", "الأهداف"),
                "The objectives it serves.",
                inverse: ("practices", titled("Practices", "Pratiques", "الممارسات"))),
            Field(
                "principles", .principles,
                titled("Guiding principles", "Principes directeurs", "المبادئ التوجيهية"),
                "The guiding principles of the Global Compact that it follows."),
            Field(
                "populations", .populations, titled("Populations", "Populations", "الفئات"),
                "Whom it protects."),
            Field("started", .day, titled("Started", "Début", "البداية"), "Its first day."),
            Field("ended", .day, titled("Ended", "Fin", "النهاية"), "Its last day.", notBefore: "started"),
            Field(
                "status",
                .choice([
                    Choice("draft", "Draft", "Brouillon", "مسودة"),
                    Choice("submitted", "Submitted", "Soumise", "مقدمة"),
                    Choice("in_review", "In review", "En examen", "قيد المراجعة"),
                    Choice("published", "Published", "Publiée", "منشورة"),
                    Choice("archived", "Archived", "Archivée", "مؤرشفة"),
                ]), titled("Status", "Statut", "الحالة"), "How far its review is.", required: true,
                default: .text("draft")),
            Field(
                "confidentiality", .confidentiality, titled("Confidentiality", "Confidentialité", "السرية"),
                "Who may read it once it is published.", required: true, default: .text("members")),
            Field(
                "source", .text, titled("Source", "Source", "المصدر"), "Where it is described: an address."),
            Field(
                "languages", .languages, titled("Languages", "Langues", "اللغات"),
                "The languages it is described in: ISO 639 codes."),
            Field(
                "adapted_from", .reference("practice"), titled("Adapted from", "Adaptée de", "مقتبسة من"),
                "The practice that it adapts.",
                inverse: ("adaptations", titled("Adaptations", "Adaptations", "الاقتباسات"))),
            Field("tags", .texts, titled("Tags", "Mots-clés", "الوسوم"), "Words to find it by."),
        ])
}
