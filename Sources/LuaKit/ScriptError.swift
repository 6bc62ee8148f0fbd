/// What a host function throws to fail at the script's own line.
public struct ScriptError: Error, Hashable, CustomStringConvertible {
    /// A sentence for the author: what was wrong and what was expected. The position is added.
    public var message: String

    public init(_ message: String) {
        self.message = message
    }

    public var description: String { message }
}
