import CBatch
import Community
import LuaKit
import Store

/// What a rule has to say against changes.
public struct RuleFindings: Sendable, Hashable, Codable {
    public var warnings: [RuleFinding] = []
    public var rejections: [RuleFinding] = []
    /// How many more there are than are told.
    public var furtherWarnings = 0
    public var furtherRejections = 0

    /// So many of either are told: more than anybody reads before they decide.
    public static let most = 100

    public init() {}

    mutating func add(_ verdict: VerdictObject, _ change: LaidChange) {
        let finding = RuleFinding(entity: change.entity, id: change.id, text: verdict.text)
        if verdict.isRejection {
            if rejections.count < Self.most { rejections.append(finding) } else { furtherRejections += 1 }
        } else {
            if warnings.count < Self.most { warnings.append(finding) } else { furtherWarnings += 1 }
        }
    }
}

/// What it has to say against the change of one record.
public struct RuleFinding: Sendable, Hashable, Codable {
    public var entity: String
    public var id: String
    public var text: String

    public init(entity: String, id: String, text: String) {
        self.entity = entity
        self.id = id
        self.text = text
    }
}

extension Evaluation {
    /// Has the rule look at the changes that are laid over the snapshot, one after the other.
    ///
    /// - Parameter base: the snapshot of the same commit without them, for the same viewer.
    /// - Returns: what it has to say and, if it did not come to its end, why.
    public func check(against base: Snapshot) -> (findings: RuleFindings, failure: ScriptFailure?) {
        var findings = RuleFindings()
        do {
            guard let rule = try load() as? RuleObject else {
                throw ScriptFailure(.usage, "\(script) is not a rule")
            }
            let community = Value.object(CommunityObject(session: session))
            var last: Int64 = 0
            while true {
                let changes = try session.snapshot.laidChanges(
                    Set(rule.events), after: last, limit: Int(BATCH_ROWS))
                guard let end = changes.last else { break }
                last = end.number
                let former = FormerRecords(base, changes, session: session)
                for (entity, changes) in Dictionary(grouping: changes, by: \.entity) {
                    session.bridge.willRead(changes.map(\.key), of: entity)
                }
                for change in changes {
                    let object = RuleChangeObject(change, former, session: session)
                    let answer = try session.state.call(rule.check, [community, .object(object)])
                    for verdict in try verdicts(answer.first ?? .nil) { findings.add(verdict, change) }
                }
            }
            return (findings, nil)
        } catch { return (findings, Self.failure(error, script)) }
    }

    private func verdicts(_ answer: Value) throws -> [VerdictObject] {
        switch answer {
        case .nil: return []
        case .object(let verdict as VerdictObject): return [verdict]
        case .table:
            _ = try session.length(of: answer, "the answers of the rule")
            return try session.state.sequence(answer).map { item in
                guard case .object(let verdict as VerdictObject) = item else { throw unexpected(item) }
                return verdict
            }
        default: throw unexpected(answer)
        }
    }

    private func unexpected(_ value: Value) -> ScriptFailure {
        ScriptFailure(
            .script,
            "\(script): 'check' returns \(value.phrase), where warn(…), reject(…), a list of them or nil are expected"
        )
    }
}
