import Community

/// All stored fields of a record as the audit log keeps them: JSON in which references are identifiers,
/// days and instants are written out, and fields without a value are left out.
enum RecordImage {
    static func json(_ values: [FieldValue], of fields: [Field]) -> String {
        text(values, names: names(of: fields)).text
    }

    /// - Parameter names: of the fields, as `names(of:)` gives them.
    static func text(_ values: [FieldValue], names: [String]) -> JSONText {
        var json = JSONText()
        json.reserve(512)
        json.raw("{")
        var isFirst = true
        for place in values.indices where !values[place].isNull {
            if !isFirst { json.raw(",") }
            isFirst = false
            json.raw(names[place])
            write(values[place], to: &json)
        }
        json.raw("}")
        return json
    }

    /// The names of fields as they stand in images, once for many records: `"title":`.
    static func names(of fields: [Field]) -> [String] {
        fields.map { field in
            var json = JSONText()
            json.string(field.name)
            json.raw(":")
            return json.text
        }
    }

    /// The values of these fields in an image; fields that it does not have are null. So are those of a plugin's
    /// field that was purged, and whose name another type of field has now.
    static func values(_ json: String, of fields: [Field]) throws(StoreError) -> [FieldValue] {
        guard case .object(let members) = JSONReader.value(of: json) else {
            throw StoreError(.damaged, "an image of the audit log is not JSON: \(json.prefix(80))")
        }
        return fields.map { field in
            guard let value = members[field.name].map({ value($0, of: field.type) }) else { return .null }
            return field.isCustom && !field.type.holds(value) ? .null : value
        }
    }

    static func write(_ value: FieldValue, to json: inout JSONText) {
        switch value {
        case .null: json.raw("null")
        case .boolean(let flag): json.raw(flag ? "true" : "false")
        case .integer(let number), .key(let number): json.raw(String(number))
        case .number(let number): json.raw(String(number))
        case .text(let text), .reference(let text): json.string(text)
        case .localized(let text): json.localized(text)
        case .day(let day): json.string(day.description)
        case .instant(let instant): json.string(instant.description)
        case .list(let values): json.sequence("[", values, "]") { write($1, to: &$0) }
        }
    }

    static func value(_ json: JSONReader.Value, of type: FieldType) -> FieldValue {
        switch (type, json) {
        case (.day, .text(let text)): Day(text).map(FieldValue.day) ?? .null
        case (.instant, .text(let text)): Instant(text).map(FieldValue.instant) ?? .null
        case (.reference, .text(let text)): .reference(text)
        case (.references, .list(let items)): .list(items.map { value($0, of: .reference("")) })
        case (.list(let element), .list(let items)): .list(items.map { value($0, of: element) })
        case (.localizedText, _): FieldType.localized(json) ?? .null
        case (.number, .integer(let number)): .number(Double(number))
        case (_, .text(let text)): .text(text)
        case (_, .integer(let number)): .integer(number)
        case (_, .number(let number)): .number(number)
        case (_, .boolean(let flag)): .boolean(flag)
        default: .null
        }
    }
}

extension FieldType {
    fileprivate func holds(_ value: FieldValue) -> Bool {
        do { try check(value) } catch { return false }
        return true
    }
}
