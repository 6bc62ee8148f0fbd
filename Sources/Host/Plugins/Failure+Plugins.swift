import Plugins
import Runs

extension Failure {
    /// What is wrong with a plugin, as whoever runs a command is told.
    public init(_ error: PluginError) {
        let reason: Reason =
            switch error.kind {
            case .missing: .missing
            case .unreadable: .unreadable
            case .wrong: .configuration
            }
        self.init(reason, error.description)
    }
}
