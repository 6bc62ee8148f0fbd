import Community
import Documents
import Store

/// Looks a community over: `halqa doctor`.
public struct Doctor {
    public let findings: [Finding]

    public init(_ access: CommunityAccess) {
        findings = Store.check(access.folder) + PluginFindings.of(access)
    }

    public var isHealthy: Bool { !findings.contains { $0.severity == .fault } }

    public func write(_ take: (Part) throws -> Void) throws {
        let columns = [
            Column(name: "subject", title: "Checked", type: .text),
            Column(name: "severity", title: "State", type: .text),
            Column(name: "text", title: "Found", type: .text),
            Column(name: "advice", title: "What to do", type: .text),
        ]
        try take(.begin(DocumentHeader(title: "Doctor", language: "en")))
        try take(.beginTable(TableHeader(columns: columns)))
        try take(
            .rows(
                findings.map { finding in
                    [
                        .text(finding.subject), .text(Self.word(finding.severity)), .text(finding.text),
                        finding.advice.map { .text($0) } ?? .empty,
                    ]
                }))
        try take(.endTable(TableFooter()))
        try take(.end)
    }

    private static func word(_ severity: Finding.Severity) -> String {
        switch severity {
        case .fine: "fine"
        case .warning: "warning"
        case .fault: "FAULT"
        }
    }
}
