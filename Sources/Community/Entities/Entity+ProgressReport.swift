extension Entity {
    static let progressReport = Entity(
        "progress_report", plural: "progress_reports",
        titled("Progress report", "Rapport d’étape", "تقرير مرحلي"),
        "What the regular review noted of an action item: progress, obstacles, solutions.",
        label: "action_item", columns: ["id", "action_item", "at", "by", "status", "progress"],
        identifierPrefix: "r",
        fields: [
            Field(
                "action_item", .reference("action_item"), titled("Action item", "Action", "بند العمل"),
                "The item.",
                required: true,
                inverse: (
                    "progress_reports", titled("Progress reports", "Rapports d’étape", "التقارير المرحلية")
                )),
            Field("at", .instant, titled("At", "Date", "التاريخ"), "When it was reported.", required: true),
            Field(
                "by", .reference("member"), titled("By", "Par", "بواسطة"), "Who reported.",
                inverse: (
                    "progress_reports", titled("Progress reports", "Rapports d’étape", "التقارير المرحلية")
                )),
            Field(
                "status", .actionStatus, titled("Status", "Statut", "الحالة"),
                "The item's status at that time."),
            Field(
                "progress", .integer(0...100), titled("Progress", "Avancement", "التقدم"),
                "In percent, at that time."),
            Field(
                "achievement", .localizedText, titled("Achievement", "Résultat", "المنجز"),
                "What was reached."),
            Field(
                "obstacle", .localizedText, titled("Obstacle", "Obstacle", "العائق"), "What is in the way."),
            Field(
                "next_step", .localizedText, titled("Next step", "Prochaine étape", "الخطوة التالية"),
                "What comes next."),
        ])
}
