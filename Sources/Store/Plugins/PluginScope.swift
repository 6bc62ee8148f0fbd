/// For whom a plugin is enabled.
public enum PluginScope: Sendable, Hashable {
    case community
    /// The people of these organizations, by their identifiers; of none: it is off.
    case organizations([String])

    public static let nobody = PluginScope.organizations([])
}
