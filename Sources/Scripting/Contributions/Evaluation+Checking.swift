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
    /// Characters of one.
    private static let longest = 1000

    public init() {}

    mutating func add(warning text: String, of change: LaidChange) {
        if warnings.count < Self.most { warnings.append(finding(text, change)) } else { furtherWarnings += 1 }
    }

    mutating func add(rejection text: String, of change: LaidChange) {
        if rejections.count < Self.most {
            rejections.append(finding(text, change))
        } else {
            furtherRejections += 1
        }
    }

    private func finding(_ text: String, _ change: LaidChange) -> RuleFinding {
        let text = text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
        return RuleFinding(entity: change.entity, id: change.id, text: text)
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
                    try take(answer.first ?? .nil, of: change, into: &findings)
                }
            }
            return (findings, nil)
        } catch { return (findings, Self.failure(error, script)) }
    }

    private func take(
        _ answer: Value, of change: LaidChange, into findings: inout RuleFindings, isItem: Bool = false
    ) throws {
        switch answer {
        case .object(let warning as WarningObject): findings.add(warning: warning.text, of: change)
        case .object(let refusal as RefusalObject): findings.add(rejection: refusal.reason, of: change)
        case .nil where !isItem: break
        case .table where !isItem:
            _ = try session.length(of: answer, "the answers of the rule")
            for item in try session.state.sequence(answer) {
                try take(item, of: change, into: &findings, isItem: true)
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
