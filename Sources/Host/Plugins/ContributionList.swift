import Community
import Documents
import Plugins
import Runs
import Scripting
import Store

/// The contributions of installed plugins that somebody may use: `halqa list reports`, `reminders`, `transforms`, `rules`.
public struct ContributionList {
    private let access: CommunityAccess
    private let language: String

    public init(_ access: CommunityAccess) {
        self.access = access
        language = access.language ?? Language.default.rawValue
    }

    public func list(_ kind: ContributionKind, take: (Part) throws -> Void) throws {
        let all =
            access.usesPlugins
            ? try access.store(for: .reading).contributions(kind, as: access.viewer) : []
        try take(
            .begin(
                DocumentHeader(
                    title: kind.plural.prefix(1).uppercased() + kind.plural.dropFirst(), language: "en")))
        let columns = [
            ("name", "Name"), ("title", "Title"), (Self.column(kind).lowercased(), Self.column(kind)),
        ].map {
            Column(name: $0, title: $1, type: .text)
        }
        try take(.beginTable(TableHeader(columns: columns)))
        try take(.rows(all.map { TableRow(row($0)) }))
        try take(.endTable(TableFooter()))
        if !access.usesPlugins {
            try take(.note("Plugins are off by --no-plugins."))
        } else if all.isEmpty {
            try take(.note("No plugin that is on for you has \(kind.plural)."))
        }
        try take(.end)
    }

    private static func column(_ kind: ContributionKind) -> String {
        switch kind {
        case .report: "Parameters"
        case .reminder: "Every"
        case .transform: "Takes"
        case .rule: "On"
        }
    }

    private func row(_ contribution: InstalledContribution) -> [Cell] {
        let name = Cell.text("\(contribution.plugin)/\(contribution.contribution.name)")
        guard let description = contribution.described else {
            return [name, .empty, .text(contribution.problem ?? "")]
        }
        let title = description.title?.text(in: language, fallback: Language.default.rawValue) ?? ""
        return [name, .text(title), .text(Self.use(description))]
    }

    private static func use(_ description: ContributionDescription) -> String {
        switch description.kind {
        case .report: return parameters(description)
        case .rule: return description.events.joined(separator: ", ")
        case .reminder:
            guard let schedule = description.schedule else { return "" }
            let day = schedule.weekday ?? schedule.day.map { "day \($0) of the month" } ?? "day"
            return "\(day) at \(schedule.at)"
        case .transform:
            let format =
                description.input.map { "a file: " + $0.formats.joined(separator: ", ") }
                ?? description.output.map { "gives \($0)" } ?? ""
            return [format, parameters(description)].filter { !$0.isEmpty }.joined(separator: "; ")
        }
    }

    private static func parameters(_ description: ContributionDescription) -> String {
        description.parameters.map { parameter in
            let isNeeded = !parameter.isOptional && parameter.defaultText == nil
            return "\(parameter.name) (\(parameter.type)\(isNeeded ? ", needed" : ""))"
        }.joined(separator: ", ")
    }
}
