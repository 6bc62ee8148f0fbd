/// Why something could not be read or kept: a sentence for the user, and a kind for the program.
public struct StoreError: Error, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// There is no community there.
        case missing
        /// There is one already.
        case exists
        /// The file is something else.
        case notACommunity
        /// Written by a later version of Halqa.
        case newerVersion
        /// Of an earlier version, and not brought up to date yet.
        case olderVersion
        case damaged
        /// Somebody else is writing.
        case busy
        case readOnly
        /// No space left.
        case full
        case cannotCreate
        case cannotRead
        case cannotWrite
        /// A change that cannot be made: a wrong value, a missing field, a taken identifier.
        case badChange
        /// The record was changed since, or is still referred to.
        case conflict
        case unknownRecord
        /// The viewer may read nothing.
        case notPermitted
        /// The plugin for which it is read has not been granted that.
        case notGranted
        /// A query that asks for what its fields cannot answer.
        case badQuery
        case interrupted
        /// More than the memory of a run may hold.
        case tooLarge
        /// A mistake in Halqa itself.
        case defect
    }

    public let kind: Kind
    public let description: String

    /// Whether one change of a set is at fault, and others could be made without it.
    public var isAboutChange: Bool {
        switch kind {
        case .badChange, .conflict, .unknownRecord, .notPermitted, .badQuery: true
        default: false
        }
    }

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
