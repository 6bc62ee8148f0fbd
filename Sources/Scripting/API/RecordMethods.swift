import Community
import LuaKit

/// Methods of the records of an entity. Fields are read as `record.field`; these are for the texts behind them.
struct RecordMethods {
    let session: Session
    let entity: Entity

    var functions: [Function] { [texts] }

    private var texts: Function {
        Function(
            "texts",
            "All languages of a field that has text in several, where reading the field gives that of the run.",
            Parameter<Light>("record", "The record."), Parameter<String>("field", "The field."),
            returns: "A table of texts by language; nil when there is none.",
            example: #"item:texts("title").ar"#
        ) { [session, entity] (record: Light, name: String) throws -> Value in
            let field: Field
            do {
                field = try session.schema.field(name, of: entity)
            } catch {
                throw ScriptError("\(error)")
            }
            guard case .localizedText = field.type else {
                throw ScriptError(
                    "'\(name)' of \(entity.name) is of type \(field.type.name), and has one text only")
            }
            guard case .localized(let texts) = try session.snapshot.value(of: field, entity, record.payload)
            else { return .nil }
            return try session.state.table(
                fields: texts.sorted.map { (key: $0.language, value: .text($0.text)) })
        }
    }
}
