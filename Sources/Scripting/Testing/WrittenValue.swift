import Community
import LuaKit

/// Values of fields as a test writes them: in Lua, or in text as people type them.
struct WrittenValue {
    let session: Session

    /// - Parameter what: what messages call it: `the field 'due'`.
    func value(_ value: Value, _ type: FieldType, _ what: String) throws -> FieldValue {
        guard case .table = value else {
            do {
                return try type.parse(text(value, what), language: TestFile.communityLanguage)
            } catch let error as ValueError { throw ScriptError("\(what): \(error)") }
        }
        switch type {
        case .localizedText:
            return .localized(try TableReader.localized(session.state, value, what))
        case .list(let element): return .list(try items(value, element, what))
        case .references(let entity): return .list(try items(value, .reference(entity), what))
        default: throw ScriptError("\(what) has one value, and this is a table")
        }
    }

    private func items(_ list: Value, _ element: FieldType, _ what: String) throws -> [FieldValue] {
        _ = try session.length(of: list, "the values of \(what)")
        return try session.state.sequence(list).map { try value($0, element, what) }
    }

    /// As a user would type it.
    func text(_ value: Value, _ what: String) throws -> String {
        switch value {
        case .string(let string):
            guard let text = string.text else { throw ScriptError("\(what) is not valid UTF-8") }
            return text
        case .integer(let number): return String(number)
        case .number(let number): return String(number)
        case .boolean(let flag): return String(flag)
        default:
            guard let text = value.timeText else {
                throw ScriptError("\(what) cannot be \(value.phrase)")
            }
            return text
        }
    }
}

extension Value {
    /// A date, an instant, a month or a quarter as people type it; nil for any other value.
    var timeText: String? {
        Day(self)?.description ?? Instant(self)?.description ?? Month(self)?.description
            ?? Quarter(self)?.description
    }
}
