import CLua

extension State {
    /// Makes the error of a call that did not end well, and takes the error value off the stack.
    func failure(_ status: clua_status, kind: LuaError.Kind) -> LuaError {
        guard let pointer else { return LuaError(.closed, "the Lua state is closed") }
        let thread: OpaquePointer = clua_thread(pointer)
        var error: LuaError
        if status == CLUA_STOPPED {
            error = stopped(StopReason(clua_stopped(pointer)) ?? .cancelled)
            error.frames = frames(of: pointer)
        } else {
            let slot = Slot(state: self, thread: thread, index: -1)
            let value = slot.value
            error = raised(slot, kind: kind, frames: innermostFrames(of: value, on: thread, pointer))
            failureCount += 1
            error.token = failureCount
            lastFailure = Failure(token: failureCount, value: value, frames: error.frames)
            clua_pop(thread, 1)
        }
        var after: Int32 = 0
        let skipped = clua_frames_skipped(pointer, &after)
        if skipped > 0 { error.skipped = (Int(skipped), Int(after)) }
        if error.line == nil, let frame = error.frames.first {
            error.chunk = frame.chunk
            error.line = frame.line
        }
        if let chunk = error.chunk, let line = error.line, let source = sources[chunk] {
            error.sourceLine = Self.line(line, of: source)
        }
        clua_forget_frames(pointer)
        return error
    }

    /// Pushes a Swift error as the Lua error that it is for the script.
    /// - Returns: what a callback of CLua returns.
    func raise(_ error: any Error, on thread: OpaquePointer) -> Int32 {
        let stack = Stack(state: self, thread: thread)
        _ = lua_checkstack(thread, 4)
        switch error {
        case let error as LuaError:
            if let value = lastFailure?.value, lastFailure?.token == error.token, error.token != 0 {
                lastFailure?.isThrownOn = true
                stack.push(value)
                return Int32(CLUA_RAISE)
            }
            guard let chunk = error.chunk, let line = error.line else {
                stack.push(error.message)
                return Int32(CLUA_RAISE_HERE)
            }
            stack.push("\(ChunkName.short(chunk)):\(line): \(error.message)")
            return Int32(CLUA_RAISE)
        case let error as ScriptError:
            stack.push(error.message)
        default:
            let message = String(describing: error)
            hostFailure = (message, error)
            stack.push(message)
        }
        return Int32(CLUA_RAISE_HERE)
    }

    private func stopped(_ reason: StopReason) -> LuaError {
        switch reason {
        case .deadline:
            LuaError(.stopped(reason), "the script was stopped: it ran longer than it may")
        case .cancelled:
            LuaError(.stopped(reason), "the script was stopped")
        case .memory:
            LuaError(
                .stopped(reason),
                "the script was stopped: it needs more memory than the \(limits.memory >> 20) MB it may use")
        }
    }

    private func raised(_ slot: Slot, kind: LuaError.Kind, frames: [LuaError.Frame]) -> LuaError {
        guard let text = slot.withBytes({ String(decoding: $0, as: UTF8.self) }) else {
            return raisedValue(slot, kind: kind, frames: frames)
        }
        var error = LuaError(kind, text, frames: frames)
        let chunks = Set(sources.keys).union(frames.map(\.chunk))
        if let position = ChunkName.position(in: text, chunks: chunks) {
            error.chunk = position.chunk
            error.line = position.line
            error.message = String(position.message)
        }
        if let hostFailure, hostFailure.message == error.message { error.underlying = hostFailure.error }
        return error
    }

    /// An error value that is no text. A script's `__tostring` is not called: it could do anything.
    private func raisedValue(_ slot: Slot, kind: LuaError.Kind, frames: [LuaError.Frame]) -> LuaError {
        let limits = TreeLimits(depth: 8, nodes: 200, bytes: 4096)
        let tree = try? self.tree(slot.value, within: limits)
        let message =
            if let tree { "the script raised \(tree) as its error" } else {
                "the script raised \(slot.phrase) as its error"
            }
        var error = LuaError(kind, message, frames: frames)
        error.value = tree
        return error
    }

    /// The frames of an error that a host function threw on are those of where it began.
    private func innermostFrames(
        of value: Value, on thread: OpaquePointer, _ pointer: OpaquePointer
    ) -> [LuaError.Frame] {
        guard let lastFailure, lastFailure.isThrownOn, lua_checkstack(thread, 2) != 0 else {
            return frames(of: pointer)
        }
        Stack(state: self, thread: thread).push(lastFailure.value)
        let isSame = lua_rawequal(thread, -1, -2) != 0
        clua_pop(thread, 1)
        return isSame ? lastFailure.frames : frames(of: pointer)
    }

    private func frames(of pointer: OpaquePointer) -> [LuaError.Frame] {
        (0..<clua_frame_count(pointer)).map { index in
            var frame = clua_frame_at(pointer, index)
            let chunk = withUnsafeBytes(of: &frame.chunk) { bytes in
                String(decoding: bytes.prefix(Int(frame.chunk_size)), as: UTF8.self)
            }
            let name = withUnsafeBytes(of: &frame.name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            return LuaError.Frame(
                function: name.isEmpty ? nil : name, chunk: chunk, line: Int(frame.line))
        }
    }
}
