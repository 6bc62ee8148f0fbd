import Community

/// Two records of an entity for a test, and those that they cannot be without, as a table of Lua.
struct TemplateRecords {
    /// By plural, the fields of each record.
    private var records: [(plural: String, lines: [String])] = []

    init(_ entity: Entity) {
        add(entity, ["first", "second"])
    }

    var text: String {
        records.map { plural, lines in
            "    \(plural) = {\n" + lines.map { "      { \($0) },\n" }.joined() + "    },\n"
        }.joined()
    }

    private mutating func add(_ entity: Entity, _ identifiers: [String]) {
        guard !records.contains(where: { $0.plural == entity.plural }) else { return }
        let needed = entity.fields.filter { field in
            field.isRequired && field.name != "id" && field.defaultValue.isNull && !field.type.isChoice
        }
        for target in needed.compactMap(\.type.target) {
            if let other = Schema.standard.entities.first(where: { $0.name == target }) {
                add(other, ["first"])
            }
        }
        let lines = identifiers.enumerated().map { index, identifier in
            (["id = \"\(identifier)\""]
                + needed.map { "\($0.name) = \(Self.value($0.type, index, identifier))" })
                .joined(separator: ", ")
        }
        records.append((entity.plural, lines))
    }

    private static func value(_ type: FieldType, _ index: Int, _ identifier: String) -> String {
        switch type {
        case .integer, .number: "\(index + 1)"
        case .boolean: "true"
        case .day: "\"2024-05-0\(index + 1)\""
        case .instant: "\"2024-05-0\(index + 1)T10:00Z\""
        case .timeZone: "\"Asia/Amman\""
        case .reference, .references: "\"first\""
        default: "\"\(identifier.prefix(1).uppercased() + identifier.dropFirst())\""
        }
    }
}

extension FieldType {
    /// The host gives a choice that is left out in tests its first value.
    fileprivate var isChoice: Bool { if case .choice = self { true } else { false } }
}
