/// Changes that are made together or not at all: the only way to write.
public struct ChangeSet: Sendable, Hashable {
    public var changes: [Change]
    public var origin: Origin
    /// Warnings of rules that whoever makes the change has seen and gone past. They are kept with the commit.
    public var accepted: [Warning]

    public init(_ changes: [Change], origin: Origin, accepted: [Warning] = []) {
        self.changes = changes
        self.origin = origin
        self.accepted = accepted
    }

    /// Where a change set comes from.
    public struct Origin: Sendable, Hashable {
        /// A member's identifier, or `operator`.
        public var by: String
        /// The command that made it: `init`, `edit`, `import`.
        public var command: String
        /// When, by the host's clock.
        public var at: Instant
        /// The plugin that proposed the changes, if one did.
        public var plugin: Plugin?
        /// The identifier of the run that they came out of.
        public var run: String?

        public init(by: String, command: String, at: Instant, plugin: Plugin? = nil, run: String? = nil) {
            self.by = by
            self.command = command
            self.at = at
            self.plugin = plugin
            self.run = run
        }
    }

    /// A plugin as it was when it proposed changes.
    public struct Plugin: Sendable, Hashable {
        public let id: String
        public let version: String

        public init(id: String, version: String) {
            self.id = id
            self.version = version
        }
    }

    /// What a rule had to say against a change, without refusing it.
    public struct Warning: Sendable, Hashable {
        /// The rule's name: `follow_up/due_before_start`.
        public let rule: String
        public let text: String

        public init(rule: String, text: String) {
            self.rule = rule
            self.text = text
        }
    }
}
