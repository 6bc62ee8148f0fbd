import Community
import Runs
import Scripting

/// Holds the changes that a transform proposes to what it may propose. A lone file may propose what its viewer may
/// write; a plugin besides only what it was granted.
struct ProposalCheck {
    let schema: Schema
    /// nil for a lone file.
    let plugin: PluginContext?

    /// The change, with an identifier if it needs one.
    func settled(_ change: Change) throws -> Change {
        let entity: Entity
        do { entity = try schema.entity(change.entity) } catch {
            throw Failure(.died, "the worker has sent a change of what there is not: \(error)")
        }
        if let refusal = plugin?.refusal(toPropose: change, of: entity) {
            throw Failure(.notPermitted, refusal)
        }
        return try change.settled(in: schema)
    }
}
