import Community

extension Compilation {
    /// Where a field of the row's record meets a condition. Of what the viewer may not know, nothing holds
    /// but that it is absent and none of anything.
    func condition(
        _ condition: Condition, on field: Field, of row: Row, _ side: Side
    ) throws(StoreError) -> SQL {
        switch condition {
        case .isNoneOf(let values):
            return .not(try self.condition(.isOneOf(values), on: field, of: row, side))
        case .isAbsent:
            return .not(try self.condition(.isPresent, on: field, of: row, side))
        default:
            let question = Question(field: field, entity: row.entity)
            if field.type.target != nil {
                return try leads(field, of: row, side, to: criterion(condition, question))
            }
            let test: (SQL) throws(StoreError) -> SQL = { column throws(StoreError) in
                try question.test(condition, column)
            }
            return side == .policy
                ? try test(row.column(field)) : try guarded(field, of: row).holds(test)
        }
    }

    private func criterion(
        _ condition: Condition, _ question: Question
    ) throws(StoreError) -> Criterion {
        switch condition {
        case .isPresent: return .anything
        case .isOneOf(let values): return try criterion(values, question)
        case .has(let value): return try criterion([value], question)
        default: throw question.doesNotSuit(condition)
        }
    }

    private func criterion(_ values: [FieldValue], _ question: Question) throws(StoreError) -> Criterion {
        guard let target = question.field.type.target else { throw question.doesNotSuit(.isPresent) }
        var keys: [Int64] = []
        for value in values {
            switch value {
            case .key(let key): keys.append(key)
            case .reference(let id), .text(let id): keys.append(try key(of: id, in: entity(target)))
            default: throw question.expected("a record of \(target)", value)
            }
        }
        return keys.isEmpty ? Criterion { _ in .no } : .isOneOf(keys)
    }
}
