import CLua

/// A function that a script gave, to be called back.
public struct Callback: LuaConvertible {
    let state: State
    let reference: Reference

    public static var luaType: String { "function" }

    public static func read(_ slot: Slot) throws -> Callback? {
        guard case .function(let reference) = slot.value else { return nil }
        return Callback(state: slot.state, reference: reference)
    }

    public func write(to stack: Stack) throws -> Int32 {
        stack.push(reference)
        return 1
    }

    /// Calls it.
    /// - Throws: ``LuaError``; to be thrown on, so that the script's own handling sees its error.
    public func callAsFunction(_ arguments: Value...) throws(LuaError) -> [Value] {
        try state.call(.function(reference), arguments)
    }
}
