extension PluginInstaller {
    /// Installs the plugins that come with Halqa and grants them what they ask for: for a community that is made to be
    /// tried.
    ///
    /// - Returns: their identifiers; none when they are not where the command is.
    public func installBundled() throws -> [String] {
        let identifiers = bundled.identifiers
        for path in identifiers.compactMap(bundled.path) {
            let proposal = try proposal(from: path, to: .install)
            try install(proposal, granting: proposal.asked)
        }
        return identifiers
    }
}
