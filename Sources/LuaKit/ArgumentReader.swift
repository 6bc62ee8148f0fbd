import CLua
import Spelling

/// Reads the arguments of one call, in order.
@usableFromInline struct ArgumentReader {
    @usableFromInline unowned(unsafe) let state: State
    @usableFromInline let thread: OpaquePointer
    @usableFromInline var index: Int32 = 0
    @usableFromInline var receivers: Int32 = 0

    @inlinable init(state: State, thread: OpaquePointer) {
        self.state = state
        self.thread = thread
    }

    /// Whether the next argument is nil or was not given; it is skipped then.
    @inlinable mutating func skipsNil() -> Bool {
        guard lua_type(thread, index + 1) <= LUA_TNIL else { return false }
        index += 1
        return true
    }

    @inlinable mutating func next<Argument: LuaReadable>() throws -> Argument {
        index += 1
        let slot = Slot(state: state, thread: thread, index: index)
        do {
            if let value = try Argument.read(slot) { return value }
        } catch {
            throw refusal(error)
        }
        throw bad("expected \(Argument.luaType), got \(slot.typeName)")
    }

    @inlinable mutating func receiver<Receiver: LuaReadable>() throws -> Receiver {
        index += 1
        receivers = 1
        if let value = try Receiver.read(Slot(state: state, thread: thread, index: index)) { return value }
        throw BadArgument.receiver(typeName: Receiver.luaType)
    }

    @usableFromInline func refusal(_ error: any Error) -> any Error {
        guard let error = error as? ScriptError else { return error }
        return bad(error.message)
    }

    @usableFromInline func bad(_ problem: String) -> BadArgument {
        .argument(number: Int(index - receivers), problem: problem)
    }
}

/// An argument that is not what a function takes. The names of both are added by ``HostFunction``.
@usableFromInline enum BadArgument: Error {
    /// Of those between the parentheses, from 1.
    case argument(number: Int, problem: String)
    case receiver(typeName: String)

    func message(function: String, _ parameters: [ParameterDescription]) -> String {
        switch self {
        case .argument(let number, let problem):
            // All that is left is read by the last parameter.
            let name = (parameters.prefix(number).last?.name).map { " '\($0)'" } ?? ""
            return "bad argument #\(number)\(name) to '\(function)' (\(problem))"
        case .receiver(let typeName):
            return
                "'\(function)' is a method of \(withArticle(typeName)): call it with a colon, as in value:\(function)(…)"
        }
    }
}
