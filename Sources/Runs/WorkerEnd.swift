import Glibc
import SystemLinux

/// How a worker's process ended.
enum WorkerEnd: Equatable {
    case exited(Int32)
    /// By a signal that the host did not send.
    case killed(Int32)

    /// From the status of `waitpid`.
    init(status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
    }

    /// Why a run that had not come to its end came to this one.
    func failure(_ script: String) -> Failure {
        switch self {
        case .exited(let code):
            Failure(.died, "\(script): its worker ended too early (exit code \(code)); nothing was changed")
        case .killed(SIGXCPU):
            Failure(.stopped, "\(script): stopped because it used more processor time than a run may")
        case .killed(let signal):
            Failure(
                .died,
                "\(script): \(Self.sentence(for: signal)) (\(Self.name(of: signal))); nothing was changed")
        }
    }

    private static func sentence(for signal: Int32) -> String {
        switch signal {
        case SIGSEGV, SIGBUS, SIGFPE: "the script brought Lua itself down"
        case SIGABRT, SIGILL, SIGTRAP:
            "its worker gave up, most likely because it needed more memory than a run's process may use"
        case SIGKILL: "its worker was killed, most likely because the machine has no memory left"
        case SIGSYS: "its worker tried what no worker may do"
        case SIGXFSZ: "its temporary files grew too large"
        default: "its worker was ended from outside"
        }
    }

    private static func name(of signal: Int32) -> String {
        system_signal_name(signal).map { "SIG" + String(cString: $0) } ?? "signal \(signal)"
    }
}
