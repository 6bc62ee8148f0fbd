import CLua
import Spelling

extension State {
    /// Gives a global its value, frozen or not.
    public func setGlobal(_ name: String, _ value: Value) throws(LuaError) {
        let pointer = try opened()
        Stack(state: self, thread: clua_thread(pointer)).push(value)
        clua_set_global(pointer, name)
    }

    /// A view of a table that scripts can read and not change, and in which unknown names are errors.
    ///
    /// - Parameter name: what messages call it: `cannot assign 'params.owner': 'params' is read-only`.
    public func readOnly(_ table: Value, name: String) throws(LuaError) -> Value {
        let pointer = try opened()
        let thread: OpaquePointer = clua_thread(pointer)
        guard case .table = table, lua_checkstack(thread, 12) != 0 else { return table }
        Stack(state: self, thread: thread).push(table)
        clua_protect(pointer, name)
        return pop(on: thread)
    }

    /// The value of a global; nil when there is none.
    public func global(_ name: String) throws(LuaError) -> Value {
        let pointer = try opened()
        clua_push_globals(pointer)
        return try get(pop(on: clua_thread(pointer)), name)
    }

    /// From now on, a script that assigns a global or reads an unknown one gets an error.
    public func freeze() throws(LuaError) {
        clua_freeze(try opened())
    }

    /// Registers the functions and constants of a module.
    public func register(_ module: Module) throws(LuaError) {
        let pointer = try opened()
        let thread: OpaquePointer = clua_thread(pointer)
        let stack = Stack(state: self, thread: thread)
        if let name = module.name {
            clua_push_table(thread)
            for function in module.functions {
                stack.push(function.name)
                pushFunction(function.name, taking: function.parameters, on: pointer, function.body)
                lua_rawset(thread, -3)
            }
            for constant in module.constants {
                stack.push(constant.name)
                stack.push(constant.value)
                lua_rawset(thread, -3)
            }
            clua_protect(pointer, name)
            clua_set_global(pointer, name)
        } else {
            for function in module.functions {
                pushFunction(function.name, taking: function.parameters, on: pointer, function.body)
                clua_set_global(pointer, function.name)
            }
            for constant in module.constants { try setGlobal(constant.name, constant.value) }
        }
    }

    /// The names of the globals, in order.
    public var globalNames: [String] {
        guard let pointer else { return [] }
        clua_push_globals(pointer)
        let table = pop(on: clua_thread(pointer))
        let fields = (try? fields(table)) ?? []
        return fields.compactMap { field in
            if case .string(let name) = field.key { name.text } else { nil }
        }
    }

    /// The error of a name that does not exist. On the stack: table, key, table with the names, its name.
    func unknownName(on thread: OpaquePointer) -> ScriptError {
        let key = Slot(state: self, thread: thread, index: 2)
        let library = Slot(state: self, thread: thread, index: 4).withBytes {
            String(decoding: $0, as: UTF8.self)
        }
        guard let name = key.withBytes({ String(decoding: $0, as: UTF8.self) }) else {
            return ScriptError("\(library ?? "the globals") cannot be read by \(key.phrase)")
        }
        let names = (try? fields(Slot(state: self, thread: thread, index: 3).value)) ?? []
        let known = names.compactMap { field in
            if case .string(let name) = field.key { name.text } else { nil }
        }
        let prefix = library.map { "\($0)." } ?? ""
        if let denied = StandardName.all.first(where: { $0.library == library && $0.name == name }) {
            return ScriptError("'\(prefix)\(name)' is not available: \(denied.reason)")
        }
        if library == nil, let hint = hints[name] { return ScriptError("unknown name '\(name)': \(hint)") }
        if let suggestion = Suggestion(for: name, among: known) {
            return ScriptError("unknown name '\(prefix)\(name)'; did you mean '\(prefix)\(suggestion.name)'?")
        }
        // The names of a small table are told; the globals are many.
        let all = library == nil || known.count > 12 ? nil : known.joined(separator: ", ")
        let hint = all.map { $0.isEmpty ? "; it has none" : "; it has \($0)" } ?? ""
        return ScriptError("unknown name '\(prefix)\(name)'" + hint)
    }
}

/// What a script has of the standard library, and what not.
public struct StandardName: Hashable, Sendable {
    /// nil for globals.
    public let library: String?
    public let name: String
    public let isAllowed: Bool
    /// Why.
    public let reason: String

    /// Every name that was decided about. What is not listed is not given.
    public static var all: [StandardName] {
        (0..<clua_standard_count()).map { index in
            let entry = clua_standard_at(index)
            return StandardName(
                library: entry.library.map { String(cString: $0) }, name: String(cString: entry.name),
                isAllowed: entry.allowed, reason: String(cString: entry.reason))
        }
    }
}
