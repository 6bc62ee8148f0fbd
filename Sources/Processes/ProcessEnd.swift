import Glibc
import SystemLinux

/// How a process ended.
public enum ProcessEnd: Equatable, Sendable {
    case exited(Int32)
    /// By a signal that this program did not send.
    case killed(Int32)

    /// From the status of `waitpid`.
    public init(status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
    }

    /// `SIGSEGV`
    public static func name(ofSignal signal: Int32) -> String {
        system_signal_name(signal).map { "SIG" + String(cString: $0) } ?? "signal \(signal)"
    }
}
