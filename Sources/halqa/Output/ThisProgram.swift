import Glibc
import Runs

enum ThisProgram {
    /// Workers are this program, from its own file.
    static var workers: Workers { Workers(executable: "/proc/self/exe") }

    /// Makes the process's streams such that writing to one fails as an error at most.
    static func settleStreams() {
        // Of a pipe that its reader has closed, writing tells.
        signal(SIGPIPE, SIG_IGN)
        // A stream that the caller has closed would be the next file that is opened: a community, a worker's
        // pipe. It is taken by what cannot be read, or written.
        for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
            _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Ends the process where the command line is not UTF-8: it would name other files than it does.
    static func refuseWordsThatAreNoText() {
        for index in 0..<Int(CommandLine.argc) {
            guard let word = CommandLine.unsafeArgv[index], String(validatingCString: word) == nil else {
                continue
            }
            StandardError.write("halqa: argument \(index) is not UTF-8: '\(String(cString: word))'")
            exit(Failure(.usage, "").exitCode)
        }
    }

    /// Of a file that has grown to the limit of the session (`ulimit -f`), writing tells. A worker, which writes no
    /// files, is ended by it.
    static func takeFileLimitAsError() {
        signal(SIGXFSZ, SIG_IGN)
    }
}
