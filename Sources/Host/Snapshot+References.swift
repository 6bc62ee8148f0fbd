import Community
import Store

extension Snapshot {
    /// References as people type them, by identifier or by name, as identifiers.
    ///
    /// - Throws: `StoreError` where there is no such record, or several are called so.
    func referred(_ value: FieldValue, _ type: FieldType) throws -> FieldValue {
        guard let target = try type.target.map(schema.entity) else { return value }
        switch value {
        case .reference(let name):
            guard let key = try find(name, in: target), let id = try identifiers(target, [key])[key] else {
                throw try unknown(name, target)
            }
            return .reference(id)
        case .list(let items): return .list(try items.map { try referred($0, .reference(target.name)) })
        default: return value
        }
    }

    /// The same of a condition on a field of that type.
    func referred(_ condition: Condition, _ type: FieldType) throws -> Condition {
        switch condition {
        case .isOneOf(let values): .isOneOf(try values.map { try referred($0, type) })
        case .isNoneOf(let values): .isNoneOf(try values.map { try referred($0, type) })
        default: condition
        }
    }
}
