import CLua
import Synchronization

/// Stops a state from any thread.
public final class Stopper: Sendable {
    private struct Run {
        var number: UInt32 = 0
        var thread: UInt64?
        var isStopped = false
    }

    private let run = Mutex(Run())

    /// Stops the state for good: what it runs now cannot catch this, and later calls are refused.
    public func stop() {
        run.withLock { run in
            run.isStopped = true
            if let thread = run.thread { clua_stop_other(thread, run.number) }
        }
    }

    var number: UInt32 {
        get { run.withLock { $0.number } }
        set { run.withLock { $0.number = newValue } }
    }

    /// - Returns: whether this call is the outermost one, to be followed by ``leave()``.
    func enter(_ state: OpaquePointer) -> Bool {
        run.withLock { run in
            if run.isStopped { clua_stop(state, CLUA_STOP_CANCELLED) }
            guard run.thread == nil else { return false }
            run.thread = clua_current_thread()
            return true
        }
    }

    func leave() {
        run.withLock { $0.thread = nil }
    }
}
