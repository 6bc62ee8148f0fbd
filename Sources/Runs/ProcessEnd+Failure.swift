import Glibc
import Processes

extension ProcessEnd {
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
                "\(script): \(Self.sentence(for: signal)) (\(Self.name(ofSignal: signal))); nothing was changed"
            )
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
}
