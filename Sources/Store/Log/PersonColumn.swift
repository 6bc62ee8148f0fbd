/// How a column tells of people, and so what erasing a person does to it.
enum PersonColumn {
    /// It tells of nobody.
    case nobody
    /// A member's identifier, or `operator`.
    case identifier
    /// Words that may be anybody's.
    case text
    /// JSON whose texts are such.
    case json
    /// A record, whose fields say what they are: `Eraser` has them one by one.
    case record
    /// What the receipt's maker wrote, and rewrites.
    case receipt
    /// What the author of a script or plugin wrote: it is left, and told of.
    case source

    /// All columns with texts or bytes in them, by their table and name, of the tables that are not entities'.
    /// A column that is added there has to be added here.
    static let all: [String: [String: PersonColumn]] = [
        "meta": ["name": .nobody, "value": .nobody],
        "commits": [
            "by": .identifier, "command": .nobody, "plugin": .nobody, "plugin_version": .nobody,
            "run": .nobody, "warnings": .json,
        ],
        "audit": [
            "entity": .nobody, "id": .record, "action": .nobody, "before": .record, "after": .record,
        ],
        "sources": ["hash": .nobody, "text": .source],
        "runs": [
            "id": .nobody, "viewer": .identifier, "script": .text, "source": .nobody, "outcome": .nobody,
            "details": .receipt, "plugin": .nobody, "plugin_version": .nobody, "package": .nobody,
            "verdict": .nobody, "message": .text,
        ],
        "custom_fields": [
            "plugin": .nobody, "entity": .nobody, "name": .nobody, "declaration": .source,
        ],
        "plugins": ["id": .nobody, "stopped": .text],
        "plugin_versions": [
            "plugin": .nobody, "version": .nobody, "hash": .nobody, "origin": .text, "by": .identifier,
        ],
        "plugin_files": ["path": .source, "hash": .nobody],
        "plugin_grants": ["permission": .nobody],
        "plugin_contributions": ["path": .source, "description": .source, "problem": .text],
        "plugin_scopes": ["plugin": .nobody],
        "plugin_settings": ["plugin": .nobody, "name": .nobody, "value": .json],
        "plugin_events": [
            "plugin": .nobody, "by": .identifier, "action": .nobody, "version": .nobody, "details": .text,
        ],
    ]
}
