/// Where runs have their workers from. One may be started before it is known what it is to do: its loading then goes on
/// beside what its host has to do until it can ask for something.
public final class Workers {
    /// The program whose `worker` command is the worker: this same binary.
    public let executable: String
    /// Waits for a request.
    private var waiting: WorkerProcess?

    /// The argument after which the binary is a worker and nothing else.
    public static let argument = "worker"

    public init(executable: String) {
        self.executable = executable
    }

    /// Starts the worker of the next run. When that fails, the run fails with it, or does not.
    public func prepare() {
        if waiting == nil { waiting = try? WorkerProcess([executable, Self.argument]) }
    }

    /// Ends the worker that nobody had a request for.
    public func dismiss() {
        waiting = nil
    }

    /// The worker of one run.
    ///
    /// - Throws: `WorkerError` when none can be started.
    func take() throws(WorkerError) -> WorkerProcess {
        if let worker = waiting.take() { return worker }
        return try WorkerProcess([executable, Self.argument])
    }
}
