import ArgumentParser
import Runs

/// A command that surely has something run by a worker. Its worker is started before its arguments are parsed.
protocol WorkerCommand: ParsableCommand {
    func run(with workers: Workers) throws
}
