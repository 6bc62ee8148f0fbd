import LuaKit

/// A record of any entity, or none, as functions take and give it.
struct RecordValue: LuaConvertible {
    let value: Value

    static let luaType = "record"
    static let luaAcceptsNil = true

    init(_ value: Value) {
        self.value = value
    }

    static func read(_ slot: Slot) throws -> RecordValue? {
        guard let light = slot.light, LightTag.entityPosition(light.tag) != nil else { return nil }
        return RecordValue(.light(light))
    }

    func write(to stack: Stack) throws -> Int32 { try value.write(to: stack) }
}

/// The texts of a field by language, or nil.
struct TextsValue: LuaWritable {
    let value: Value

    static let luaType = "table of texts by language"
    static let luaTypeExpression = TypeExpression.table(of: .string)
    static let luaAcceptsNil = true

    func write(to stack: Stack) throws -> Int32 { try value.write(to: stack) }
}
