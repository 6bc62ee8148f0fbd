import Community
import LuaKit
import Spelling

/// Makes conditions out of what scripts give to `where`.
struct ConditionReader {
    let session: Session
    private var state: State { session.state }
    private var schema: Schema { session.schema }
    /// The zone in which a date covers the instants from its midnight to the next.
    private var zone: Zone { session.zone }
    /// How the script wrote the field: `owners.name`.
    let path: String
    let field: Field

    /// What the record that has the field must meet.
    ///
    /// - Returns: nil when every record does (`any`).
    /// - Throws: `ScriptError` for a value that the field cannot be compared with, `StoreError` for an
    ///   identifier that no record has.
    func predicate(_ value: Value) throws -> Predicate? {
        if case .object(let object as ConditionObject) = value, case .except(let value) = object.form,
            let (first, last) = try span(value)
        {
            return .not(.field(field.name, .isBetween(first, last)))
        }
        return try condition(value).map { .field(field.name, $0) }
    }

    private func condition(_ value: Value) throws -> Condition? {
        switch value {
        case .nil:
            throw ScriptError(
                "where(\"\(path)\", nil): the value is nil; write `none` for records without \(path), or `any` for "
                    + "no filter")
        case .object(let object as ConditionObject): return try condition(object)
        case .object(let query as QueryObject): return .isOneOf(try keys(query))
        case .table:
            return .isOneOf(try list(value).map { try operand($0) })
        default:
            if let (first, last) = try span(value) { return .isBetween(first, last) }
            return .isOneOf([try operand(value)])
        }
    }

    private func condition(_ object: ConditionObject) throws -> Condition? {
        switch object.form {
        case .any: return nil
        case .none: return .isAbsent
        case .before(let value):
            try requireOrder(object.name)
            return .isBefore(try span(value)?.first ?? operand(value))
        case .after(let value):
            try requireOrder(object.name)
            return .isAfter(try span(value)?.last ?? operand(value))
        case .between(let low, let high):
            try requireOrder(object.name)
            return .isBetween(try span(low)?.first ?? operand(low), try span(high)?.last ?? operand(high))
        case .contains(let text):
            switch elementType {
            case .text, .localizedText, .identifier: return .contains(text)
            default: throw refusal("is of type \(field.type.name), and `contains` asks for text")
            }
        case .has(let value):
            guard field.type.isMany else {
                throw refusal("has one value; `has` asks a list: write where(\"\(path)\", value)")
            }
            return .has(try operand(value))
        case .except(let value):
            switch value {
            case .nil:
                throw refusal("cannot be compared with nil; write except(none) for records that have one")
            case .object(let object as ConditionObject):
                guard case .none = object.form else { throw refusal("except(\(object.name)) means nothing") }
                return .isPresent
            case .object(let query as QueryObject): return .isNoneOf(try keys(query))
            case .table: return .isNoneOf(try list(value).map { try operand($0) })
            default: return .isNoneOf([try operand(value)])
            }
        }
    }

    /// The first and last value that a day, month or quarter covers, where it covers several.
    private func span(_ value: Value) throws -> (first: FieldValue, last: FieldValue)? {
        let days: (first: Day, last: Day)
        if let month = Month(value) {
            days = (month.firstDay, month.lastDay)
        } else if let quarter = Quarter(value) {
            days = (quarter.firstDay, quarter.lastDay)
        } else if let day = Day(value), elementType == .instant {
            days = (day, day)
        } else {
            return nil
        }
        switch elementType {
        case .day: return (.day(days.first), .day(days.last))
        case .instant:
            let next = days.last.adding(days: 1) ?? days.last
            let end = zone.instant(next, ClockTime(milliseconds: 0)).milliseconds - 1
            return (
                .instant(zone.instant(days.first, ClockTime(milliseconds: 0))),
                .instant(Instant(milliseconds: end))
            )
        default: return nil
        }
    }

    private func operand(_ value: Value) throws -> FieldValue {
        switch (elementType, value) {
        case (.day, .light):
            if let day = Day(value) { return .day(day) }
            if let instant = Instant(value) {
                throw refusal("is a date, and \(instant) an instant; take its day: instant:day(zone)")
            }
        case (.instant, .light):
            if let instant = Instant(value) { return .instant(instant) }
        case (.integer, .integer(let number)), (.number, .integer(let number)): return .integer(number)
        case (.number, .number(let number)), (.integer, .number(let number)): return .number(number)
        case (.boolean, .boolean(let flag)): return .boolean(flag)
        case (.reference(let target), .light(let light)):
            guard let position = LightTag.entityPosition(light.tag), position < schema.entities.count else {
                break
            }
            let entity = schema.entities[position]
            guard entity.name == target else {
                throw refusal("refers to records of \(target), and this is one of \(entity.name)")
            }
            return .key(light.payload)
        case (.reference(let target), .string(let string)):
            // Looked up here, so that a mistake is told where it was made.
            return .key(try session.snapshot.key(of: try text(string), in: schema.entity(target)))
        case (let type, .string(let string)):
            do {
                if type == .localizedText { return .text(try text(string)) }
                return try type.parse(try text(string))
            } catch let error as ValueError {
                throw refusal("cannot be compared: \(error)")
            }
        default: break
        }
        throw refusal("holds \(phrase), and cannot be compared with \(value.phrase)")
    }

    /// The type of what a field with several values has several of.
    private var elementType: FieldType {
        switch field.type {
        case .list(let element): element
        default: field.type.target.map { .reference($0) } ?? field.type
        }
    }

    private var phrase: String {
        switch elementType {
        case .reference(let entity): "records of \(entity)"
        case .choice(let choices): "one of " + choices.map(\.name).joined(separator: ", ")
        default: "values of type \(elementType.name)"
        }
    }

    /// The records of a query, for any of which the field may stand.
    private func keys(_ query: QueryObject) throws -> [FieldValue] {
        guard case .reference(let target) = elementType else {
            throw refusal("holds \(phrase), and cannot be compared with a query")
        }
        guard query.query.entity == target else {
            throw refusal(
                "refers to records of \(target), and this is a query of \(query.query.entity)")
        }
        return try query.keys().map(FieldValue.key)
    }

    private func list(_ value: Value) throws -> [Value] {
        let (_, other) = try state.extent(value)
        guard other.isNil else {
            throw refusal("was given a table that is no list; write { \"one\", \"two\" } for any of them")
        }
        return try state.sequence(value)
    }

    private func requireOrder(_ name: String) throws {
        guard !field.type.isMany else {
            throw refusal("has several values, which `\(name)` cannot compare")
        }
        switch elementType {
        case .day, .instant, .integer, .number, .text, .localizedText, .identifier: return
        default: throw refusal("has no order, which `\(name)` asks for")
        }
    }

    private func text(_ string: LuaString) throws -> String {
        guard let text = string.text else { throw refusal("was given a text that is not UTF-8") }
        return text
    }

    private func refusal(_ what: String) -> ScriptError {
        ScriptError("'\(path)' \(what)")
    }
}
