import CBatch
import Community

// How confidential what was read is. The policy's rows say it, by what strangers may see: there is no second table.
extension Snapshot {
    /// In how wide a circle all of some records are known.
    public func confidentiality(of entity: Entity, _ keys: [Int64]) throws(StoreError) -> Confidentiality {
        let distinct = Set(keys)
        guard !distinct.isEmpty else { return .open }
        for (circle, stranger) in Confidentiality.circles where try seen(distinct, entity, stranger) {
            return circle
        }
        return .closed
    }

    private func seen(_ keys: Set<Int64>, _ entity: Entity, _ stranger: Viewer) throws(StoreError) -> Bool {
        switch policy.visibility(of: entity.name, for: stranger) {
        case .always: return true
        case .never: return false
        default: break
        }
        let compilation = compilation(.lookup, for: stranger)
        let row = try compilation.row(of: entity)
        let sql: SQL = "SELECT count(*) FROM \(row.source) WHERE \(among(keys.sorted(), row))"
        let statement = try take(compilation.complete(sql), isCounted: false)
        defer { giveBack(statement) }
        return try statement.step() && statement.integer(0) == Int64(keys.count)
    }

    /// Takes note of records that are about to be shown, however many there were before.
    public func follow(_ entity: Entity, _ keys: [Int64]) throws(StoreError) {
        guard let known = confidentiality, known < .closed else { return }
        confidentiality = max(known, try confidentiality(of: entity, keys))
    }

    /// Takes note of records that were read, as long as there are not too many.
    func followRead(_ entity: Entity, _ keys: [Int64]) throws(StoreError) {
        guard recordsToFollow > 0 else { return }
        recordsToFollow -= keys.count
        try follow(entity, keys)
    }
}
