import CLua

/// Reads the arguments of one call, in order.
struct ArgumentReader {
    let state: State
    let thread: OpaquePointer
    let function: String
    private var index: Int32 = 0
    private var receivers: Int32 = 0

    init(state: State, thread: OpaquePointer, function: String) {
        self.state = state
        self.thread = thread
        self.function = function
    }

    mutating func next<Argument: LuaReadable>(_ parameter: Parameter<Argument>) throws -> Argument {
        index += 1
        let slot = Slot(state: state, thread: thread, index: index)
        if let value = parameter.defaultValue, slot.isNil { return value }
        do {
            if let value = try Argument.read(slot) { return value }
        } catch let error as ScriptError {
            throw bad(parameter.name, error.message)
        }
        throw bad(parameter.name, "expected \(Argument.luaType), got \(slot.typeName)")
    }

    mutating func receiver<Receiver: LuaReadable>(_ type: Receiver.Type) throws -> Receiver {
        index += 1
        receivers = 1
        if let value = try Receiver.read(Slot(state: state, thread: thread, index: index)) { return value }
        throw ScriptError(
            "'\(function)' is a method of a \(type.luaType): call it with a colon, as in value:\(function)(…)"
        )
    }

    private func bad(_ name: String, _ problem: String) -> ScriptError {
        ScriptError("bad argument #\(index - receivers) '\(name)' to '\(function)' (\(problem))")
    }
}
