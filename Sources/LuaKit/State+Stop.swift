import CLua

extension State {
    /// Stops whatever runs, or is run later, when this much time has passed.
    ///
    /// The stop cannot be caught by the script, and the state stays stopped. Nothing is paid until then: a
    /// timer's signal (SIGRTMIN + 4, to the thread that calls) arms it. Arming again replaces the deadline.
    public func arm(deadline: Duration) throws(LuaError) {
        let pointer = try opened()
        let (seconds, attoseconds) = deadline.components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let nanoseconds = overflow ? Int64.max / 2 : scaled + attoseconds / 1_000_000_000
        let instant = clua_now().addingReportingOverflow(nanoseconds)
        guard clua_set_deadline(pointer, instant.overflow ? .max : max(1, instant.partialValue)) else {
            throw LuaError(.runtime, "the system gives no timer for the script's time limit")
        }
    }

    /// Takes the deadline back.
    public func disarm() {
        if let pointer { _ = clua_set_deadline(pointer, 0) }
    }

    /// Why the state was stopped, if it was.
    public var stopReason: StopReason? {
        guard let pointer else { return nil }
        return StopReason(clua_stopped(pointer))
    }

    /// For long loops of the host's: throws when the state was stopped or its deadline has passed.
    public func checkStopped() throws(LuaError) {
        let pointer = try opened()
        if clua_check(pointer) != CLUA_RUNNING { throw failure(CLUA_STOPPED, kind: .runtime) }
    }
}

/// Why a state was stopped.
public enum StopReason: Hashable, Sendable {
    /// Its deadline passed.
    case deadline
    /// A ``Stopper`` was used.
    case cancelled
    /// The script needed more memory than ``Limits/memory``.
    case memory

    init?(_ reason: clua_stop_reason) {
        switch reason {
        case CLUA_STOP_DEADLINE: self = .deadline
        case CLUA_STOP_CANCELLED: self = .cancelled
        case CLUA_STOP_MEMORY: self = .memory
        default: return nil
        }
    }
}
