import Community
import LuaKit
import Store

/// Records by what people call them: the same few names come again and again in the rows of a file.
final class RecordNames {
    private weak var session: Session?
    private var known: [String: [String: Int64?]] = [:]
    private var count = 0

    /// As many are kept.
    private static let most = 10_000

    func belong(to session: Session) { self.session = session }

    /// The key of the record with that identifier or name; nil when there is none.
    ///
    /// - Throws: `DataRefusal` when several are called so.
    func find(_ name: String, in entity: Entity) throws -> Int64? {
        if let key = known[entity.name]?[name] { return key }
        guard let session else { throw ScriptError("the run is over") }
        let key: Int64?
        do { key = try session.snapshot.find(name, in: entity) } catch let error as StoreError
            where error.kind == .badQuery
        {
            throw DataRefusal(description: error.description, texts: [name])
        }
        if count >= Self.most { (known, count) = ([:], 0) }
        known[entity.name, default: [:]][name] = .some(key)
        count += 1
        return key
    }

    /// - Throws: `DataRefusal` when there is none, or several.
    func key(of name: String, in entity: Entity) throws -> Int64 {
        if let key = try find(name, in: entity) { return key }
        guard let session else { throw ScriptError("the run is over") }
        throw DataRefusal(
            description: try session.snapshot.unknown(name, entity).description, texts: [name])
    }
}
