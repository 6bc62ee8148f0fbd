import Community
import LuaKit

/// Reads the fields of a change as a script writes them. Values are as Lua reads them from records, or text as people
/// type it.
struct ChangeFields {
    let session: Session
    let entity: Entity
    /// By name, those that are stored.
    private let fields: [String: Field]

    init(_ entity: Entity, session: Session) {
        self.session = session
        self.entity = entity
        fields = Dictionary(uniqueKeysWithValues: entity.storedFields.map { ($0.name, $0) })
    }

    /// - Throws: `ScriptError` for what no such record can have; `DataRefusal` for a value that its field does not hold.
    func read(_ table: TableArgument) throws -> (id: String?, fields: [String: FieldValue]) {
        var values = [String: FieldValue](minimumCapacity: 8)
        try read(table, prefix: "", into: &values)
        guard case .text(let id)? = values.removeValue(forKey: "id") else { return (nil, values) }
        return (id, values)
    }

    /// - Parameter prefix: of names in nested tables: `x.follow_up.`
    private func read(
        _ table: TableArgument, prefix: String, into values: inout [String: FieldValue]
    ) throws {
        // The order of a table's keys means nothing: of several mistakes the first by name is told.
        var mistake: (name: String, error: any Error)?
        try table.each { key, value in
            guard let own = key.text else {
                throw ScriptError("a key of the change is no name; write field = value")
            }
            let name = prefix.isEmpty ? own : prefix + own
            do {
                if let field = fields[name] {
                    values[name] = try self.value(value, field)
                } else if let inner = TableArgument(value), isPrefix(name + ".") {
                    try read(inner, prefix: name + ".", into: &values)
                } else {
                    throw unknown(name)
                }
            } catch {
                if mistake.map({ name < $0.name }) ?? true { mistake = (name, error) }
            }
        }
        if let mistake { throw mistake.error }
    }

    private func isPrefix(_ text: String) -> Bool { fields.keys.contains { $0.hasPrefix(text) } }

    private func unknown(_ name: String) -> ScriptError {
        if entity.field(name) != nil {
            return ScriptError(
                "'\(name)' of \(entity.name) is the other side of a reference; change the reference itself")
        }
        return ScriptError(
            SchemaError.unknownField(name, entity: entity.name, among: fields.keys.sorted()).description)
    }

    private func value(_ slot: Slot, _ field: Field) throws -> FieldValue {
        do {
            let value = try self.value(slot, field.type)
            switch field.type {
            case .text, .localizedText, .reference: break
            default: try field.type.check(value)
            }
            return value
        } catch let error as ValueError {
            throw DataRefusal(
                description: "'\(field.name)' of \(entity.name): \(error)", texts: [slot.text ?? ""])
        }
    }

    private func value(_ slot: Slot, _ type: FieldType) throws -> FieldValue {
        if let text = slot.text { return try type.parse(text, language: session.language) }
        if let light = slot.light { return try value(light, type) }
        if let flag = slot.boolean { return .boolean(flag) }
        if let number = slot.integer {
            switch type {
            case .text, .identifier, .localizedText, .reference:
                return try type.parse(String(number), language: session.language)
            case .number: return .number(Double(number))
            default: return .integer(number)
            }
        }
        if let number = slot.number { return .number(number) }
        if let object = slot.object {
            switch object {
            case let query as QueryObject: return try records(query, type)
            case let condition as ConditionObject:
                if case .none = condition.form { return .null }
            default: break
            }
        }
        if let table = TableArgument(slot) {
            switch type {
            case .localizedText: return .localized(try texts(table))
            case .list(let element): return .list(try items(table, element))
            case .references(let entity): return .list(try items(table, .reference(entity)))
            default: throw ValueError("it is a table, where \(type.name) is expected")
            }
        }
        throw ValueError("\(slot.typeName) is given, where \(type.name) is expected")
    }

    private func value(_ light: Light, _ type: FieldType) throws -> FieldValue {
        if light.tag == LightTag.day { return Day(luaPayload: light.payload).map(FieldValue.day) ?? .null }
        if light.tag == LightTag.instant {
            return Instant(luaPayload: light.payload).map(FieldValue.instant) ?? .null
        }
        guard let entity = session.entity(of: light) else {
            guard let text = Value.light(light).timeText else {
                throw ValueError("the value is none of a field's, where \(type.name) is expected")
            }
            return try type.parse(text, language: session.language)
        }
        let id = try session.identifiers.identifier(entity, light.payload)
        switch type {
        case .reference(let target) where target == entity.name: return .reference(id)
        case .references(let target) where target == entity.name: return .list([.reference(id)])
        case .identifier where entity.name == self.entity.name: return .text(id)
        default: throw ValueError("the \(entity.name) '\(id)' is given, where \(type.name) is expected")
        }
    }

    private func records(_ query: QueryObject, _ type: FieldType) throws -> FieldValue {
        guard case .references(let target) = type, target == query.query.entity else {
            throw ValueError("a query of \(query.query.entity) is given, where \(type.name) is expected")
        }
        let entity = try query.entity
        return .list(
            try query.keys().map { .reference(try session.identifiers.identifier(entity, $0)) })
    }

    private func items(_ table: TableArgument, _ element: FieldType) throws -> [FieldValue] {
        var items: [FieldValue] = []
        let isList = try table.eachItem { items.append(try value($0, element)) }
        guard isList else { throw ValueError("it is to be a list, and has other keys than 1, 2, 3 …") }
        return items
    }

    private func texts(_ table: TableArgument) throws -> LocalizedText {
        var texts: [String: String] = [:]
        try table.each { key, value in
            guard let language = key.text, (2...12).contains(language.utf8.count), let text = value.text
            else { throw ValueError("it is to be a text, or texts by language: { en = \"…\", ar = \"…\" }") }
            texts[language] = text
        }
        return LocalizedText(texts)
    }

    // MARK: Declaration

    /// The table that a change of this entity is written as.
    static func options(_ entity: Entity) -> Options {
        Options(
            "fields of \(entity.name)",
            "The fields of one \(entity.name.replacing("_", with: " ")), as a change gives them. One that is nil or not "
                + "named stays as it is, `none` empties it. A record may be given by itself or by its identifier, "
                + "dates and instants also as text. A text that is in several languages is a table by language; those "
                + "that it does not name stay, and a plain text is in the language of the run.",
            entity.storedFields.map { field in
                Option(field.name, expression(field.type), field.documentation)
            })
    }

    private static func expression(_ type: FieldType) -> TypeExpression {
        switch type {
        case .localizedText: .texts
        case .reference(let entity): .either([.named(entity), .string])
        case .references(let entity):
            .either([.list(of: .either([.named(entity), .string])), .query(of: entity), .string])
        case .day, .instant: .either([type.expression, .string])
        default: type.expression
        }
    }
}

extension Slot {
    /// The text of a string in UTF-8; nil for other values.
    fileprivate var text: String? {
        withBytes { bytes -> String? in
            guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
            return String(copying: text)
        } ?? nil
    }
}
