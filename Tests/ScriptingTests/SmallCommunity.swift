import Community

/// A few records of every entity, so chosen that each way to read has something to tell apart.
enum SmallCommunity {
    static var records: [Change] {
        get throws { try organizations + members + objectives + sessions + practices + items }
    }

    private static var organizations: [Change] {
        get throws {
            [
                try record(
                    "organization", "jor",
                    [
                        "kind": "state", "country": "JOR", "time_zone": "Asia/Amman",
                        "weekend": "friday, saturday", "languages": "ar, en",
                    ], texts: ["name": ["en": "Jordan", "fr": "Jordanie", "ar": "الأُردن"]]),
                try record(
                    "organization", "lbn",
                    [
                        "kind": "state", "country": "LBN", "time_zone": "Asia/Beirut",
                        "weekend": "saturday, sunday", "languages": "ar, fr",
                    ], texts: ["name": ["en": "Lebanon", "fr": "Liban", "ar": "لبنان"]]),
                try record(
                    "organization", "unhcr", ["kind": "un_agency", "weekend": "saturday, sunday"],
                    texts: ["name": ["en": "UNHCR", "fr": "HCR"]]),
                try record("organization", "iom", ["kind": "un_agency"], texts: ["name": ["en": "IOM"]]),
            ]
        }
    }

    private static var members: [Change] {
        get throws {
            [
                try record(
                    "member", "adm",
                    [
                        "name": "Administrator", "organization": "unhcr", "role": "admin",
                        "time_zone": "Europe/Zurich", "language": "en",
                    ]),
                try record(
                    "member", "fp-jor",
                    [
                        "name": "Focal point, Jordan", "organization": "jor", "role": "focal_point",
                        "email": "fp@jor.example", "language": "ar", "term_start": "2023-01-01",
                        "term_end": "2024-12-31",
                    ], texts: ["position": ["en": "Director", "fr": "Directrice", "ar": "مديرة"]]),
                try record(
                    "member", "alt-jor",
                    [
                        "name": "Alternate, Jordan", "organization": "jor", "role": "member",
                        "alternate_for": "fp-jor",
                    ]),
                try record(
                    "member", "old-jor",
                    [
                        "name": "Former focal point, Jordan", "organization": "jor", "role": "focal_point",
                        "active": "false",
                    ]),
                try record(
                    "member", "fp-lbn",
                    [
                        "name": "Focal point, Lebanon", "organization": "lbn", "role": "focal_point",
                        "email": "fp@lbn.example", "language": "fr",
                    ]),
            ]
        }
    }

    private static var objectives: [Change] {
        get throws {
            [
                try record(
                    "objective", "9", ["number": "9"],
                    texts: [
                        "title": ["en": "Smuggling of migrants"],
                        "label": ["en": "Smuggling", "fr": "Trafic illicite"],
                    ]),
                try record(
                    "objective", "13", ["number": "13"],
                    texts: ["title": ["en": "Detention as a last resort"], "label": ["en": "Detention"]]),
            ]
        }
    }

    private static var sessions: [Change] {
        get throws {
            [
                try record(
                    "session", "talk",
                    [
                        "kind": "talk", "status": "held", "starts_at": "2023-09-25T11:00:00Z",
                        "time_zone": "Asia/Beirut", "duration": "90", "format": "hybrid",
                        "confidentiality": "closed", "interpretation": "ar, en, fr", "hosts": "unhcr, jor",
                        "chairs": "fp-jor, adm", "objectives": "13, 9",
                    ],
                    texts: [
                        "title": ["en": "Talk on detention", "fr": "Débat sur la détention"],
                        "summary": ["en": "Alternatives to *detention*."],
                    ]),
                try record(
                    "session", "training",
                    [
                        "kind": "training", "status": "scheduled", "starts_at": "2024-07-05T08:00:00Z",
                        "time_zone": "Asia/Amman", "duration": "120", "format": "online",
                        "confidentiality": "members", "hosts": "iom",
                    ], texts: ["title": ["en": "Training of border guards"]]),
                try record(
                    "agenda_item", "ag-1", ["session": "talk", "order": "1", "speakers": "fp-jor"],
                    texts: ["title": ["en": "Opening"]]),
                try record(
                    "agenda_item", "ag-2", ["session": "talk", "order": "2", "minutes_planned": "60"],
                    texts: ["title": ["en": "Discussion"]]),
                try record(
                    "attendance", "at-1",
                    ["session": "talk", "member": "fp-jor", "role": "chair", "response": "accepted"]),
                try record(
                    "attendance", "at-2", ["session": "talk", "member": "fp-lbn", "response": "pending"]),
                try record(
                    "attendance", "at-3",
                    ["session": "training", "member": "alt-jor", "response": "accepted"]),
            ]
        }
    }

    private static var practices: [Change] {
        get throws {
            [
                try record(
                    "practice", "case-management",
                    [
                        "kind": "practice", "organizations": "jor", "contact": "fp-jor",
                        "status": "published",
                        "confidentiality": "open", "countries": "JOR", "populations": "children, women",
                        "principles": "child_sensitive",
                    ],
                    texts: [
                        "title": ["en": "Case management", "fr": "Gestion de cas", "ar": "إدارة الحالات"],
                        "summary": ["en": "Alternatives to the detention of children."],
                    ]),
                try record(
                    "practice", "case-management-lbn",
                    [
                        "kind": "practice", "organizations": "lbn, unhcr", "status": "published",
                        "adapted_from": "case-management",
                    ], texts: ["title": ["en": "Case management, adapted"]]),
            ]
        }
    }

    private static var items: [Change] {
        get throws {
            [
                try record(
                    "action_item", "a-1",
                    [
                        "kind": "recommendation", "status": "open", "owners": "jor, unhcr", "session": "talk",
                        "due": "2024-05-01", "starts": "2024-01-01", "priority": "5", "progress": "20",
                        "tags": "borders, training", "assignee": "fp-jor", "objectives": "9, 13",
                    ],
                    texts: [
                        "title": ["en": "Train border guards", "fr": "Former les gardes-frontières"],
                        "remarks": ["en": "Begun."],
                    ]),
                try record(
                    "action_item", "a-2",
                    [
                        "kind": "activity", "status": "in_progress", "owners": "jor", "session": "talk",
                        "due": "2024-06-15", "priority": "9", "progress": "60", "parent": "a-1",
                        "assignee": "alt-jor", "practice": "case-management",
                    ], texts: ["title": ["en": "Write a manual"]]),
                try record(
                    "action_item", "a-3",
                    [
                        "kind": "commitment", "status": "done", "owners": "lbn", "due": "2024-03-31",
                        "progress": "100", "partners": "iom",
                    ], texts: ["title": ["en": "Adopt a protocol"]]),
                try record(
                    "action_item", "a-4", ["kind": "task", "status": "blocked", "owners": "lbn, iom"],
                    texts: ["title": ["en": "Find a venue"]]),
                try record(
                    "action_item", "a-5",
                    ["kind": "task", "status": "open", "due": "2024-08-31", "progress": "40"],
                    texts: ["title": ["en": "étude: review of laws"]]),
                try record(
                    "progress_report", "r-1",
                    [
                        "action_item": "a-1", "at": "2024-04-01T09:00:00Z", "by": "fp-jor",
                        "status": "open", "progress": "20",
                    ], texts: ["obstacle": ["en": "No trainers."]]),
            ]
        }
    }
}
