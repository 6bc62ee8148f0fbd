import CBatch
import Community
import LuaKit
import Store

/// Gives scripts the fields of records: a batch at a time, however a script comes by a record, and for the
/// references of a batch together. No query a row.
final class RecordBridge: RecordSource {
    private let schema: Schema
    private let named: NamedFields
    private weak var session: Session?

    /// Batches that scripts may be reading from, by the place of their entity.
    private var attached: [Int: [RecordBatch]] = [:]
    /// Keys that will likely be read together, the latest first.
    private var groups: [Int: [KeyGroup]] = [:]
    /// For each reference to many, the records of some batches with the keys that it leads to.
    private var relations: [FieldPlace: [Batch<RelatedKeys>]] = [:]
    /// For each field with text in several languages, those of one batch.
    private var texts: [FieldPlace: Batch<[Int64: FieldValue]>] = [:]
    /// For each entity, what the records of one batch are called.
    private var names: [Int: Batch<[Int64: String]>] = [:]

    /// The entities of which a record has been read alone.
    private var alone: Set<Int> = []

    private struct FieldPlace: Hashable {
        let entity: Int
        let field: Int
    }

    /// What was found for some records at once.
    private struct Batch<Found> {
        let keys: Set<Int64>
        let found: Found

        init(_ keys: [Int64], _ found: Found) {
            self.keys = Set(keys)
            self.found = found
        }
    }

    /// As many batches of an entity as nested loops will likely walk at once.
    private static let batchesKept = 4

    init(schema: Schema, named: NamedFields) {
        self.schema = schema
        self.named = named
    }

    private var snapshot: Snapshot {
        get throws {
            guard let session else { throw ScriptError("the run is over") }
            return try session.snapshot
        }
    }

    /// The types of records, for a session that they belong to from now on.
    func types(for session: Session) -> [RecordType] {
        self.session = session
        return schema.entities.enumerated().map { position, entity in
            RecordType(
                tag: LightTag.record(entityAt: position), name: entity.name, entity.documentation,
                fields: entity.fields.map { .init($0.name, isComputed: !$0.type.isInColumn) },
                partTag: LightTag.part(ofEntityAt: position),
                methods: RecordMethods(session: session, entity: entity).functions,
                concatenationAdvice: "use one of its fields, such as .\(entity.label)", source: self)
        }
    }

    // MARK: Columns

    func load(_ request: FieldRequest, in state: State) throws {
        guard let position = LightTag.entityPosition(request.record.tag) else { return }
        let entity = schema.entities[position]
        let key = request.record.payload
        if let known = attached[position]?.first(where: { $0.contains(key) }) {
            return try snapshot.fill(known, request.field)
        }
        var fields = try fields(of: entity)
        fields.insert(request.field)
        let loaded = try snapshot.load(entity, keysToRead(with: key, position, request), fields: fields)
        guard loaded.contains(key) else {
            throw ScriptError("this record of \(entity.name) is not there")
        }
        attached[position, default: []].insert(loaded, at: 0)
        state.attach(loaded.pointer, tag: request.record.tag)
    }

    /// The places of the fields that the script names.
    func named(of entity: Entity) -> Set<Int> { named.fields(of: entity) }

    /// The fields that are read ahead. One that was not granted is an error where the script reads it, and not
    /// before.
    private func fields(of entity: Entity) throws -> Set<Int> {
        let snapshot = try snapshot
        return named.fields(of: entity).filter { snapshot.mayAsk(for: entity.fields[$0], of: entity) }
    }

    /// The keys that will likely be wanted after this one, this one first or among them.
    private func keysToRead(with key: Int64, _ position: Int, _ request: FieldRequest) -> [Int64] {
        if let origin = request.origin, let keys = Self.distinctKeys(origin.batch, origin.column, with: key) {
            return keys
        }
        for group in groups[position] ?? [] {
            if let keys = group.run(around: key, count: Int(BATCH_ROWS)) { return keys }
        }
        return Self.neighbours(of: key)
    }

    /// The keys of records that are read together with this one: those of its batch or of its group. One that is
    /// in neither is read alone the first time, and the next with its neighbours.
    private func companions(of key: Int64, _ position: Int) -> [Int64] {
        if let batch = attached[position]?.first(where: { $0.contains(key) }) { return batch.keys }
        let runs = groups[position]?.lazy.compactMap { $0.run(around: key, count: Int(BATCH_ROWS)) }
        if let run = runs?.first { return run }
        return alone.insert(position).inserted ? [key] : Self.neighbours(of: key)
    }

    private static func neighbours(of key: Int64) -> [Int64] {
        let first = key - key % Int64(BATCH_ROWS)
        return Array(first..<first + Int64(BATCH_ROWS))
    }

    /// The keys of a column of references, each once; nil when `key` is not among them any more.
    private static func distinctKeys(_ batch: UnsafeMutablePointer<batch>, _ column: Int, with key: Int64)
        -> [Int64]?
    {
        let values = batch.pointee.columns[column]
        var keys: [Int64] = []
        for row in 0..<Int(batch.pointee.count) where values.present[row] != 0 {
            keys.append(values.words[row])
        }
        guard keys.contains(key) else { return nil }
        // Sorted, because what lies together in the file is then read together; and a set costs more than this.
        keys.sort()
        var distinct: [Int64] = []
        for key in keys where key != distinct.last { distinct.append(key) }
        return distinct
    }

    func evicted(_ batch: UnsafeMutablePointer<batch>) {
        for position in attached.keys { attached[position]?.removeAll { $0.pointer == batch } }
    }

    func closed() {
        attached = [:]
        groups = [:]
        relations = [:]
        texts = [:]
        names = [:]
    }

    /// How many keys are held at the moment, of records that were read or may be.
    var keysHeld: Int {
        attached.values.joined().reduce(0) { $0 + $1.count }
            + groups.values.joined().reduce(0) { $0 + $1.count }
            + relations.values.joined().reduce(0) { $0 + $1.keys.count + $1.found.all.count }
            + texts.values.reduce(0) { $0 + $1.keys.count } + names.values.reduce(0) { $0 + $1.keys.count }
    }

    /// A loop over a query's records, with the fields that the script names.
    func loop(over query: Query) throws -> ScriptCursor {
        let entity = try schema.entity(query.entity)
        let cursor = try snapshot.cursor(query, fields: fields(of: entity))
        return ScriptCursor(cursor: cursor, bridge: self, position: schema.position(of: entity.name) ?? 0)
    }

    /// Scripts may read from the batch from now on.
    func began(_ batch: RecordBatch, _ position: Int) {
        attached[position, default: []].insert(batch, at: 0)
    }

    func left(_ batch: RecordBatch, _ position: Int) {
        attached[position]?.removeAll { $0 === batch }
    }

    // MARK: References to many

    func value(of field: Int, record: Light, in state: State) throws -> Value {
        guard let session, let position = LightTag.entityPosition(record.tag) else { return .nil }
        let entity = schema.entities[position]
        let declaration = entity.fields[field]
        var query = Query(declaration.type.target ?? "")
        query.origin = Query.Origin(entity: entity.name, key: record.payload, field: declaration.name)
        return .object(QueryObject(query, session: session))
    }

    /// The keys of the records to which a reference of one record leads, read for its whole batch.
    func related(_ origin: Query.Origin) throws -> [Int64] {
        let position = schema.position(of: origin.entity) ?? 0
        let entity = schema.entities[position]
        guard let field = entity.fields.firstIndex(where: { $0.name == origin.field }) else { return [] }
        let place = FieldPlace(entity: position, field: field)
        if let known = relations[place]?.first(where: { $0.keys.contains(origin.key) }) {
            return Array(known.found[origin.key])
        }
        let keys = companions(of: origin.key, position)
        let found = try snapshot.related(entity, entity.fields[field], keys)
        let kept = (relations[place] ?? []).prefix(Self.batchesKept - 1)
        relations[place] = [Batch(keys, found)] + kept
        willRead(found.all, of: found.entity)
        return Array(found[origin.key])
    }

    /// Remembers that these records will likely be read one after the other.
    func willRead(_ keys: [Int64], of entity: String) {
        guard keys.count > 1, let position = schema.position(of: entity) else { return }
        groups[position] = Array(([KeyGroup(keys)] + (groups[position] ?? [])).prefix(Self.batchesKept))
    }

    /// A field of a record in all of its languages, read for its whole batch.
    func allTexts(of field: Int, record key: Int64, _ position: Int) throws -> FieldValue {
        let place = FieldPlace(entity: position, field: field)
        if let known = texts[place], known.keys.contains(key) { return known.found[key] ?? .null }
        let keys = companions(of: key, position)
        let entity = schema.entities[position]
        let found = try snapshot.values(of: entity.fields[field], entity, keys)
        texts[place] = Batch(keys, found)
        return found[key] ?? .null
    }

    // MARK: Words

    func unknown(_ name: String, on record: Light, methods: [String]) -> String {
        guard let position = LightTag.entityPosition(record.tag) else { return "unknown name '\(name)'" }
        let entity = schema.entities[position]
        return SchemaError.unknownField(name, entity: entity.name, among: entity.fields.map(\.name) + methods)
            .description
    }

    func text(of record: Light, in state: State) throws -> String {
        guard let position = LightTag.entityPosition(record.tag) else { return "record" }
        let (entity, key) = (schema.entities[position], record.payload)
        if let known = names[position], known.keys.contains(key) { return known.found[key] ?? entity.name }
        let keys = companions(of: key, position)
        let labels = try snapshot.labels(entity, keys)
        let found = try snapshot.identifiers(entity, keys).merging(labels) { _, label in label }
        names[position] = Batch(keys, found)
        return found[key] ?? entity.name
    }
}

extension RecordBatch {
    func contains(_ key: Int64) -> Bool { batch_row(pointer, key) >= 0 }

    func row(of key: Int64) -> Int? {
        let row = batch_row(pointer, key)
        return row < 0 ? nil : Int(row)
    }
}
