import Community
import LuaKit

/// `create`, `update`, `upsert` and `delete`: what transforms return, one function an entity.
struct ChangeFunctions {
    let session: Session

    private var entities: [Entity] { session.schema.entities }

    var modules: [Module] {
        [
            Module(
                "create", "Changes that make records.",
                functions: entities.map { entity in
                    function("create", "Proposes a new record.", entity) { id, fields in
                        .create(entity: entity.name, id: id, fields: fields)
                    }
                }),
            Module(
                "update", "Changes of records that there are.",
                functions: entities.map { entity in
                    function("update", "Proposes a change of the record with that `id`.", entity) {
                        .update(
                            entity: entity.name, id: try Self.required($0, "update", entity), base: nil,
                            fields: $1)
                    }
                }),
            Module(
                "upsert", "Changes that make records, or change them where they are there already.",
                functions: entities.map { entity in
                    function(
                        "upsert",
                        "Proposes a record with that `id`: a new one, or a change of the one there is.",
                        entity
                    ) {
                        .upsert(
                            entity: entity.name, id: try Self.required($0, "upsert", entity), fields: $1)
                    }
                }),
            Module("delete", "Changes that take records away.", functions: entities.map(deletion)),
        ]
    }

    private func function(
        _ action: String, _ documentation: String, _ entity: Entity,
        _ make: @escaping (String?, [String: FieldValue]) throws -> Change
    ) -> Function {
        let reader = ChangeFields(entity, session: session)
        let label = entity.field(entity.label)
        let title = label?.type == .text || label?.type == .localizedText ? ", \(entity.label) = \"…\"" : ""
        return Function(
            entity.name, documentation,
            Parameter<TableArgument>("fields", "Its fields.", type: .options(ChangeFields.options(entity))),
            returns: "The change, for the transform to return.",
            example: "\(action).\(entity.name) { id = \"x-1\"\(title) }"
        ) { [session] (table: TableArgument) throws -> ChangeObject in
            let (id, fields) = try reader.read(table)
            return ChangeObject(try make(id, fields), row: session.importedRow)
        }
    }

    private func deletion(_ entity: Entity) -> Function {
        Function(
            entity.name, "Proposes that the record goes.",
            Parameter<Value>(
                "record", "The record, or its identifier.", type: .either([.named(entity.name), .string])),
            returns: "The change, for the transform to return.",
            example: "delete.\(entity.name) \"x-1\""
        ) { [session] (record: Value) throws -> ChangeObject in
            let id: String
            switch record {
            case .string(let string) where string.text != nil: id = string.description
            case .integer(let number): id = String(number)
            case .light(let light) where session.entity(of: light)?.name == entity.name:
                id = try session.identifiers.identifier(entity, light.payload)
            default:
                throw ScriptError(
                    "'delete.\(entity.name)' takes the \(entity.name) or its identifier, not \(record.phrase)"
                )
            }
            return ChangeObject(.delete(entity: entity.name, id: id), row: session.importedRow)
        }
    }

    private static func required(_ id: String?, _ action: String, _ entity: Entity) throws -> String {
        guard let id else {
            throw ScriptError("'\(action).\(entity.name)' needs the record's 'id'")
        }
        return id
    }
}
