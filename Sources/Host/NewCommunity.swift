import Community
import Runs
import Store

/// Makes a community.
public struct NewCommunity {
    private let folder: String
    private let language: String
    private let now: Instant

    public init(folder: String, language: String, now: Instant) {
        self.folder = folder
        self.language = language
        self.now = now
    }

    /// One without records, but with the objectives of the Global Compact for Migration, which all such
    /// communities follow.
    public func create(named name: String) throws -> Store {
        try Store.create(
            at: folder, name: LocalizedText(typed: name, in: language), language: language, now: now,
            with: DemoCommunity.objectives(schema: .standard, at: now))
    }

    /// The demo community.
    public func createDemo() throws -> Store {
        try Store.create(
            at: folder, name: DemoCommunity.name, language: DemoCommunity.language.rawValue, now: now,
            with: DemoCommunity.changes(schema: .standard, at: now))
    }
}
