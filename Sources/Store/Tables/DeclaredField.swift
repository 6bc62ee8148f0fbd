import Community

/// A field that a plugin has declared in a community.
public struct DeclaredField: Sendable, Hashable {
    public let field: CustomField
    /// Whether its plugin was removed, or declares it no longer. It is read and written as before, until it is
    /// purged.
    public let isRetired: Bool
}

extension DeclaredField: CustomStringConvertible {
    /// `x.follow_up.national_reference of action_item`.
    public var description: String { "\(field.field.name) of \(field.entity)" }
}
