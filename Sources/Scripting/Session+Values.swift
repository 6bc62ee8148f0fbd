import Community
import LuaKit

extension Session {
    /// A value out of the snapshot as scripts see it. `type` is the field's: it says which entity a key is of.
    func value(_ value: FieldValue, _ type: FieldType) throws -> Value {
        switch value {
        case .null: return .nil
        case .boolean(let flag): return .boolean(flag)
        case .integer(let number): return .integer(number)
        case .number(let number): return .number(number)
        case .text(let text), .reference(let text): return .text(text)
        case .localized(let localized): return .text(text(localized))
        case .day(let day): return Light(day).map(Value.light) ?? .nil
        case .instant(let instant): return Light(instant).map(Value.light) ?? .nil
        case .key(let key): return record(type.target ?? "", key: key)
        case .list(let values): return try state.table(items: values.map { try self.value($0, type) })
        }
    }
}
