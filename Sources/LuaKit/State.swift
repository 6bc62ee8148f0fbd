import CLua

/// A Lua 5.4 state for code that is not trusted: its memory has a cap, it can be stopped, it sees an
/// allow-list of the standard library, and it does the same in each run.
///
/// A state belongs to the thread that uses it. It is stopped gracefully by a deadline (``arm(deadline:)``)
/// or a ``Stopper``; what no library can stop (a pattern that backtracks for ever, a bug in Lua itself) has
/// to end with the process, so run hostile code in a process of its own.
public final class State {
    /// The limits it was made with.
    public let limits: Limits
    /// Stops this state from any thread.
    public let stopper: Stopper

    /// nil once closed.
    var pointer: OpaquePointer?
    let anchor = Anchor()
    /// The texts that were loaded, by chunk name.
    var sources: [String: [UInt8]] = [:]
    var lightTypes: [UInt8: LightTypeDescription] = [:]
    var recordSources: [UInt8: any RecordSource] = [:]
    var objectTypes: [ObjectIdentifier: OpaquePointer] = [:]
    /// What to say of unknown globals that authors are likely to write, by their names: where the value is.
    public var hints: [String: String] = [:]
    /// The error value that was last handed to Swift, in case Swift throws it on.
    var lastFailure: Failure?
    var failureCount: UInt64 = 0
    /// An error of the host's own that was last raised in Lua.
    var hostFailure: (message: String, error: any Error)?

    /// - Parameters:
    ///   - seed: of `math.random`. The same seed gives the same run.
    ///   - output: takes each line that `print` writes, without its newline.
    /// - Throws: ``LuaError`` when there is not enough memory under the limit for the library itself.
    public convenience init(
        limits: Limits = Limits(), seed: UInt64 = 0, output: @escaping (String) -> Void = { Swift.print($0) }
    ) throws(LuaError) {
        try self.init(limits: limits, seed: seed, failing: nil, output: output)
    }

    /// - Parameter failing: the numbers of the allocations that are to fail, for tests.
    package init(
        limits: Limits, seed: UInt64, failing: ClosedRange<Int>?, output: @escaping (String) -> Void
    ) throws(LuaError) {
        self.limits = limits
        stopper = Stopper()
        pointer = clua_open(
            HostCallbacks.table(for: self), limits.memory, seed, failing?.lowerBound ?? 0,
            failing?.upperBound ?? 0)
        guard let pointer else {
            throw LuaError(.memory, "there is not enough memory to open a Lua state")
        }
        stopper.number = clua_number(pointer)
        pushFunction("print", on: pointer) { state, thread in
            let line = Slot(state: state, thread: thread, index: 1).withBytes {
                String(decoding: $0, as: UTF8.self)
            }
            output(line ?? "")
            return 0
        }
        clua_set_output(pointer)
    }

    deinit {
        close()
    }

    struct Failure {
        let token: UInt64
        let value: Value
        let frames: [LuaError.Frame]
        /// Whether it was raised in Lua again.
        var isThrownOn = false
    }

    /// Gives up all memory. Values of this state are of no use afterwards. An armed deadline stays armed
    /// until the end, but closing is C code that only the end of the process can stop.
    public func close() {
        guard let closing = pointer else { return }
        pointer = nil
        anchor.isOpen = false
        clua_close(closing)
        for source in recordSources.values { source.closed() }
        recordSources = [:]
        lastFailure = nil
    }

    /// Bytes that are used now, and were at most.
    public var memory: (used: Int, peak: Int) {
        guard let pointer else { return (0, 0) }
        return (clua_memory_used(pointer), clua_memory_peak(pointer))
    }

    /// The state, with what Swift has given up released.
    func opened() throws(LuaError) -> OpaquePointer {
        guard let pointer else { throw LuaError(.closed, "the Lua state is closed") }
        letGo(on: clua_thread(pointer))
        return pointer
    }

    /// Lets go of the values that Swift has given up: before it takes new ones, so that a script whose loop
    /// makes a few each time does not gather them.
    func letGo(on thread: OpaquePointer) {
        guard !anchor.released.isEmpty else { return }
        for number in anchor.released { clua_unreference(thread, number) }
        anchor.released.removeAll(keepingCapacity: true)
    }
}

extension State {
    /// How many allocations the cap has applied to.
    package var allocations: Int { pointer.map { clua_allocations($0) } ?? 0 }
}
