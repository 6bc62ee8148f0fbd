import Community

/// What a condition asks of a field that is not a reference.
struct Question {
    let field: Field
    let entity: Entity

    /// The test of a column's value, never true of null.
    ///
    /// - Throws: when the condition does not suit the field, or a value is of another type.
    func test(_ condition: Condition, _ column: SQL) throws(StoreError) -> SQL {
        switch condition {
        case .isPresent: return "\(column) IS NOT NULL"
        case .isOneOf(let values): return try isOneOf(values, column)
        case .has(let value):
            guard case .list = field.type else { throw doesNotSuit(condition) }
            return try isOneOf([value], column)
        case .contains(let text):
            guard isText else { throw doesNotSuit(condition) }
            return "instr(folded(\(column)), folded(\(bind: .text(text)))) > 0"
        case .isBefore(let value): return try compare(column, "<", value, condition)
        case .isAfter(let value): return try compare(column, ">", value, condition)
        case .isAtMost(let value): return try compare(column, "<=", value, condition)
        case .isAtLeast(let value): return try compare(column, ">=", value, condition)
        case .isBetween(let first, let last):
            return .all([
                try compare(column, ">=", first, condition), try compare(column, "<=", last, condition),
            ])
        case .isNoneOf, .isAbsent: throw doesNotSuit(condition)
        }
    }

    private var isText: Bool {
        switch field.type {
        case .text, .localizedText, .identifier: true
        default: false
        }
    }

    private func isOneOf(_ values: [FieldValue], _ column: SQL) throws(StoreError) -> SQL {
        guard !values.isEmpty else { return .no }
        if case .list(let element) = field.type {
            let list = SQL.list(try arguments(values, of: element))
            return "EXISTS (SELECT 1 FROM json_each(\(column)) WHERE value IN \(list))"
        }
        let arguments = try arguments(values, of: field.type)
        return arguments.count == 1
            ? "\(column) = \(bind: arguments[0])" : "\(column) IN \(SQL.list(arguments))"
    }

    private func compare(
        _ column: SQL, _ sign: SQL, _ value: FieldValue, _ condition: Condition
    ) throws(StoreError) -> SQL {
        switch field.type {
        case .day, .instant, .integer, .number:
            return "\(column) \(sign) \(bind: try argument(value, of: field.type))"
        case .text, .localizedText:
            return "folded(\(column)) \(sign) folded(\(bind: try argument(value, of: field.type)))"
        default: throw doesNotSuit(condition)
        }
    }

    private func arguments(_ values: [FieldValue], of type: FieldType) throws(StoreError) -> [SQLValue] {
        try values.map { value throws(StoreError) in try argument(value, of: type) }
    }

    /// A value to compare with. Numbers may lie outside of the field's range: the answer is then simply no.
    private func argument(_ value: FieldValue, of type: FieldType) throws(StoreError) -> SQLValue {
        switch (type, value) {
        case (.text, .text(let text)), (.localizedText, .text(let text)), (.identifier, .text(let text)),
            (.timeZone, .text(let text)):
            return .text(text)
        case (.choice, .text(let text)):
            do { try type.check(value) } catch {
                throw StoreError(.badQuery, "'\(field.name)' of \(entity.name): \(error)")
            }
            return .text(text)
        case (.integer, .integer(let number)), (.number, .integer(let number)): return .integer(number)
        case (.integer, .number(let number)), (.number, .number(let number)): return .number(number)
        case (.boolean, .boolean(let flag)): return .integer(flag ? 1 : 0)
        case (.day, .day(let day)): return .integer(Int64(day.number))
        case (.instant, .instant(let instant)): return .integer(instant.milliseconds)
        default: throw expected("a value of type \(type.name)", value)
        }
    }

    func expected(_ what: String, _ value: FieldValue) -> StoreError {
        StoreError(
            .badQuery,
            "'\(field.name)' of \(entity.name) is compared with \(what), not with \(value.typeName)")
    }

    func doesNotSuit(_ condition: Condition) -> StoreError {
        StoreError(
            .badQuery,
            "'\(field.name)' of \(entity.name) (\(field.type.name)) has no '\(condition.name)': "
                + condition.suitedTo)
    }
}

extension Condition {
    /// As scripts name it.
    fileprivate var name: String {
        switch self {
        case .isOneOf: "equals"
        case .isNoneOf: "except"
        case .isBefore: "before"
        case .isAfter: "after"
        case .isAtMost: "at most"
        case .isAtLeast: "at least"
        case .isBetween: "between"
        case .contains: "contains"
        case .has: "has"
        case .isPresent: "any"
        case .isAbsent: "none"
        }
    }

    fileprivate var suitedTo: String {
        switch self {
        case .contains: "only texts contain something; compare the field with a value"
        case .has: "only fields with several values have something; compare the field with a value"
        default:
            "only dates, instants, numbers and texts are before or after another; "
                + "compare the field with a value"
        }
    }
}

extension FieldValue {
    /// What a message calls a value.
    fileprivate var typeName: String {
        switch self {
        case .null: "nothing"
        case .boolean: "\(self) (true or false)"
        case .integer, .number: "\(self) (a number)"
        case .text, .localized: "'\(self)' (a text)"
        case .day: "\(self) (a date)"
        case .instant: "\(self) (an instant)"
        case .list: "a list"
        case .reference, .key: "a record"
        }
    }
}
