import Community
import LuaKit

/// What a script's file returns, loaded and checked, and not run yet.
protocol ContributionObject: HostObject {
    var description: ContributionDescription { get }
}

/// What each contribution says of itself.
struct ContributionHeading {
    var title: LocalizedText?
    var description: LocalizedText?

    init() {}

    init(_ reader: TableReader) throws {
        title = try reader.localized("title")
        description = try reader.localized("description")
    }

    static let options = ["title", "description"]

    /// How parameters of declarations speak of the options.
    static let documentation = "`title` and `description` (texts, or texts by language)"
}
