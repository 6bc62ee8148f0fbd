import Community
import LuaKit
import Spelling

/// A rule: what a script's file returns.
final class RuleObject: ContributionObject {
    static let luaType = "rule"

    let heading: ContributionHeading
    let events: [String]
    let check: Value

    init(heading: ContributionHeading, events: [String], check: Value) {
        self.heading = heading
        self.events = events
        self.check = check
    }

    var description: ContributionDescription { ContributionDescription(.rule, heading, events: events) }

    static var type: ObjectType<RuleObject> { ObjectType("A rule, for the file to return.") }

    static let options = Options(
        "rule options", "What a rule is and does.",
        ContributionHeading.options + [
            Option(
                "on", .either([.string, .list(of: .string)]),
                "The changes that it looks at: an entity and `create`, `update` or `delete`, as in `session.create`.",
                required: true),
            Option(
                "check",
                .function(
                    [
                        .init("community", CommunityObject.luaTypeExpression),
                        .init("change", RuleChangeObject.luaTypeExpression),
                    ],
                    returns: .any),
                "Says what there is against a change, of the community as it would be and of the change. Returns "
                    + "`warn(…)`, `reject(…)`, a list of them, or nil.",
                required: true),
        ])

    static func function(_ session: Session) -> Function {
        Function(
            "rule", "Declares a rule.",
            Parameter<Value>("options", "The rule.", type: .options(options)),
            returns: "The rule, for the file to return.",
            example:
                #"return rule { title = "Titles", on = { "session.create" }, check = function(community, change) end }"#
        ) { [schema = session.schema] (state: State, options: Value) throws -> RuleObject in
            let reader = try TableReader(state, options, "the rule", Self.options)
            let events = try reader.texts("on")
            guard !events.isEmpty else {
                throw ScriptError(
                    "the rule has no 'on': a list of the changes that it looks at, such as \"session.create\""
                )
            }
            for event in events { try Self.check(event, schema) }
            if let twice = events.first(where: { event in events.count { $0 == event } > 1 }) {
                throw ScriptError("'on' of the rule has '\(twice)' twice")
            }
            return RuleObject(
                heading: try ContributionHeading(reader), events: events,
                check: try reader.function("check", of: "the community and the change"))
        }
    }

    private static let actions = ["create", "update", "delete"]

    private static func check(_ event: String, _ schema: Schema) throws {
        let parts = event.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw ScriptError(
                "'on' of the rule has '\(event)', where an entity and what happens to it are expected, such as "
                    + "\"session.create\"")
        }
        let entities = schema.entities.map(\.name)
        guard entities.contains(parts[0]) else {
            throw ScriptError(
                "'on' of the rule has '\(event)': there is no entity '\(parts[0])'"
                    + Suggestion.phrase(for: parts[0], among: entities))
        }
        guard actions.contains(parts[1]) else {
            let suggestion = Suggestion.phrase(for: parts[1], among: actions)
            throw ScriptError(
                "'on' of the rule has '\(event)': nothing is called '\(parts[1])'"
                    + (suggestion.isEmpty ? "; there are \(actions.joined(separator: ", "))" : suggestion))
        }
    }
}
