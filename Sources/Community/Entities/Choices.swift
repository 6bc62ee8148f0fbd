// Values that several entities share, in the United Nations' own vocabulary.

extension FieldType {
    /// Languages by their ISO 639 codes, of any community.
    static let languages = FieldType.list(of: .text)

    static let confidentiality = FieldType.choice([
        Choice("open", "Open", "Public", "مفتوح"),
        Choice("members", "Members", "Membres", "للأعضاء"),
        Choice("closed", "Closed", "Restreint", "مغلق"),
    ])

    static let actionStatus = FieldType.choice([
        Choice("open", "Open", "À faire", "مفتوح"),
        Choice("in_progress", "In progress", "En cours", "قيد التنفيذ"),
        Choice("blocked", "Blocked", "Bloqué", "متعثر"),
        Choice("done", "Done", "Terminé", "منجز"),
        Choice("cancelled", "Cancelled", "Annulé", "ملغى"),
    ])

    static let weekdays = FieldType.list(
        of: .choice([
            Choice("monday", "Monday", "lundi", "الاثنين"),
            Choice("tuesday", "Tuesday", "mardi", "الثلاثاء"),
            Choice("wednesday", "Wednesday", "mercredi", "الأربعاء"),
            Choice("thursday", "Thursday", "jeudi", "الخميس"),
            Choice("friday", "Friday", "vendredi", "الجمعة"),
            Choice("saturday", "Saturday", "samedi", "السبت"),
            Choice("sunday", "Sunday", "dimanche", "الأحد"),
        ]))

    /// The ten cross-cutting and interdependent guiding principles of the Global Compact for Safe, Orderly
    /// and Regular Migration (A/RES/73/195, paragraph 15).
    static let principles = FieldType.list(
        of: .choice([
            Choice("people_centred", "People-centred", "Priorité à la dimension humaine", "محورية الناس"),
            Choice(
                "international_cooperation", "International cooperation", "Coopération internationale",
                "التعاون الدولي"),
            Choice(
                "national_sovereignty", "National sovereignty", "Souveraineté nationale", "السيادة الوطنية"),
            Choice(
                "rule_of_law", "Rule of law and due process", "Primauté du droit et garanties de procédure",
                "سيادة القانون ومراعاة الأصول القانونية"),
            Choice(
                "sustainable_development", "Sustainable development", "Développement durable",
                "التنمية المستدامة"),
            Choice("human_rights", "Human rights", "Droits de l’homme", "حقوق الإنسان"),
            Choice(
                "gender_responsive", "Gender-responsive", "Prise en compte de la problématique femmes-hommes",
                "مراعاة المنظور الجنساني"),
            Choice("child_sensitive", "Child-sensitive", "Prise en compte de l’enfance", "مراعاة الطفل"),
            Choice(
                "whole_of_government", "Whole-of-government approach", "Action intégrée des pouvoirs publics",
                "نهج الحكومة بأكملها"),
            Choice(
                "whole_of_society", "Whole-of-society approach", "Action intégrée de la société",
                "نهج المجتمع بأكمله"),
        ]))

    static let populations = FieldType.list(
        of: .choice([
            Choice("children", "Children", "Enfants", "الأطفال"),
            Choice("women", "Women", "Femmes", "النساء"),
            Choice(
                "unaccompanied_children", "Unaccompanied and separated children",
                "Enfants non accompagnés ou séparés", "الأطفال غير المصحوبين والمنفصلون عن ذويهم"),
            Choice(
                "trafficking_victims", "Victims of trafficking", "Victimes de la traite",
                "ضحايا الاتجار بالأشخاص"),
            Choice("detainees", "Persons in detention", "Personnes détenues", "المحتجزون"),
            Choice("refugees", "Refugees", "Réfugiés", "اللاجئون"),
            Choice("asylum_seekers", "Asylum-seekers", "Demandeurs d’asile", "طالبو اللجوء"),
            Choice("migrants", "Migrants", "Migrants", "المهاجرون"),
            Choice("migrant_workers", "Migrant workers", "Travailleurs migrants", "العمال المهاجرون"),
            Choice(
                "internally_displaced", "Internally displaced persons", "Personnes déplacées internes",
                "النازحون داخليا"),
            Choice("stateless_persons", "Stateless persons", "Apatrides", "عديمو الجنسية"),
            Choice("youth", "Youth", "Jeunes", "الشباب"),
            Choice("older_persons", "Older persons", "Personnes âgées", "كبار السن"),
            Choice(
                "persons_with_disabilities", "Persons with disabilities", "Personnes handicapées",
                "الأشخاص ذوو الإعاقة"),
        ]))
}
