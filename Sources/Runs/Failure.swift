/// Why a run has no result, in words for the person who ran it.
public struct Failure: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    public enum Reason: String, Sendable, Codable {
        /// The script raised an error, or is not a script that can run.
        case script
        /// The script was stopped at a limit.
        case stopped
        /// The worker died: Lua itself, or the engine, came down.
        case died
        /// Parameters that the script does not have, or of the wrong type.
        case usage
        /// The file is not Lua source text.
        case data
        /// There is no such community, member or record.
        case missing
        /// Something that was to be made is there already, or cannot be made.
        case cannotCreate
        /// The community cannot be read or written.
        case unreadable
        /// The document could not be written, or nobody was left to read it.
        case unwritten
        /// The viewer may not do this.
        case notPermitted
        /// The community is of another version, or needs attention.
        case configuration
        /// Halqa itself is at fault.
        case `internal`
    }

    public let reason: Reason
    /// A sentence or several lines: `file:line: message`, the source line, the author's own frames.
    public let description: String

    public init(_ reason: Reason, _ description: String) {
        self.reason = reason
        self.description = description
    }

    /// As the command line has them.
    public var exitCode: Int32 {
        switch reason {
        case .script: 1
        case .stopped, .died: 3
        case .usage: 64
        case .data: 65
        case .missing: 66
        case .internal: 70
        case .cannotCreate: 73
        case .unreadable, .unwritten: 74
        case .notPermitted: 77
        case .configuration: 78
        }
    }
}
