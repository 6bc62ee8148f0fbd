import Community
import Foundation
import Store

extension Receipt {
    /// The receipt as the community keeps it.
    public func record() throws -> RunRecord {
        RunRecord(
            id: id, at: Instant(milliseconds: began), viewer: viewer, script: script, source: sourceHash,
            commit: commit ?? 0, outcome: outcome, details: Array(try JSONEncoder().encode(self)))
    }

    /// - Throws: `Failure` when what was kept is not a receipt.
    public init(_ record: RunRecord) throws(Failure) {
        do {
            self = try JSONDecoder().decode(Receipt.self, from: Data(record.details))
        } catch {
            throw Failure(.data, "the receipt of \(record.id) cannot be read: \(error)")
        }
    }
}
