import Community
import LuaKit
import Store

/// The identifiers of records that a script names in changes: few records again and again.
final class RecordIdentifiers {
    private weak var session: Session?
    private var known: [String: [Int64: String]] = [:]
    private var count = 0

    /// As many are kept.
    private static let most = 10_000

    func identifier(_ entity: Entity, _ key: Int64) throws -> String {
        if let id = known[entity.name]?[key] { return id }
        guard let session, let id = try session.snapshot.identifiers(entity, [key])[key] else {
            throw ScriptError("this record of \(entity.name) is not there")
        }
        if count >= Self.most { (known, count) = ([:], 0) }
        known[entity.name, default: [:]][key] = id
        count += 1
        return id
    }

    func belong(to session: Session) { self.session = session }
}
