import Community
import Plugins
import Runs
import Scripting
import Store

/// Has the rules of the plugins that are on look at what is about to be done, wherever that comes from.
///
/// Rules of a plugin that is on for the whole community look at all changes; those of one that is on for some
/// organizations at what their people make. The operator has no organization.
public struct RuleCheck {
    private let access: CommunityAccess
    private let workers: Workers
    private let log: (String) -> Void
    private let warn: (String) -> Void

    /// What the rules of one plugin may use, besides what the number of changes adds.
    private static let limits = RunLimits()
    /// How many changes add a millisecond to the time limit.
    private static let changesAMillisecond = 2

    /// - Parameters:
    ///   - workers: where they are started.
    ///   - log: takes what rules print.
    ///   - warn: takes what the host has to say besides.
    public init(
        _ access: CommunityAccess, workers: Workers, log: @escaping (String) -> Void = { _ in },
        warn: @escaping (String) -> Void = { _ in }
    ) {
        self.access = access
        self.workers = workers
        self.log = log
        self.warn = warn
    }

    /// What rules warn of. One that fails, or cannot be run, is a warning that says so.
    ///
    /// - Parameters:
    ///   - proposal: what is about to be done, settled.
    ///   - plan: what that comes to.
    /// - Returns: nil when the community has moved on: it has to be planned anew.
    /// - Throws: `Failure` of kind `data` when rules refuse it, naming them and the records.
    public func warnings(
        against proposal: Proposal, as plan: PlanSummary
    ) throws -> [ChangeSet.Warning]? {
        var warnings: [ChangeSet.Warning] = []
        var rejections: [String] = []
        let store = try access.store(for: .reading)
        for (id, rules) in try rules(for: plan.events, store) {
            guard access.usesPlugins else {
                warnings += rules.map {
                    warning($0.name, of: id, "it was not asked, because plugins are off by --no-plugins")
                }
                continue
            }
            let plugin: UsablePlugin
            do { plugin = try store.usablePlugin(id, as: access.viewer) } catch {
                warnings += rules.map { warning($0.name, of: id, "it could not be asked: \(error)") }
                continue
            }
            let result = try run(plugin, rules, proposal, plan)
            guard result.commit == plan.commit else { return nil }
            for (rule, outcome) in zip(rules, result.outcomes) {
                warnings += told(outcome.findings.warnings, outcome.findings.furtherWarnings).map {
                    warning(rule.name, of: id, $0)
                }
                rejections += told(outcome.findings.rejections, outcome.findings.furtherRejections).map {
                    "\(id)/\(rule.name) refuses \($0)"
                }
                if let failure = outcome.failure {
                    let reason = failure.description.prefix { !$0.isNewline }
                    warnings.append(
                        warning(rule.name, of: id, "it failed, and was not asked to its end: \(reason)"))
                }
            }
        }
        guard rejections.isEmpty else {
            throw Failure(.data, (rejections + ["nothing was written"]).joined(separator: "\n"))
        }
        return warnings
    }

    /// By plugin: the rules that look at one of the events.
    private func rules(
        for events: Set<String>, _ store: Store
    ) throws -> [(plugin: String, rules: [Contribution])] {
        guard !events.isEmpty else { return [] }
        let all = try store.contributions(.rule, as: access.viewer).filter {
            !events.isDisjoint(with: $0.described?.events ?? [])
        }
        return try Dictionary(grouping: all, by: \.plugin).sorted { $0.key < $1.key }
            .filter { try access.viewer != nil || store.plugin($0.key).scope == .community }
            .map { ($0.key, $0.value.map(\.contribution)) }
    }

    private func run(
        _ plugin: UsablePlugin, _ rules: [Contribution], _ proposal: Proposal, _ plan: PlanSummary
    ) throws -> RuleRun.Result {
        let id = plugin.manifest.id
        var limits = Self.limits
        limits.time += plan.changed / Self.changesAMillisecond
        let first = rules[0].path
        let request = Request(
            community: access.folder,
            program: Program(
                name: "\(id)/\(first)", source: plugin.files[first] ?? [], plugin: PluginContext(plugin)),
            now: access.now.milliseconds, viewer: access.viewer, language: access.language, limits: limits,
            requiresConfinement: access.requiresConfinement)
        let result = try RuleRun(
            workers: workers, request: request, rules: rules.map(\.path), proposal: proposal, log: log
        ).perform(plannedOn: plan.commit)
        for (receipt, source) in result.receipts { keep(receipt, source) }
        return result
    }

    /// A receipt that cannot be kept is no reason not to write, but it is said.
    private func keep(_ receipt: Receipt, _ source: [UInt8]) {
        do {
            if let note = try access.store(for: .writing).record(receipt.record(), text: source) {
                warn("halqa: \(note)")
            }
        } catch {
            warn("halqa: the receipt of \(receipt.script) could not be kept: \(error)")
        }
    }

    private func warning(_ rule: String, of plugin: String, _ text: String) -> ChangeSet.Warning {
        ChangeSet.Warning(rule: "\(plugin)/\(rule)", text: text)
    }

    private func told(_ findings: [RuleFinding], _ further: Int) -> [String] {
        findings.map { finding in
            // One line each, so that a script's text is not taken for the host's.
            let text = finding.text.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(finding.entity) '\(finding.id)': \(text)"
        }
            + (further > 0 ? ["\(further) more records"] : [])
    }
}
