import Community
import Documents
import Store

/// Gives a document the provenance of the records that were read for it.
///
/// It stands at the beginning, and is only known at the end. So the first parts wait until the document is whole or
/// they are many; where records that come later are more confidential than those before, a part at the end says so.
public final class ProvenanceWriter {
    private let snapshot: Snapshot
    private let isAsked: Bool
    private let take: (Part) throws -> Void
    private var waiting: [Part]? = []
    private var rows = 0
    private var told: Provenance?

    private static let mostRows = 1000
    private static let mostParts = 200
    /// So many records are followed where nobody asked for the provenance; what tables show is followed in any case.
    private static let unasked = 5000

    /// - Parameter isAsked: whether every record that is read is to be followed, and the commit told.
    public init(_ snapshot: Snapshot, isAsked: Bool, take: @escaping (Part) throws -> Void) {
        self.snapshot = snapshot
        self.isAsked = isAsked
        self.take = take
        Self.begin(snapshot, isAsked: isAsked)
    }

    /// Begins to follow what is read, before anything is.
    public static func begin(_ snapshot: Snapshot, isAsked: Bool) {
        snapshot.beginFollowing(isAsked ? .max : unasked)
    }

    public func write(_ part: Part) throws {
        if case .end = part {
            try release()
            if let last = provenance, last != told { try take(.provenance(last)) }
            return try take(part)
        }
        guard waiting != nil else { return try take(part) }
        waiting?.append(part)
        if case .rows(let more) = part { rows += more.count }
        if rows >= Self.mostRows || waiting?.count == Self.mostParts { try release() }
    }

    private var provenance: Provenance? {
        snapshot.confidentiality.map {
            Provenance(confidentiality: $0, commit: isAsked ? snapshot.commit : nil)
        }
    }

    private func release() throws {
        guard let parts = waiting else { return }
        waiting = nil
        told = provenance
        for part in parts {
            guard case .begin(var header) = part else {
                try take(part)
                continue
            }
            header.provenance = told
            try take(.begin(header))
        }
    }
}
