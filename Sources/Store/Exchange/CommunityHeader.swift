import Community

/// What a community that is written out as a folder of files says of itself, beside its records: `community.json`.
///
/// ```json
/// {
/// "format":1,
/// "name":{"en":"Regional workstream"},
/// "language":"en",
/// "created_at":"2024-01-31T00:00:00Z",
/// "viewer":null,
/// "custom_fields":[
/// {"plugin":"follow_up","entity":"action_item","name":"national_reference","declaration":{…}}
/// ],
/// "fields":{
/// "organization":["kind","name"]
/// }
/// }
/// ```
public struct CommunityHeader: Sendable, Hashable {
    public var properties: CommunityProperties
    /// The member who saw what was written; nil for the operator, who saw all.
    public var viewer: String?
    /// What plugins have declared, in order of their plugins, entities and names.
    public var customFields: [CustomField]
    /// By entity the fields that were written: a record that lacks one of them has no value of it. Empty where the
    /// viewer may have known but a part.
    public var fields: [String: [String]]

    /// Raised whenever a reader of the former form would misunderstand the new one.
    private static let form: Int64 = 1

    /// What a snapshot's community says of itself.
    public init(_ snapshot: Snapshot) throws(StoreError) {
        properties = snapshot.community
        customFields = try snapshot.customFields.sorted {
            ($0.plugin, $0.entity, $0.name) < ($1.plugin, $1.entity, $1.name)
        }
        fields = [:]
        if case .member(let member) = snapshot.viewer {
            viewer = member.id
        } else {
            for entity in snapshot.schema.entities { fields[entity.name] = entity.writtenFields.map(\.name) }
        }
    }

    /// The text of the file. The same community gives the same bytes.
    public var text: String {
        var json = JSONText()
        json.raw("{\n\"format\":\(Self.form),\n\"name\":\(JSONText(properties.name).text),\n\"language\":")
        json.string(properties.language)
        json.raw(",\n\"created_at\":")
        json.string(properties.createdAt.description)
        json.raw(",\n\"viewer\":")
        if let viewer { json.string(viewer) } else { json.raw("null") }
        json.raw(",\n\"custom_fields\":")
        json.sequence(customFields.isEmpty ? "[" : "[\n", customFields, customFields.isEmpty ? "]" : "\n]") {
            json, field in
            json.raw(field == customFields.first ? "{\"plugin\":" : "\n{\"plugin\":")
            json.string(field.plugin)
            json.raw(",\"entity\":")
            json.string(field.entity)
            json.raw(",\"name\":")
            json.string(field.name)
            json.raw(",\"declaration\":\(field.json)}")
        }
        let entities = fields.keys.sorted()
        json.raw(",\n\"fields\":")
        json.sequence(entities.isEmpty ? "{" : "{\n", entities, entities.isEmpty ? "}" : "\n}") {
            json, entity in
            if entity != entities.first { json.raw("\n") }
            json.string(entity)
            json.raw(":")
            json.sequence("[", fields[entity] ?? [], "]") { $0.string($1) }
        }
        json.raw("\n}\n")
        return json.text
    }

    /// - Parameter schema: the entities that there are, without what plugins declare.
    /// - Throws: `badChange` for a text that is no such file, `newerVersion` for one of a later version.
    public init(_ text: String, schema: Schema = .standard) throws(StoreError) {
        guard case .object(let members) = JSONReader.value(of: text), members["format"] != nil else {
            throw StoreError(.badChange, "it is not the JSON that `halqa export community` writes")
        }
        guard members["format"] == .integer(Self.form) else {
            throw StoreError(.newerVersion, "it was written by a later version of Halqa; use that one")
        }
        guard case .localized(let name)? = members["name"].flatMap(FieldType.localized),
            case .text(let language)? = members["language"], case .text(let created)? = members["created_at"],
            let createdAt = Instant(created), case .list(let declarations)? = members["custom_fields"],
            case .object(let fields)? = members["fields"]
        else {
            throw StoreError(
                .badChange, "it lacks the community's name, language, created_at, custom_fields or fields")
        }
        properties = CommunityProperties(name: name, language: language, createdAt: createdAt)
        if case .text(let viewer)? = members["viewer"] { self.viewer = viewer }
        customFields = try declarations.map { declaration throws(StoreError) in
            guard case .object(let field) = declaration, case .text(let plugin)? = field["plugin"],
                case .text(let entity)? = field["entity"], case .text(let name)? = field["name"],
                let declared = field["declaration"]
            else {
                throw StoreError(
                    .badChange, "one of its custom_fields lacks its plugin, entity, name or declaration")
            }
            return try CustomField(declared, plugin: plugin, entity: entity, name: name, schema)
        }
        self.fields = fields.mapValues { names in
            guard case .list(let items) = names else { return [] }
            return items.compactMap { if case .text(let name) = $0 { name } else { nil } }
        }
    }
}

extension Entity {
    /// The fields that records are written out with: Halqa's in their order, then those of plugins in order of their
    /// names, whoever came first.
    var writtenFields: [Field] {
        let stored = fields.filter { $0.isColumn || $0.isJoined }
        return stored.filter { !$0.isCustom } + stored.filter(\.isCustom).sorted { $0.name < $1.name }
    }
}
