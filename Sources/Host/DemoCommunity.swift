import Community

/// The community of the demo: the Arab States Regional Workstream on the protection of persons on the move
/// and their right to liberty, as far as two public documents tell of it, and an illustration of how its work
/// could go on, so that every report has something to show. Its records stand in `Demo/*.toml`, each with its
/// source; those of `illustration*.toml` are made up, and say so.
public enum DemoCommunity {
    public static let name: LocalizedText = [
        "en":
            "Arab States Regional Workstream for the Protection of Persons on the Move and Their Right to Liberty",
        "fr":
            "Groupe de travail régional des États arabes pour la protection des personnes en déplacement et leur "
            + "droit à la liberté",
        "ar": "مسار العمل الإقليمي للدول العربية لحماية الأشخاص المتنقلين وحقوقهم في الحرية",
    ]
    public static let language = Language.en

    /// The files, in an order in which people would read them.
    private static var files: [(name: String, bytes: [UInt8])] {
        [
            ("organizations.toml", PackageResources.organizations_toml),
            ("states.toml", PackageResources.states_toml),
            ("members.toml", PackageResources.members_toml),
            ("objectives.toml", PackageResources.objectives_toml),
            ("sessions.toml", PackageResources.sessions_toml),
            ("attendance.toml", PackageResources.attendance_toml),
            ("practices.toml", PackageResources.practices_toml),
            ("action_items.toml", PackageResources.action_items_toml),
            ("illustration.toml", PackageResources.illustration_toml),
            ("illustration_attendance.toml", PackageResources.illustration_attendance_toml),
        ]
    }

    /// The changes that make the community out of an empty one.
    public static func changes(schema: Schema, at: Instant) throws(RecordFileError) -> ChangeSet {
        try changeSet(files, "init --demo", schema, at)
    }

    /// The changes that give an empty community the objectives alone.
    static func objectives(schema: Schema, at: Instant) throws(RecordFileError) -> ChangeSet {
        try changeSet([("objectives.toml", PackageResources.objectives_toml)], "init", schema, at)
    }

    private static func changeSet(
        _ files: [(name: String, bytes: [UInt8])], _ command: String, _ schema: Schema, _ at: Instant
    ) throws(RecordFileError) -> ChangeSet {
        var changes: [Change] = []
        for file in files {
            changes += try RecordFile(
                name: file.name, text: String(decoding: file.bytes, as: UTF8.self), schema: schema
            ).changes
        }
        return ChangeSet(
            changes, origin: ChangeSet.Origin(by: Viewer.operator.name, command: command, at: at))
    }
}
