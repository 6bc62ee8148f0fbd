import Community

extension FieldType {
    /// A value as its column holds it. References are keys by now.
    ///
    /// - Returns: nil where the value is not of this type.
    func column(_ value: FieldValue) -> SQLValue? {
        switch (self, value) {
        case (_, .null): return .null
        case (.identifier, .text(let text)), (.text, .text(let text)), (.timeZone, .text(let text)),
            (.choice, .text(let text)):
            return .text(text)
        case (.localizedText, .localized(let text)):
            return text.isEmpty ? .null : .json(JSONText(text))
        case (.integer, .integer(let number)): return .integer(number)
        case (.number, .number(let number)): return .number(number)
        case (.number, .integer(let number)): return .number(Double(number))
        case (.boolean, .boolean(let flag)): return .integer(flag ? 1 : 0)
        case (.day, .day(let day)): return .integer(Int64(day.number))
        case (.instant, .instant(let instant)): return .integer(instant.milliseconds)
        case (.reference, .key(let key)): return .integer(key)
        case (.list(let element), .list(let values)):
            if values.isEmpty { return .null }
            var json = JSONText()
            var isRight = true
            json.sequence("[", values, "]") { json, value in
                switch element.column(value) {
                case .text(let text): json.string(text)
                case .integer(let number): json.raw(String(number))
                case .number(let number): json.raw(String(number))
                default: isRight = false
                }
            }
            return isRight ? .json(json) : nil
        default: return nil
        }
    }

    /// What a column holds, as a value. References are keys.
    func value(_ column: Int32, of statement: Statement) -> FieldValue {
        if statement.isNull(column) { return .null }
        switch self {
        case .integer: return .integer(statement.integer(column))
        case .number: return .number(statement.number(column))
        case .boolean: return .boolean(statement.integer(column) != 0)
        case .day: return .day(Day(number: Int(statement.integer(column))))
        case .instant: return .instant(Instant(milliseconds: statement.integer(column)))
        case .reference, .references, .inverse, .path: return .key(statement.integer(column))
        case .localizedText:
            return JSONReader.value(of: statement.text(column)).flatMap(Self.localized) ?? .null
        case .list(let element):
            guard case .list(let items) = JSONReader.value(of: statement.text(column)) else { return .null }
            return .list(items.map(element.item))
        case .identifier, .text, .timeZone, .choice: return .text(statement.text(column))
        }
    }

    static func localized(_ json: JSONReader.Value) -> FieldValue? {
        guard case .object(let members) = json else { return nil }
        return .localized(
            LocalizedText(
                members.compactMapValues { if case .text(let text) = $0 { text } else { nil } }))
    }

    private func item(_ json: JSONReader.Value) -> FieldValue {
        switch (self, json) {
        case (.day, .integer(let number)): .day(Day(number: Int(number)))
        case (.instant, .integer(let number)): .instant(Instant(milliseconds: number))
        case (.boolean, .integer(let number)): .boolean(number != 0)
        case (.number, .integer(let number)): .number(Double(number))
        case (_, .text(let text)): .text(text)
        case (_, .integer(let number)): .integer(number)
        case (_, .number(let number)): .number(number)
        default: .null
        }
    }
}
