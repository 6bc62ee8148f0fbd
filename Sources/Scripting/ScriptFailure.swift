import Documents
import LuaKit
import Store

/// Why a script gave no document, in words for whoever ran it.
public struct ScriptFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// The script raised an error, or is not a script that can run.
        case script
        /// A limit stopped it: of time, of memory, of the size of its result.
        case stopped
        /// A parameter that it does not have, or of the wrong type.
        case usage
        /// The file is not Lua source text.
        case data
        /// A record that is named in the call does not exist.
        case missing
        /// The plugin has not been granted what it reads.
        case notGranted
        /// The community could not be read.
        case unreadable
    }

    public let kind: Kind
    public let description: String

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}

extension ScriptFailure {
    /// The sentence of an error that the script's author can mend; nil for any other.
    static func mistake(_ error: any Error) -> String? {
        switch error {
        case let error as ScriptError: error.message
        case let error as ChartError: error.description
        case let error as DataRefusal: error.description
        case let error as StoreError where error.isAboutQuery || error.kind == .notGranted:
            error.description
        default: nil
        }
    }
}

extension StoreError {
    /// Whether it is about what was asked, and not about the community's file.
    var isAboutQuery: Bool { kind == .badQuery || kind == .unknownRecord }
}
