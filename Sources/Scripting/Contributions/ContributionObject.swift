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

    static let options = [
        Option("title", .texts, "What it is called."),
        Option("description", .texts, "What it does, in a sentence or two."),
    ]
}
