import Community

/// The reference of the entities and their fields, as a page of Markdown.
public struct EntityPage {
    private let schema: Schema
    private let policy = Policy.standard

    public init(_ schema: Schema) {
        self.schema = schema
    }

    public static let path = "entities.md"

    public var text: String {
        head + schema.entities.map(section).joined()
    }

    private var head: String {
        let names = schema.entities.map { Markdown.link($0.name) }.joined(separator: ", ")
        return Markdown.head("halqa reference") + """
            # Entities

            The kinds of records of a community, with their fields: names for Lua and the command line, titles in English, French
            and Arabic. Moderators and administrators read everything; what others may read is said for each entity.
            What a member may not see does not exist for them: not in lists, counts, groups or searches, and a reference to it
            is empty.

            \(names)


            """
    }

    private func section(_ entity: Entity) -> String {
        let sensitive = entity.fields.filter { $0.type.isStored && $0.sensitivity.isRestricted }
        return "## \(entity.name)\n\n\(Markdown.titles(entity.title)). \(entity.documentation) In Lua, "
            + "`community.\(entity.plural)`; on the command line, `halqa list \(entity.plural)`.\n\n"
            + Markdown.table(
                ["field", "type", "titles", ""],
                entity.fields.map { ["`\($0.name)`", type($0), Markdown.titles($0.title), note($0)] })
            + choices(of: entity)
            + Markdown.table(
                ["role", "reads"],
                Role.belowModerators.map { [Self.name($0), reach(of: $0, in: entity)] })
            + Markdown.table(
                ["restricted field"] + Role.belowModerators.map(Self.name),
                sensitive.map { field in
                    ["`\(field.name)`"]
                        + Role.belowModerators.map {
                            share(policy.disclosure(of: field, in: entity.name, to: $0))
                        }
                })
    }

    private func type(_ field: Field) -> String {
        func link(_ entity: String) -> String { Markdown.link(entity) }
        switch field.type {
        case .choice: return "choice"
        case .list(of: .choice): return "list of choices"
        case .reference(let entity): return link(entity)
        case .references(let entity), .inverse(let entity, _), .path(_, let entity):
            return "list of \(link(entity))"
        case .integer(let range) where range != Int64.min...Int64.max:
            return "integer, \(range.lowerBound) to \(range.upperBound)"
        default: return field.type.name
        }
    }

    private func note(_ field: Field) -> String {
        var notes = [field.documentation]
        if field.isRequired { notes.append("Required.") }
        if let start = field.start { notes.append("Not before `\(start)`.") }
        if !field.defaultValue.isNull { notes.append("Without it, `\(field.defaultValue)`.") }
        if field.sensitivity != .ordinary { notes.append("*\(field.sensitivity.documentation)*") }
        return notes.joined(separator: " ")
    }

    private func choices(of entity: Entity) -> String {
        entity.fields.map { field -> String in
            switch field.type {
            case .choice(let choices), .list(of: .choice(let choices)):
                let items = choices.map { "`\($0.name)` \(Markdown.titles($0.title))" }
                return "Choices of `\(field.name)`: \(items.joined(separator: "; ")).\n\n"
            default: return ""
            }
        }.joined()
    }

    // MARK: Rights

    private func reach(of role: Role, in entity: Entity) -> String {
        switch policy.reach(of: role, in: entity.name) {
        case .all: "all"
        case .some(let conditions): conditions.joined(separator: "; ")
        case .none: "none"
        }
    }

    private func share(_ share: Policy.Share) -> String {
        switch share {
        case .all: "yes"
        case .some: "of some records"
        case .none: "no"
        }
    }

    private static func name(_ role: Role) -> String { role.rawValue.replacing("_", with: " ") }
}

extension Role {
    fileprivate static var belowModerators: [Role] { allCases.filter { $0 < .moderator } }
}
