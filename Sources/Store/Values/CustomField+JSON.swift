import Community

// How a plugin's field is written into the community's file. Its plugin, entity and name stand beside it.
extension CustomField {
    /// Raised whenever a reader of the former form would misunderstand the new one.
    private static let form: Int64 = 1

    var json: String {
        let type = field.type
        var members: [(name: String, write: (inout JSONText) -> Void)] = [
            ("form", { $0.raw(String(Self.form)) }),
            ("type", { $0.string(type.typeName?.description ?? type.name) }),
            ("title", { $0.localized(field.title) }),
            ("documentation", { $0.string(field.documentation) }),
        ]
        func add(_ name: String, _ value: FieldValue) {
            if !value.isNull { members.append((name, { RecordImage.write(value, to: &$0) })) }
        }
        let bounds = type.bounds
        add("minimum", bounds.minimum)
        add("maximum", bounds.maximum)
        add("default", field.defaultValue)
        if !type.choices.isEmpty {
            members.append(
                (
                    "choices",
                    { json in
                        json.sequence("[", type.choices, "]") { json, choice in
                            Self.write(choice.name, choice.title, to: &json)
                        }
                    }
                ))
        }
        if field.sensitivity == .personal { members.append(("personal", { $0.raw("true") })) }
        if let inverse = field.inverse {
            let name = Field(inverse.name, type, inverse.title, "").ownName
            members.append(("inverse", { Self.write(name, inverse.title, to: &$0) }))
        }
        var json = JSONText()
        json.sequence("{", members, "}") { json, member in
            json.string(member.name)
            json.raw(":")
            member.write(&json)
        }
        return json.text
    }

    /// - Parameter schema: that of the entities that the field may refer to.
    /// - Throws: `newerVersion` when it is not understood.
    init(
        _ json: String, plugin: String, entity: String, name: String, _ schema: Schema
    ) throws(StoreError) {
        try self.init(
            JSONReader.value(of: json) ?? .null, plugin: plugin, entity: entity, name: name, schema)
    }

    init(
        _ json: JSONReader.Value, plugin: String, entity: String, name: String, _ schema: Schema
    ) throws(StoreError) {
        guard case .object(let members) = json, members["form"] == .integer(Self.form),
            case .text(let typeName) = members["type"],
            case .text(let documentation) = members["documentation"]
        else {
            throw StoreError(
                .newerVersion,
                "the field 'x.\(plugin).\(name)' of \(entity) was declared by a later version of Halqa; use that one"
            )
        }
        func value(_ name: String, _ type: FieldType) -> FieldValue {
            members[name].map { RecordImage.value($0, of: type) } ?? .null
        }
        do throws(DeclarationError) {
            var choices: [Choice] = []
            if case .list(let items) = members["choices"] {
                choices = items.compactMap(Self.named).map { Choice($0.name, title: $0.title) }
            }
            let type = try FieldType(
                TypeName(typeName, for: .field, in: schema), minimum: value("minimum", .anyInteger),
                maximum: value("maximum", .anyInteger), choices: choices)
            try self.init(
                plugin: plugin, entity: entity, name: name, type: type, title: Self.title(members),
                documentation: documentation, isPersonal: members["personal"] == .boolean(true),
                default: value("default", type), inverse: members["inverse"].flatMap(Self.named))
        } catch {
            throw StoreError(
                .newerVersion,
                "the field 'x.\(plugin).\(name)' of \(entity) \(error); use the version of Halqa that declared it"
            )
        }
    }

    private static func write(_ name: String, _ title: LocalizedText, to json: inout JSONText) {
        json.raw("{\"name\":")
        json.string(name)
        json.raw(",\"title\":")
        json.localized(title)
        json.raw("}")
    }

    private static func named(_ json: JSONReader.Value) -> (name: String, title: LocalizedText)? {
        guard case .object(let members) = json, case .text(let name) = members["name"] else { return nil }
        return (name, title(members))
    }

    private static func title(_ members: [String: JSONReader.Value]) -> LocalizedText {
        guard case .localized(let title) = members["title"].flatMap(FieldType.localized) else { return [:] }
        return title
    }
}

extension FieldType {
    /// The least and greatest value, where a declaration gave them.
    fileprivate var bounds: (minimum: FieldValue, maximum: FieldValue) {
        switch self {
        case .integer(let range):
            (
                range.lowerBound == Int64.min ? .null : .integer(range.lowerBound),
                range.upperBound == Int64.max ? .null : .integer(range.upperBound)
            )
        case .number(let range):
            (
                range.lowerBound == -Double.greatestFiniteMagnitude ? .null : .number(range.lowerBound),
                range.upperBound == Double.greatestFiniteMagnitude ? .null : .number(range.upperBound)
            )
        default: (.null, .null)
        }
    }
}
