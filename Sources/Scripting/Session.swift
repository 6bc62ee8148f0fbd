import Community
import LuaKit
import Store

/// What one run knows: its snapshot, its clock, its languages. Everything in the Lua API leans on it.
///
/// Without a snapshot it has the API and no community to read: to tell what there is.
final class Session {
    let state: State
    private let given: Snapshot?
    let schema: Schema
    let now: Instant
    /// The viewer's zone: `today` is the day of `now` in it.
    let zone: Zone
    let language: String
    let fallback: String
    /// No filter: one and the same value, so that scripts can compare a parameter with it.
    let any = ConditionObject(.any)
    let timeFormat = TimeFormat()
    let bridge: RecordBridge
    let identifiers = RecordIdentifiers()
    let names = RecordNames()
    /// The number of the row of which changes are made at the moment; 0 for none.
    var importedRow = 0
    let program: Program
    /// nil for a lone file.
    let libraries: Libraries?
    /// Whether tables name the records behind their rows.
    var namesRecords = false
    /// Whether what is made is a table for a file, and not a document for readers.
    var isExport = false

    init(state: State, snapshot: Snapshot, program: Program, now: Instant, zone: Zone) {
        self.state = state
        self.program = program
        libraries = program.plugin.map(Libraries.init)
        given = snapshot
        schema = snapshot.schema
        self.now = now
        self.zone = zone
        language = snapshot.language
        fallback = snapshot.community.language
        bridge = RecordBridge(schema: schema, named: NamedFields(sources: program.sources))
    }

    /// The API of communities with these entities, without one of them.
    init(declaring schema: Schema) throws {
        state = try State()
        given = nil
        // As a plugin's file has it, which has most.
        let plugin = PluginContext(id: "", version: "", grants: Grants(plugin: "", read: []))
        program = Program(name: "", source: [], plugin: plugin)
        libraries = Libraries(plugin)
        self.schema = schema
        now = Instant(milliseconds: 0)
        zone = .utc
        language = Language.default.rawValue
        fallback = language
        bridge = RecordBridge(schema: schema, named: NamedFields(sources: []))
    }

    var snapshot: Snapshot {
        get throws(ScriptError) {
            guard let given else { throw ScriptError("there is no community to read here") }
            return given
        }
    }

    var today: Day { zone.local(now).day }

    /// The entity of a record; nil for other values.
    func entity(of light: Light) -> Entity? {
        LightTag.entityPosition(light.tag).flatMap {
            schema.entities.indices.contains($0) ? schema.entities[$0] : nil
        }
    }

    func record(_ entity: String, key: Int64) -> Value {
        guard let position = schema.position(of: entity),
            let light = Light(tag: LightTag.record(entityAt: position), payload: key)
        else { return .nil }
        return .light(light)
    }

    /// The number of items of a list, which must have no other keys: what comes after a hole would be lost.
    func length(of list: Value, _ what: String) throws -> Int64 {
        let (count, other) = try state.extent(list)
        switch other {
        case .nil: return count
        case .integer(let key):
            throw ScriptError("\(what) have a hole: there is none at \(count + 1), and one at \(key)")
        case .string(let key):
            throw ScriptError("\(what) must be a list, and have the name '\(key)' as well")
        default: throw ScriptError("\(what) must be a list, and have \(other.phrase) as a key as well")
        }
    }

    /// A text of several languages in that of the run.
    func text(_ localized: LocalizedText) -> String {
        localized.text(in: language, fallback: fallback)
    }
}
