import Community
import Foundation
import Runs
import Store

/// Which community is looked at, for whom, when and in which language: what the options before every command
/// say.
public struct CommunityAccess: Sendable {
    /// The community's folder.
    public let folder: String
    /// The member whose rights hold; nil for the operator.
    public let viewer: String?
    public let now: Instant
    /// nil: the viewer's, else the community's.
    public let language: String?
    /// Whether scripts are not run where the kernel cannot confine them wholly.
    public let requiresConfinement: Bool

    /// - Parameters:
    ///   - folder: nil for `$HALQA_COMMUNITY`, else the current folder.
    ///   - now: a date (its first instant in UTC) or an instant; nil for the clock's.
    /// - Throws: `Failure` when `now` is neither, or the folder's name is empty.
    public init(
        folder: String?, viewer: String?, now: String?, language: String?, requiresConfinement: Bool = false,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Failure) {
        let named = environment["HALQA_COMMUNITY"].flatMap { $0.isEmpty ? nil : $0 }
        self.folder = folder ?? named ?? "."
        self.viewer = viewer
        self.language = language
        self.requiresConfinement = requiresConfinement
        guard !self.folder.isEmpty else { throw Failure(.usage, "--community needs the name of a folder") }
        guard let now else {
            self.now = Instant.fromClock()
            return
        }
        guard let instant = Instant(now) ?? Day(now).map({ Instant($0) }) else {
            throw Failure(
                .usage, "'\(now)' is not a time; write --now 2024-06-30 or --now 2024-06-30T14:00+03:00")
        }
        self.now = instant
    }

    public func store(for purpose: Store.Purpose) throws -> Store {
        try Store(opening: folder, for: purpose)
    }

    public func snapshot() throws -> Snapshot {
        try store(for: .reading).snapshot(as: viewer, language: language)
    }

    /// Refuses what only the operator may do, who is whoever can write the community's file.
    public func requireOperator(_ what: String) throws(Failure) {
        guard viewer == nil else {
            throw Failure(.notPermitted, "\(what) is the operator's; leave --as out")
        }
    }
}
