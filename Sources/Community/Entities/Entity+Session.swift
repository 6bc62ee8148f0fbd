extension Entity {
    static let session = Entity(
        "session", plural: "sessions", titled("Session", "Séance", "جلسة"),
        "A meeting of the community: a talk, a workshop, a training.",
        label: "title", columns: ["id", "title", "kind", "status", "starts_at", "confidentiality"],
        identifierPrefix: "s",
        fields: [
            Field(
                "title", .localizedText, titled("Title", "Titre", "العنوان"), "What it is about.",
                required: true),
            Field(
                "kind",
                .choice([
                    Choice("talk", "Talk", "Débat", "حوار"),
                    Choice("workshop", "Workshop", "Atelier", "ورشة عمل"),
                    Choice("training", "Training", "Formation", "تدريب"),
                    Choice("expert_meeting", "Expert meeting", "Réunion d’experts", "اجتماع خبراء"),
                    Choice("working_group", "Working group", "Groupe de travail", "فريق عامل"),
                    Choice("review", "Review", "Examen", "استعراض"),
                    Choice("launch", "Launch", "Lancement", "إطلاق"),
                    Choice("other", "Other", "Autre", "أخرى"),
                ]), titled("Kind", "Type", "النوع"), "What sort of meeting it is.", required: true),
            Field("series", .text, titled("Series", "Série", "السلسلة"), "The series that it belongs to."),
            Field(
                "status",
                .choice([
                    Choice("draft", "Draft", "Brouillon", "مسودة"),
                    Choice("proposed", "Proposed", "Proposée", "مقترحة"),
                    Choice("scheduled", "Scheduled", "Programmée", "مجدولة"),
                    Choice("held", "Held", "Tenue", "منعقدة"),
                    Choice("postponed", "Postponed", "Reportée", "مؤجلة"),
                    Choice("cancelled", "Cancelled", "Annulée", "ملغاة"),
                ]), titled("Status", "Statut", "الحالة"), "How far it is.", required: true,
                default: .text("draft")),
            Field(
                "starts_at", .instant, titled("Starts at", "Début", "البداية"),
                "When it starts, in UTC; shown in its own time zone."),
            Field(
                "time_zone", .timeZone, titled("Time zone", "Fuseau horaire", "المنطقة الزمنية"),
                "The IANA time zone in which the start was agreed."),
            Field(
                "duration", .integer(0...100_000), titled("Duration", "Durée", "المدة"),
                "How long it lasts, in minutes."),
            Field(
                "recurrence", .text, titled("Recurrence", "Récurrence", "التكرار"),
                "How it repeats: an RRULE of RFC 5545."),
            Field(
                "format",
                .choice([
                    Choice("in_person", "In person", "En présentiel", "حضوري"),
                    Choice("online", "Online", "En ligne", "عن بعد"),
                    Choice("hybrid", "Hybrid", "Hybride", "حضوري وعن بعد"),
                ]), titled("Format", "Modalité", "الصيغة"), "Where people take part."),
            Field("venue", .localizedText, titled("Venue", "Lieu", "المكان"), "The place."),
            Field(
                "link", .text, titled("Link", "Lien", "الرابط"), "The address for those who join online.",
                sensitivity: .confidential),
            Field(
                "confidentiality", .confidentiality, titled("Confidentiality", "Confidentialité", "السرية"),
                "Who may know of it.", required: true, default: .text("members")),
            Field(
                "chatham_house", .boolean,
                titled("Chatham House rule", "Règle de Chatham House", "قاعدة تشاتام هاوس"),
                "Whether who said what stays in the room.", required: true, default: .boolean(false)),
            Field(
                "interpretation", .languages, titled("Interpretation", "Interprétation", "الترجمة الفورية"),
                "The languages with interpretation: ISO 639 codes."),
            Field(
                "hosts", .references("organization"), titled("Hosts", "Organisateurs", "الجهات المضيفة"),
                "The organizations that convene it.",
                inverse: (
                    "hosted_sessions", titled("Hosted sessions", "Séances organisées", "الجلسات المستضافة")
                )),
            Field(
                "chairs", .references("member"), titled("Chairs", "Présidence", "الرؤساء"), "Who chairs it.",
                inverse: (
                    "chaired_sessions", titled("Chaired sessions", "Séances présidées", "الجلسات المترأسة")
                )),
            Field(
                "objectives", .references("objective"), titled("Objectives", "Objectifs", "الأهداف"),
                "The objectives it serves.",
                inverse: ("sessions", titled("Sessions", "Séances", "الجلسات"))),
            Field(
                "capacity", .integer(0...1_000_000), titled("Capacity", "Capacité", "السعة"),
                "How many can take part."),
            Field(
                "summary", .localizedText, titled("Summary", "Résumé", "الملخص"),
                "What happens, or happened, in it."),
            Field(
                "minutes", .localizedText, titled("Minutes", "Procès-verbal", "المحضر"), "The minutes.",
                sensitivity: .confidential),
            Field(
                "invited_organizations",
                .path(["attendance", "member", "organization"], entity: "organization"),
                titled("Invited organizations", "Organisations invitées", "الجهات المدعوة"),
                "The organizations of those invited."),
        ])
}
