import Documents
import Testing

/// What a script says of the demo for somebody, on 22 November 2026.
struct ScriptExpectation: CustomTestStringConvertible {
    /// `overdue` of `Scripts`, `follow_up/overdue` of a plugin.
    let script: String
    var parameters: [String: String] = [:]
    /// A member; nil for the operator.
    var viewer: String?
    /// By title.
    let metrics: [String: Cell]
    /// How many rows the tables have, in their order.
    let rows: [Int]
    /// How many rows the timelines have.
    var timelines: [Int] = []
    /// What is written where there is nothing to show.
    var sentence: String?
    var testDescription: String { "\(script) \(parameters) for \(viewer ?? "the operator")" }

    static let all = [
        ScriptExpectation(
            script: "overdue", parameters: ["as_of": "2025-01-31"], metrics: ["Overdue": .integer(2)],
            rows: [2]),
        ScriptExpectation(
            script: "overdue", parameters: ["as_of": "2025-01-31", "owner": "unicef"],
            metrics: ["Overdue": .integer(1)], rows: [1]),
        ScriptExpectation(
            script: "workplan/quarters", parameters: ["year": "2024"],
            metrics: ["Q1": .integer(3), "Q2": .integer(4), "Q3": .integer(3), "Q4": .integer(4)],
            rows: [5, 4], timelines: [5]),
        ScriptExpectation(
            script: "follow_up/overdue", parameters: ["as_of": "2025-01-02"],
            metrics: [
                "Overdue": .integer(1), "Within the days of grace": .integer(1), "Pending": .integer(22),
            ],
            rows: [1]),
        ScriptExpectation(
            script: "follow_up/overdue", parameters: ["owner": "unicef", "kind": "commitment"],
            viewer: "focal-jor",
            metrics: [
                "Overdue": .integer(1), "Within the days of grace": .integer(0), "Pending": .integer(1),
            ],
            rows: [1]),
        ScriptExpectation(
            script: "workplan/quarters",
            metrics: ["Q1": .integer(3), "Q2": .integer(3), "Q3": .integer(3), "Q4": .integer(3)],
            rows: [3, 4], timelines: [3]),
        ScriptExpectation(
            script: "workplan/pillars",
            metrics: [
                "Activities": .integer(9), "Done": .integer(1), "Pillars": .integer(4),
                "Under no priority": .integer(1),
            ], rows: [1, 5, 1, 1, 1]),
        ScriptExpectation(
            script: "workplan/pillars", parameters: ["by": "objective"], viewer: "focal-jor",
            metrics: [
                "Activities": .integer(9), "Done": .integer(1), "Pillars": .integer(1),
                "Under no objective": .integer(8),
            ], rows: [1, 8]),
        ScriptExpectation(
            script: "good_practices/adaptations",
            metrics: [
                "Practices": .integer(4), "Adapted by others": .integer(1), "Adaptations": .integer(1),
                "Not taken up yet": .integer(2),
            ], rows: [1, 2]),
        ScriptExpectation(
            script: "overdue", parameters: ["as_of": "2024-01-01"], metrics: ["Overdue": .integer(0)],
            rows: [],
            sentence: "is overdue"),
        ScriptExpectation(
            script: "workplan/quarters", parameters: ["year": "2031", "owner": "jor"], metrics: [:],
            rows: [],
            sentence: "is planned for this year"),
        ScriptExpectation(
            script: "follow_up/recommendations",
            metrics: [
                "Recommendations": .integer(10), "Done": .integer(0), "Nobody responsible": .integer(10),
                "No due date": .integer(10), "Never reported on": .integer(7),
            ], rows: [3, 10]),
        ScriptExpectation(
            script: "follow_up/recommendations", viewer: "observer",
            metrics: ["Recommendations": .integer(0)], rows: [], sentence: "no recommendation"),
        ScriptExpectation(
            script: "good_practices/by_objective",
            metrics: [
                "Practices": .integer(28), "Without an objective": .integer(19),
                "Objectives covered": .integer(6),
                "Gaps": .integer(17),
            ], rows: [6, 17]),
        // Of the published practices, one is open to all.
        ScriptExpectation(
            script: "good_practices/by_objective", viewer: "observer",
            metrics: [
                "Practices": .integer(1), "Without an objective": .integer(0),
                "Objectives covered": .integer(1),
                "Gaps": .integer(22),
            ], rows: [1, 22]),
        ScriptExpectation(
            script: "session_briefing", parameters: ["session": "gcm-talk-2023-09"],
            metrics: [
                "Invited": .integer(23), "Accepted": .integer(0), "Not answered": .integer(23),
                "Weekend there": .integer(0),
            ], rows: [1, 3, 23, 9]),
        ScriptExpectation(
            script: "participation/focal_points",
            metrics: [
                "Focal points": .integer(31), "Terms ended": .integer(1), "Terms ending soon": .integer(1),
                "Without a term": .integer(28),
                "Organizations without one": .integer(5),
            ], rows: [1, 1, 5, 31]),
        ScriptExpectation(
            script: "participation/focal_points", parameters: ["within": "30"], viewer: "focal-jor",
            metrics: [
                "Focal points": .integer(31), "Terms ended": .integer(1), "Terms ending soon": .integer(0),
                "Without a term": .integer(28),
                "Organizations without one": .integer(5),
            ], rows: [1, 5, 31]),
        // An observer sees the own organization's people only, and is not told that all others have nobody.
        ScriptExpectation(
            script: "participation/focal_points", viewer: "observer",
            metrics: [
                "Focal points": .integer(0), "Terms ended": .integer(0), "Terms ending soon": .integer(0),
                "Without a term": .integer(0),
            ], rows: [], sentence: "no focal point that you may see"),

        ScriptExpectation(
            script: "participation/by_state",
            metrics: [
                "Sessions": .integer(5), "States invited": .integer(22), "States that came": .integer(16),
                "Not seen yet": .integer(6),
            ], rows: [22, 5]),
        ScriptExpectation(
            script: "participation/by_state", parameters: ["months": "48", "series": "review"],
            viewer: "chair-ohchr",
            metrics: [
                "Sessions": .integer(2), "States invited": .integer(22), "States that came": .integer(16),
                "Not seen yet": .integer(6),
            ], rows: [22, 2]),
        ScriptExpectation(
            script: "participation/by_state", viewer: "focal-jor",
            metrics: [
                "Sessions": .integer(5), "States invited": .integer(1), "States that came": .integer(1),
                "Not seen yet": .integer(0),
            ], rows: [1, 5]),
        ScriptExpectation(
            script: "participation/by_state", viewer: "observer", metrics: [:], rows: [],
            sentence: "No attendance of a state"),
        ScriptExpectation(
            script: "minutes",
            metrics: [
                "Participants": .integer(16), "Agenda items": .integer(4), "Action items": .integer(2),
            ], rows: [1, 4, 2, 16, 1]),
        ScriptExpectation(
            script: "minutes", parameters: ["session": "cop-2024-06"], viewer: "focal-sdn",
            metrics: ["Agenda items": .integer(0), "Action items": .integer(0)], rows: [1, 1],
            sentence: "Chatham House rule"),
        ScriptExpectation(
            script: "minutes", viewer: "observer", metrics: [:], rows: [], sentence: "has minutes yet"),
        ScriptExpectation(
            script: "follow_up/open_questions",
            metrics: [
                "Pending": .integer(22), "Blocked": .integer(1), "Overdue": .integer(7),
                "Not reported on in the period": .integer(17), "Nobody responsible": .integer(14),
                "No due date": .integer(14),
            ], rows: [1, 7, 17, 14, 14]),
        ScriptExpectation(
            script: "follow_up/open_questions", parameters: ["kind": "commitment", "owner": "unhcr"],
            viewer: "focal-jor",
            metrics: [
                "Pending": .integer(1), "Blocked": .integer(0), "Overdue": .integer(1),
                "Not reported on in the period": .integer(0), "Nobody responsible": .integer(0),
                "No due date": .integer(0),
            ], rows: [1]),
        ScriptExpectation(
            script: "follow_up/open_questions", viewer: "observer", metrics: [:], rows: [],
            sentence: "has nothing to ask"),
        ScriptExpectation(
            script: "organization_page", parameters: ["organization": "Jordanie"],
            metrics: [
                "Focal points": .integer(2), "Pending action items": .integer(1), "Overdue": .integer(1),
                "Practices": .integer(3), "Invitations": .integer(7), "Attended": .integer(3),
            ], rows: [1, 2, 1, 3, 7]),
        // A neighbour sees neither the practice that is not published yet nor attendance but that of closed sessions.
        ScriptExpectation(
            script: "organization_page", parameters: ["organization": "jor"], viewer: "focal-lbn",
            metrics: [
                "Focal points": .integer(2), "Pending action items": .integer(1), "Overdue": .integer(1),
                "Practices": .integer(2), "Invitations": .integer(1), "Attended": .integer(0),
            ], rows: [1, 2, 1, 2, 1]),
        // The reader's own.
        ScriptExpectation(
            script: "organization_page", viewer: "focal-sdn",
            metrics: [
                "Focal points": .integer(1), "Pending action items": .integer(0), "Overdue": .integer(0),
                "Practices": .integer(0), "Invitations": .integer(7), "Attended": .integer(0),
            ], rows: [1, 1, 7], sentence: "no action item"),
        ScriptExpectation(
            script: "organization_page", metrics: [:], rows: [], sentence: "Say which organization"),
        ScriptExpectation(
            script: "good_practices/mapping",
            metrics: [
                "Practices": .integer(5), "Countries": .integer(5), "Themes": .integer(6),
                "Without a country": .integer(23),
            ], rows: [11, 5]),
        ScriptExpectation(
            script: "good_practices/mapping", parameters: ["theme": "objectives", "kind": "lesson"],
            viewer: "focal-jor",
            metrics: [
                "Practices": .integer(1), "Countries": .integer(1), "Themes": .integer(2),
                "Without a country": .integer(0),
            ], rows: [2, 1]),
        ScriptExpectation(
            script: "good_practices/mapping", viewer: "observer",
            metrics: [
                "Practices": .integer(1), "Countries": .integer(1), "Themes": .integer(1),
                "Without a country": .integer(0),
            ], rows: [1, 1]),
        ScriptExpectation(
            script: "good_practices/mapping", parameters: ["kind": "challenge"],
            metrics: [
                "Practices": .integer(0), "Countries": .integer(0), "Themes": .integer(0),
                "Without a country": .integer(15),
            ], rows: [], sentence: "nothing to map"),
        ScriptExpectation(
            script: "community_at_a_glance",
            metrics: [
                "Organizations": .integer(33), "Focal points": .integer(31),
                "Sessions held in the period": .integer(1), "Progress reports in the period": .integer(5),
                "Published practices": .integer(28), "Pending action items": .integer(22),
                "Overdue": .integer(7),
            ], rows: [3, 5]),
        ScriptExpectation(
            script: "community_at_a_glance", viewer: "observer",
            metrics: [
                "Organizations": .integer(33), "Focal points": .integer(0),
                "Sessions held in the period": .integer(0), "Progress reports in the period": .integer(0),
                "Published practices": .integer(1), "Pending action items": .integer(0),
                "Overdue": .integer(0),
            ], rows: [], sentence: "No session is planned"),
        ScriptExpectation(
            script: "sessions_calendar", parameters: ["state": "mar"],
            metrics: [
                "Sessions": .integer(3), "Invitations without an answer": .integer(8),
                "On a weekend of somebody": .integer(1), "Without a date": .integer(0),
            ], rows: [3, 1]),
        ScriptExpectation(
            script: "sessions_calendar", parameters: ["months": "3"], viewer: "focal-mar",
            metrics: [
                "Sessions": .integer(2), "Invitations without an answer": .integer(0),
                "On a weekend of somebody": .integer(0), "Without a date": .integer(0),
            ], rows: [2, 1]),
        ScriptExpectation(
            script: "sessions_calendar", viewer: "observer",
            metrics: [
                "Sessions": .integer(0), "Invitations without an answer": .integer(0),
                "On a weekend of somebody": .integer(0), "Without a date": .integer(0),
            ], rows: [], sentence: "is planned in these months"),
        ScriptExpectation(
            script: "participation/unanswered_invitations", viewer: "chair-unicef",
            metrics: ["Invited": .integer(22), "No answer": .integer(8), "Tentative": .integer(3)],
            rows: [11]),
        ScriptExpectation(
            script: "participation/unanswered_invitations", viewer: "focal-mar",
            metrics: ["Invited": .integer(1), "No answer": .integer(0), "Tentative": .integer(0)], rows: [],
            sentence: "Everybody has answered"),
        ScriptExpectation(
            script: "participation/unanswered_invitations", parameters: ["within": "3"],
            metrics: ["Invited": .integer(0), "No answer": .integer(0), "Tentative": .integer(0)], rows: [],
            sentence: "No invitation that you may see"),
        ScriptExpectation(
            script: "survey/overview", metrics: ["States that answered": .integer(0)], rows: [],
            sentence: "No state has answered yet"),
    ]
}
