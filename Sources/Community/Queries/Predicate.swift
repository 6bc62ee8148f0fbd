/// Which records: what the policy lets a viewer see, and what a query asks for, both in one language,
/// so that an engine compiles only one.
public indirect enum Predicate: Sendable, Hashable {
    case always
    case never
    case all([Predicate])
    case any([Predicate])
    case not(Predicate)
    /// A field of the record meets a condition.
    case field(String, Condition)
    /// A record to which the reference `field` leads meets the predicate.
    case related(String, Predicate)
    /// The viewer may see a record to which the reference `field` leads.
    case visible(String)

    /// The same without what cannot matter.
    public var simplified: Predicate {
        switch self {
        case .all(let parts):
            let rest = parts.map(\.simplified).filter { $0 != .always }
            if rest.contains(.never) { return .never }
            return rest.isEmpty ? .always : rest.count == 1 ? rest[0] : .all(rest)
        case .any(let parts):
            let rest = Self.absorbed(parts.map(\.simplified)).filter { $0 != .never }
            if rest.contains(.always) { return .always }
            return rest.isEmpty ? .never : rest.count == 1 ? rest[0] : .any(rest)
        case .not(let part):
            switch part.simplified {
            case .always: return .never
            case .never: return .always
            case let rest: return .not(rest)
            }
        case .related(let field, let part):
            let rest = part.simplified
            return rest == .never ? .never : .related(field, rest)
        default: return self
        }
    }

    /// Alternatives, without those of alternatives, and without what another leaves over: `not x or (x and y)` is
    /// `not x or y`.
    private static func absorbed(_ alternatives: [Predicate]) -> [Predicate] {
        let flat = alternatives.flatMap { part in if case .any(let parts) = part { parts } else { [part] } }
        let left = Set(flat.compactMap { part in if case .not(let other) = part { other } else { nil } })
        return flat.map { part in
            guard case .all(let parts) = part else { return part }
            return Predicate.all(parts.filter { !left.contains($0) }).simplified
        }
    }
}
