extension Entity {
    static let actionItem = Entity(
        "action_item", plural: "action_items", titled("Action item", "Action", "بند عمل"),
        "What is to be done: a recommendation, a commitment, an activity of a workplan, a task.",
        label: "title", columns: ["id", "title", "kind", "owners", "status", "due"], identifierPrefix: "a",
        fields: [
            Field(
                "kind",
                .choice([
                    Choice("recommendation", "Recommendation", "Recommandation", "توصية"),
                    Choice("commitment", "Commitment", "Engagement", "التزام"),
                    Choice("activity", "Activity", "Activité", "نشاط"),
                    Choice("task", "Task", "Tâche", "مهمة"),
                ]), titled("Kind", "Type", "النوع"), "What sort of item it is.", required: true,
                default: .text("task")),
            Field(
                "title", .localizedText, titled("Title", "Titre", "العنوان"), "A line for it.", required: true
            ),
            Field(
                "description", .localizedText, titled("Description", "Description", "الوصف"),
                "The whole of it."),
            Field(
                "reference", .text, titled("Reference", "Référence", "المرجع"),
                "Its number where it comes from."),
            Field(
                "framework", .text, titled("Framework", "Cadre", "الإطار"),
                "The workplan or document it belongs to."),
            Field(
                "session", .reference("session"), titled("Session", "Séance", "الجلسة"),
                "The session it came out of.",
                inverse: ("action_items", titled("Action items", "Actions", "بنود العمل"))),
            Field(
                "practice", .reference("practice"), titled("Practice", "Pratique", "الممارسة"),
                "The practice it is about.",
                inverse: ("action_items", titled("Action items", "Actions", "بنود العمل"))),
            Field(
                "parent", .reference("action_item"), titled("Parent", "Action mère", "البند الأصلي"),
                "The item it is a part of.",
                inverse: ("children", titled("Parts", "Sous-actions", "البنود الفرعية"))),
            Field(
                "owners", .references("organization"),
                titled("Responsible", "Responsables", "الجهات المسؤولة"),
                "The organizations that see to it.",
                inverse: ("action_items", titled("Action items", "Actions", "بنود العمل"))),
            Field(
                "assignee", .reference("member"), titled("Assignee", "Chargé", "المكلَّف"),
                "The person who sees to it.",
                inverse: ("assignments", titled("Assignments", "Tâches", "المهام"))),
            Field(
                "partners", .references("organization"), titled("Partners", "Partenaires", "الشركاء"),
                "The organizations that help.",
                inverse: ("supported_items", titled("Supports", "Soutient", "البنود المدعومة"))),
            Field(
                "objectives", .references("objective"), titled("Objectives", "Objectifs", "الأهداف"),
                "The objectives it serves.",
                inverse: ("action_items", titled("Action items", "Actions", "بنود العمل"))),
            Field(
                "status", .actionStatus, titled("Status", "Statut", "الحالة"), "How far it is.",
                required: true, default: .text("open")),
            Field(
                "priority", .integer(0...9), titled("Priority", "Priorité", "الأولوية"),
                "0 (none) to 9 (highest)."),
            Field("starts", .day, titled("Starts", "Début", "البداية"), "The first day of the work."),
            Field(
                "due", .day, titled("Due", "Échéance", "تاريخ الاستحقاق"),
                "The last day by which it is to be done."),
            Field(
                "progress", .integer(0...100), titled("Progress", "Avancement", "التقدم"),
                "How much is done, in percent."),
            Field(
                "remarks", .localizedText, titled("Remarks", "Observations", "ملاحظات"),
                "Progress and remarks, as a workplan has them."),
            Field("tags", .texts, titled("Tags", "Mots-clés", "الوسوم"), "Words to find it by."),
        ])
}
