extension Entity {
    static let attendance = Entity(
        "attendance", plural: "attendance", titled("Attendance", "Participation", "الحضور"),
        "One person's invitation to a session, the answer, and whether the person came.",
        label: "member", columns: ["id", "session", "member", "role", "response", "attended"],
        identifierPrefix: "at",
        fields: [
            Field(
                "session", .reference("session"), titled("Session", "Séance", "الجلسة"), "The session.",
                required: true,
                inverse: ("attendance", titled("Attendance", "Participation", "الحضور"))),
            Field(
                "occurrence", .day, titled("Occurrence", "Occurrence", "الموعد"),
                "Which day of a session that repeats."),
            Field(
                "member", .reference("member"), titled("Member", "Membre", "العضو"), "Who is invited.",
                required: true,
                inverse: ("attendance", titled("Attendance", "Participation", "الحضور"))),
            Field(
                "role",
                .choice([
                    Choice("chair", "Chair", "Présidence", "رئيس"),
                    Choice("speaker", "Speaker", "Intervenant", "متحدث"),
                    Choice("participant", "Participant", "Participant", "مشارك"),
                    Choice("interpreter", "Interpreter", "Interprète", "مترجم فوري"),
                    Choice("rapporteur", "Rapporteur", "Rapporteur", "مقرر"),
                    Choice("observer", "Observer", "Observateur", "مراقب"),
                ]), titled("Role", "Rôle", "الدور"), "As what.", sensitivity: .attribution,
                default: .text("participant")),
            Field(
                "invited_at", .instant, titled("Invited at", "Invitation", "تاريخ الدعوة"),
                "When the invitation went out."),
            Field(
                "response",
                .choice([
                    Choice("pending", "Pending", "En attente", "بانتظار الرد"),
                    Choice("accepted", "Accepted", "Acceptée", "مقبولة"),
                    Choice("tentative", "Tentative", "Provisoire", "مبدئية"),
                    Choice("declined", "Declined", "Déclinée", "معتذر عنها"),
                    Choice("delegated", "Delegated", "Déléguée", "مفوضة"),
                ]), titled("Response", "Réponse", "الرد"), "The answer to the invitation.", required: true,
                default: .text("pending")),
            Field(
                "delegate", .reference("member"), titled("Delegate", "Délégué", "المفوَّض"),
                "Who comes instead.",
                inverse: ("delegations", titled("Delegations", "Délégations", "التفويضات"))),
            Field(
                "attended", .boolean, titled("Attended", "Présence", "حضر"),
                "Whether the person came; nothing until known."),
        ])
}
