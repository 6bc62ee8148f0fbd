import CLua

/// What a Lua function of the host holds.
final class HostFunction {
    /// The state releases this before it goes itself. Unmanaged, because a reference is counted at each call.
    let state: Unmanaged<State>
    let name: String
    let parameters: [ParameterDescription]
    let body: (State, OpaquePointer) throws -> Int32

    init(
        state: State, name: String, parameters: [ParameterDescription],
        body: @escaping (State, OpaquePointer) throws -> Int32
    ) {
        self.state = Unmanaged.passUnretained(state)
        self.name = name
        self.parameters = parameters
        self.body = body
    }
}

extension State {
    /// Pushes a function of the host's.
    func pushFunction(
        _ name: String, taking parameters: [ParameterDescription] = [], on pointer: OpaquePointer,
        _ body: @escaping (State, OpaquePointer) throws -> Int32
    ) {
        let function = HostFunction(state: self, name: name, parameters: parameters, body: body)
        clua_push_function(pointer, Unmanaged.passRetained(function).toOpaque())
    }

    /// A function value made of a declared function.
    public func function(_ function: Function) -> Value {
        guard let pointer else { return .nil }
        pushFunction(function.name, taking: function.parameters, on: pointer, function.body)
        return pop(on: clua_thread(pointer))
    }

    /// Takes the value on top of the stack.
    func pop(on thread: OpaquePointer) -> Value {
        let value = Slot(state: self, thread: thread, index: -1).value
        clua_pop(thread, 1)
        return value
    }
}

/// What CLua asks of the host. Each callback returns before anything is raised.
enum HostCallbacks {
    static func table(for state: State) -> clua_host {
        clua_host(
            context: Unmanaged.passUnretained(state).toOpaque(),
            call: { function, thread in
                guard let function, let thread else { return 0 }
                return Unmanaged<HostFunction>.fromOpaque(function)._withUnsafeGuaranteedRef { function in
                    function.state._withUnsafeGuaranteedRef { state in
                        do {
                            return try function.body(state, thread)
                        } catch let error as BadArgument {
                            return state.raise(
                                ScriptError(error.message(function: function.name, function.parameters)),
                                on: thread)
                        } catch {
                            return state.raise(error, on: thread)
                        }
                    }
                }
            },
            release: { object in
                if let object { Unmanaged<AnyObject>.fromOpaque(object).release() }
            },
            unknown: { context, thread in
                guard let context, let thread else { return 0 }
                let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
                return state.raise(state.unknownName(on: thread), on: thread)
            },
            load_field: { context, thread, tag, key, field, origin in
                guard let context, let thread else { return 0 }
                let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
                return state.loadField(
                    FieldRequest(
                        record: Light(word: clua_light_word(tag, key)), field: Int(field),
                        origin: origin.batch.map { ($0, Int(origin.column)) }), on: thread)
            },
            compute_field: { context, thread, tag, key, field in
                guard let context, let thread else { return 0 }
                let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
                return state.computeField(
                    Int(field), of: Light(word: clua_light_word(tag, key)), on: thread)
            },
            evicted: { context, tag, batch in
                guard let context, let batch else { return }
                let state = Unmanaged<State>.fromOpaque(context).takeUnretainedValue()
                state.recordSources[tag]?.evicted(batch)
            },
            next_batch: { cursor, thread, batch in
                guard let cursor, let thread, let batch else { return 0 }
                return Unmanaged<CursorBox>.fromOpaque(cursor)._withUnsafeGuaranteedRef { cursor in
                    do {
                        batch.pointee = try cursor.cursor.next()
                        return 0
                    } catch {
                        return cursor.state.raise(error, on: thread)
                    }
                }
            })
    }
}
