import Community
import LuaKit

/// Methods of the records of an entity. Fields are read as `record.field`; these are for the texts behind them.
struct RecordMethods {
    let session: Session
    let entity: Entity

    var functions: [Function] { [texts] }

    private var texts: Function {
        Function(
            "texts", of: RecordValue.self,
            "All languages of a field that has text in several, where reading the field gives that of the run.",
            Parameter<String>("field", "The field.", type: .field),
            returns: "A table of texts by language; nil when there is none.",
            example: #"item:texts("title").ar"#
        ) { [session, entity] (record: RecordValue, name: String) throws -> TextsValue in
            guard let place = entity.fields.firstIndex(where: { $0.name == name }),
                let position = session.schema.position(of: entity.name)
            else {
                let names = entity.fields.map(\.name)
                throw ScriptError("\(SchemaError.unknownField(name, entity: entity.name, among: names))")
            }
            let field = entity.fields[place]
            guard case .localizedText = field.type else {
                throw ScriptError(
                    "'\(name)' of \(entity.name) is of type \(field.type.name), and has one text only")
            }
            guard case .light(let record) = record.value, LightTag.entityPosition(record.tag) == position
            else {
                throw ScriptError("'texts' is a method of records: write record:texts(\"\(name)\")")
            }
            let value = try session.bridge.allTexts(of: place, record: record.payload, position)
            guard case .localized(let texts) = value else { return TextsValue(value: .nil) }
            return TextsValue(
                value: try session.state.table(
                    fields: texts.sorted.map { (key: $0.language, value: .text($0.text)) }))
        }
    }
}
