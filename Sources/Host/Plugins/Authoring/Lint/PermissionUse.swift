import Community
import Plugins

/// What files read, propose and send, as far as their words tell. Only a run knows for sure, and then says so.
struct PermissionUse {
    struct Place: Hashable {
        let path: String
        let line: Int
        /// Whether it stands there word by word: `community.members`, and not `item.owners`.
        let isPlain: Bool
    }

    /// Those that are needed, with the first place in each case.
    private(set) var certain: [Permission: Place] = [:]
    /// Those that may be: what is asked for and is not even in here is not used.
    private(set) var possible: Set<Permission> = []

    private typealias Word = (name: String, path: String, line: Int)
    private let schema: Schema
    /// What may name fields: `item.owners`, `"-due"`, `"owners.name"`.
    private var words: [Word] = []

    init(_ files: [(path: String, names: LuaNames)], _ schema: Schema) {
        self.schema = schema
        for (path, names) in files { plain(names, path) }
        for (path, names) in files { words += Self.words(names, path) }
        for entity in Set(certain.keys.compactMap(entity)) { follow(entity) }
        guess()
    }

    private mutating func note(_ permission: Permission, _ path: String, _ line: Int, isPlain: Bool = true) {
        let place = Place(path: path, line: line, isPlain: isPlain)
        if certain[permission] == nil { certain[permission] = place }
    }

    private func entity(_ permission: Permission) -> Entity? {
        guard case .read(let plural) = permission else { return nil }
        return schema.entities.first { $0.plural == plural }
    }

    private func plural(_ name: String?) -> String? {
        schema.entities.first { $0.name == name }?.plural
    }

    // MARK: What stands there

    private static let makers: Set<String> = ["create", "delete", "update", "upsert"]

    private mutating func plain(_ names: LuaNames, _ path: String) {
        for member in names.members {
            switch member.owner {
            case "community":
                if schema.entities.contains(where: { $0.plural == member.name }) {
                    note(.read(member.name), path, member.line)
                }
            case let maker? where Self.makers.contains(maker) && !member.isOwnerLocal:
                if let plural = plural(member.name) { note(.propose(plural), path, member.line) }
            default: break
            }
        }
        for global in names.globals {
            if global.name == "message" { note(.message, path, global.line) }
            guard Self.makers.contains(global.name),
                !names.members.contains(where: { $0.owner == global.name })
            else { continue }
            // `update(record, { … })`: of what, only a run knows.
            possible.formUnion(schema.entities.map { .propose($0.plural) })
        }
    }

    private static func words(_ names: LuaNames, _ path: String) -> [Word] {
        let members = names.members.filter { $0.owner != "community" && $0.owner != "settings" }
            .map { ($0.name, path, $0.line) }
        let texts = names.texts.filter { $0.name.wholeMatch(of: #/-?[a-z][a-z0-9_.]*\??/#) != nil }
            .flatMap { text in
                text.name.split { ".-?".contains($0) }.map { (String($0), path, text.line) }
            }
        return members + texts
    }

    // MARK: What follows

    /// The references and the personal fields of an entity that is read, and so on from there.
    private mutating func follow(_ entity: Entity) {
        for field in entity.fields {
            let name = field.name.split(separator: ".").last.map(String.init) ?? field.name
            guard let word = words.first(where: { $0.name == name }) else { continue }
            if field.sensitivity == .personal {
                note(.read("\(entity.plural).personal"), word.path, word.line, isPlain: false)
            }
            guard
                let target = field.type.target.flatMap({ target in schema.entities.first { $0.name == target }
                })
            else { continue }
            if certain[.read(target.plural)] == nil {
                note(.read(target.plural), word.path, word.line, isPlain: false)
                follow(target)
            }
        }
        // The one method that leads to another entity.
        if entity.name == "organization", let word = words.first(where: { $0.name == "focal_points" }) {
            note(.read("members"), word.path, word.line, isPlain: false)
        }
    }

    /// Whatever could be meant by a word, and what a list shows when nobody says what.
    private mutating func guess() {
        let said = Set(words.map(\.name))
        for entity in schema.entities {
            if said.contains(entity.name) || said.contains(entity.plural) {
                possible.insert(.read(entity.plural))
            }
            for field in entity.fields {
                let name = field.name.split(separator: ".").last.map(String.init) ?? field.name
                let isShown = certain[.read(entity.plural)] != nil && entity.columns.contains(field.name)
                guard said.contains(name) || isShown else { continue }
                if let target = plural(field.type.target) { possible.insert(.read(target)) }
                if field.sensitivity == .personal { possible.insert(.read("\(entity.plural).personal")) }
            }
        }
    }
}
