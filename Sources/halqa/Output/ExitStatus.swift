import ArgumentParser
import Community
import Formats
import Foundation
import Host
import Plugins
import Runs
import Scratch
import Store

/// How the program ends when a command fails: a sentence on standard error, and the exit code that goes with it.
enum ExitStatus {
    static func leave(with error: any Error) -> Never {
        if error is BrokenPipe { exit(0) }
        guard let failure = failure(error) else { leave(withParserOf: error) }
        StandardError.write("halqa: \(shortened(failure.description))")
        exit(failure.exitCode)
    }

    /// The parser's messages have the user's words in them, its help and versions do not.
    private static func leave(withParserOf error: any Error) -> Never {
        let code = Halqa.exitCode(for: error)
        guard !code.isSuccess else { Halqa.exit(withError: error) }
        let message = Halqa.fullMessage(for: error)
        if !message.isEmpty { StandardError.write(message) }
        exit(code.rawValue)
    }

    /// The most characters of a message: a script may raise megabytes.
    private static let longestMessage = 10_000

    private static func shortened(_ message: String) -> String {
        let rest = message.dropFirst(longestMessage)
        return rest.isEmpty
            ? message : message.prefix(longestMessage) + " … and \(rest.count) characters more"
    }

    /// nil for what the argument parser knows better how to say: its own errors, help, versions.
    private static func failure(_ error: any Error) -> Failure? {
        switch error {
        case let failure as Failure: failure
        case let error as StoreError: Failure(error)
        case let error as SchemaError: Failure(.usage, error.description)
        case let error as FilterError: Failure(.usage, error.description)
        case let error as PluginError: Failure(error)
        case let error as PermissionError: Failure(.usage, error.description)
        case let error as WorkerError: Failure(.internal, error.description)
        case let error as ScratchError: Failure(.unreadable, error.description)
        case FormatError.missingProgram: Failure(.configuration, "\(error)")
        case let error as FormatError: Failure(.unwritten, error.description)
        case let error as RecordFileError: Failure(.internal, error.description)
        default: UnknownCommand.failure(error)
        }
    }
}
