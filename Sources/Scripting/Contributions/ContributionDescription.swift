import Community
import Plugins

/// What a contribution is, asks for and answers to: what there is to know of it without running it.
public struct ContributionDescription: Sendable, Hashable, Codable {
    public var kind: ContributionKind
    public var title: LocalizedText?
    public var description: LocalizedText?
    /// What a report or an export asks its user for, in alphabetical order.
    public var parameters: [Parameter]
    /// When a reminder runs.
    public var schedule: ReminderSchedule?
    /// What an import takes.
    public var input: Input?
    /// The format that an export gives.
    public var output: String?
    /// The changes that a rule looks at: `session.create`.
    public var events: [String]

    public struct Parameter: Sendable, Hashable, Codable {
        public var name: String
        /// `date`, `text`, `choice`, or an entity's name.
        public var type: String
        public var title: LocalizedText?
        public var description: LocalizedText?
        /// As a user would type it.
        public var defaultText: String?
        public var isOptional: Bool
        /// The values of a `choice`.
        public var choices: [String]
    }

    public struct Input: Sendable, Hashable, Codable {
        /// `csv`, `xlsx`, `json`.
        public var formats: [String]
        /// In alphabetical order.
        public var columns: [Column]
    }

    public struct Column: Sendable, Hashable, Codable {
        /// As it stands above the column.
        public var name: String
        /// As `ImportColumn.options` tells.
        public var type: String
        /// Whether cells may be empty.
        public var isOptional: Bool
        /// What files may call it as well.
        public var synonyms: [String]?
        /// What parts the items of a list.
        public var separators: String?
    }

    init(
        _ kind: ContributionKind, _ heading: ContributionHeading, parameters: [ParameterDeclaration] = [],
        schedule: ReminderSchedule? = nil, input: Input? = nil, output: String? = nil, events: [String] = []
    ) {
        self.kind = kind
        title = heading.title
        description = heading.description
        self.parameters = parameters.map {
            Parameter(
                name: $0.name, type: $0.type.name.description, title: $0.title, description: $0.description,
                defaultText: $0.defaultText, isOptional: $0.isOptional, choices: $0.type.choices)
        }
        self.schedule = schedule
        self.input = input
        self.output = output
        self.events = events
    }
}
