import Community
import Confinement
import Documents
import Store

/// Looks a community over: `halqa doctor`.
public struct Doctor {
    public let findings: [Finding]

    public init(_ access: CommunityAccess) {
        findings = Store.check(access.folder) + [Self.confinement]
    }

    /// Which layers hold a worker on this machine.
    private static var confinement: Finding {
        let names = { (layers: [Confinement.Layer]) in layers.map(\.rawValue).joined(separator: ", ") }
        let supported = Confinement.supported
        let missing = Confinement.Layer.allCases.filter { !supported.contains($0) }
        let inForce = names(Confinement.Layer.allCases.filter(supported.contains))
        guard !missing.isEmpty else {
            return Finding("confinement", .fine, "scripts are confined by \(inForce)")
        }
        return Finding(
            "confinement", .warning, "scripts are confined by \(inForce) only; \(names(missing)) is missing",
            advice:
                "use a kernel with Landlock and seccomp (Linux 5.13 or later), or run with --require-confinement "
                + "where no script is better than one less confined")
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
