import Community
import LuaKit
import Store

/// `change`: what a rule is given.
final class RuleChangeObject: HostObject {
    static let luaType = "rule change"

    private let change: LaidChange
    private let former: FormerRecords
    private let session: Session

    init(_ change: LaidChange, _ former: FormerRecords, session: Session) {
        self.change = change
        self.former = former
        self.session = session
    }

    static func type(_ schema: Schema) -> ObjectType<RuleChangeObject> {
        ObjectType(
            "A change of a record that a rule looks at.",
            properties: [
                Property(
                    "action", of: RuleChangeObject.self, "What is done to the record.",
                    type: .choice(["create", "update", "delete"])
                ) { $0.change.action.rawValue },
                Property(
                    "entity", of: RuleChangeObject.self, "What kind of record it is.",
                    type: .choice(schema.entities.map(\.name))
                ) { $0.change.entity },
                Property(
                    "after", of: RuleChangeObject.self,
                    "The record as it would be: one of the community that the rule is given. nil when it is deleted.",
                    type: .any
                ) { change in
                    change.change.action == .delete
                        ? RecordValue(.nil)
                        : RecordValue(change.session.record(change.change.entity, key: change.change.key))
                },
                Property(
                    "before", of: RuleChangeObject.self,
                    "The record as it is: its fields read like a record's, and what they lead to is as it would be. "
                        + "nil when it is new.", type: FormerRecord.luaTypeExpression
                ) { change throws -> FormerRecordValue in
                    FormerRecordValue(
                        record: change.change.action == .create
                            ? nil
                            : FormerRecord(
                                change.former, try change.session.schema.entity(change.change.entity),
                                change.change.key, change.change.id))
                },
                Property(
                    "fields", of: RuleChangeObject.self,
                    "The names of the fields that are other than before, in the entity's order.",
                    type: .list(of: .string)
                ) { change throws -> [String] in
                    let entity = try change.session.schema.entity(change.change.entity)
                    return change.change.fields.filter { name in
                        entity.field(name).map { change.former.mayAsk(for: $0, of: entity) } ?? false
                    }
                },
            ],
            text: { "\($0.change.action.rawValue) of \($0.change.entity) '\($0.change.id)'" })
    }
}

/// The records of some changes as they were, read together.
final class FormerRecords {
    private let base: Snapshot
    private let session: Session
    /// By entity.
    private let keys: [String: [Int64]]
    private var batches: [String: RecordBatch] = [:]

    /// - Parameters:
    ///   - base: the same commit as the session's snapshot, without changes.
    ///   - changes: at most as many as a batch has rows.
    init(_ base: Snapshot, _ changes: [LaidChange], session: Session) {
        self.base = base
        self.session = session
        let former = changes.filter { $0.action != .create }
        keys = Dictionary(grouping: former, by: \.entity).mapValues { $0.map(\.key) }
    }

    func mayAsk(for field: Field, of entity: Entity) -> Bool { base.mayAsk(for: field, of: entity) }

    /// A field of one that was there.
    func value(_ place: Int, _ entity: Entity, _ key: Int64) throws -> Value {
        let field = entity.fields[place]
        guard field.type.isInColumn else {
            let target = try session.schema.entity(field.type.target ?? "")
            let keys = Array(try base.related(entity, field, [key])[key])
            let identifiers = try base.identifiers(target, keys)
            let records = keys.compactMap { identifiers[$0].map(FieldValue.text) }
            return .object(
                QueryObject(Query(target.name).filtered(["id"], .isOneOf(records)), session: session))
        }
        let batch = try batch(entity)
        try base.fill(batch, place)
        guard let row = batch.row(of: key) else {
            throw ScriptError("this record of \(entity.name) is not there")
        }
        return try session.value(batch.value(row, place), field.type)
    }

    func texts(_ field: Field, _ entity: Entity, _ key: Int64) throws -> FieldValue {
        try base.value(of: field, entity, key)
    }

    private func batch(_ entity: Entity) throws -> RecordBatch {
        if let known = batches[entity.name] { return known }
        let fields = session.bridge.named(of: entity).filter {
            base.mayAsk(for: entity.fields[$0], of: entity)
        }
        let batch = try base.load(entity, keys[entity.name] ?? [], fields: fields)
        batches[entity.name] = batch
        return batch
    }
}

/// `change.before`.
final class FormerRecord: HostObject {
    static let luaType = "former record"

    private let records: FormerRecords
    private let entity: Entity
    private let key: Int64
    private let id: String
    /// Of what lies between it and a plugin's field: `x`, `x.follow_up`.
    private let prefix: String

    init(_ records: FormerRecords, _ entity: Entity, _ key: Int64, _ id: String, prefix: String = "") {
        self.records = records
        self.entity = entity
        self.key = key
        self.id = id
        self.prefix = prefix
    }

    static var type: ObjectType<FormerRecord> {
        ObjectType(
            "A record as it is before a change: its fields read like a record's.",
            methods: [texts], text: { "\($0.entity.name) '\($0.id)'" },
            index: { record, key in try record.value(key) },
            names: { record in
                record.entity.fields.map(\.name).filter { $0.hasPrefix(record.prefix) }
                    .map { String($0.dropFirst(record.prefix.count)) }
            })
    }

    private static var texts: Function {
        Function(
            "texts", of: FormerRecord.self, "All languages of a field that has text in several.",
            Parameter<String>("field", "The field.", type: .field),
            returns: "A table of texts by language; nil when there is none.",
            example: #"local arabic = change.before:texts("title").ar"#
        ) { (state: State, record: FormerRecord, name: String) throws -> TextsValue in
            guard let field = record.entity.field(name), field.type == .localizedText else {
                throw ScriptError("'\(name)' of \(record.entity.name) has not text in several languages")
            }
            guard case .localized(let texts) = try record.records.texts(field, record.entity, record.key)
            else { return TextsValue(value: .nil) }
            return TextsValue(
                value: try state.table(
                    fields: texts.sorted.map { (key: $0.language, value: .text($0.text)) }))
        }
    }

    private func value(_ key: Value) throws -> Value? {
        guard case .string(let name) = key, let name = name.text else { return nil }
        let full = prefix + name
        if let place = entity.fields.firstIndex(where: { $0.name == full }) {
            return try records.value(place, entity, self.key)
        }
        guard entity.fields.contains(where: { $0.name.hasPrefix(full + ".") }) else { return nil }
        return .object(FormerRecord(records, entity, self.key, id, prefix: full + "."))
    }
}

/// A former record or nil.
struct FormerRecordValue: LuaWritable {
    let record: FormerRecord?

    static let luaType = FormerRecord.luaType
    static let luaAcceptsNil = true

    func write(to stack: Stack) throws -> Int32 {
        try (record.map(Value.object) ?? .nil).write(to: stack)
    }
}
