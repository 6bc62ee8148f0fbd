extension StoreError {
    /// An update of a plugin that an admin keeps at its version.
    public static func pinned(_ plugin: String, _ version: String) -> StoreError {
        StoreError(
            .conflict,
            "the plugin \(plugin) is pinned to version \(version); unpin it first: halqa plugin unpin \(plugin)"
        )
    }
}
