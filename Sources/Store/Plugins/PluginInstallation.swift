import Plugins

/// A version of a plugin that is to be installed, and what was decided of it.
public struct PluginInstallation: Sendable, Hashable {
    public let package: Package
    /// Of what its manifest asks for, what it gets.
    public let granted: Permissions
    /// The folder or archive that it comes from.
    public let origin: String
    public let contributions: [InstalledContribution]

    public init(
        _ package: Package, granted: Permissions, origin: String, contributions: [InstalledContribution] = []
    ) {
        self.package = package
        self.granted = granted
        self.origin = origin
        self.contributions = contributions
    }

    var id: String { package.manifest.id }
}
