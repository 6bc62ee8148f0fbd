extension Entity {
    static let member = Entity(
        "member", plural: "members", titled("Member", "Membre", "عضو"),
        "A person who takes part for an organization.",
        label: "name", columns: ["id", "name", "organization", "role", "position"], identifierPrefix: "m",
        fields: [
            Field(
                "name", .text, titled("Name", "Nom", "الاسم"), "What the person is called.", required: true),
            Field(
                "organization", .reference("organization"), titled("Organization", "Organisation", "الجهة"),
                "Whom the person speaks for.", required: true,
                inverse: ("members", titled("Members", "Membres", "الأعضاء"))),
            Field(
                "role", .choice(Role.choices), titled("Role", "Rôle", "الدور"), "What the person may do.",
                required: true, default: .text(Role.member.rawValue)),
            Field(
                "position", .localizedText, titled("Position", "Fonction", "المنصب"),
                "The person's post in the organization."),
            Field(
                "email", .text, titled("E-mail", "Courriel", "البريد الإلكتروني"), "Where messages go.",
                sensitivity: .personal),
            Field(
                "phone", .text, titled("Phone", "Téléphone", "الهاتف"), "A telephone number.",
                sensitivity: .personal),
            Field(
                "language", .text, titled("Language", "Langue", "اللغة"),
                "The language that the person reads: an ISO 639 code."),
            Field(
                "time_zone", .timeZone, titled("Time zone", "Fuseau horaire", "المنطقة الزمنية"),
                "The person's IANA time zone: their own, else the organization's.",
                inheriting: "organization.time_zone"),
            Field(
                "term_start", .day, titled("Term starts", "Début du mandat", "بداية الولاية"),
                "The first day of the person's term."),
            Field(
                "term_end", .day, titled("Term ends", "Fin du mandat", "نهاية الولاية"),
                "The last day of the person's term.", notBefore: "term_start"),
            Field(
                "alternate_for", .reference("member"), titled("Alternate for", "Suppléance de", "نائب عن"),
                "The member for whom this one stands in.",
                inverse: ("alternates", titled("Alternates", "Suppléants", "النواب"))),
            Field(
                "active", .boolean, titled("Active", "Actif", "نشط"), "Whether the person still takes part.",
                required: true, default: .boolean(true)),
        ])
}
