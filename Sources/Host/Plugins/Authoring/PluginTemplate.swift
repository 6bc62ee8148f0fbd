import Community
import Plugins

/// What a new plugin has for a kind of contribution.
struct PluginTemplate {
    /// Of the contribution and its tests.
    let name: String
    let contribution: [UInt8]
    /// What can be tested without running the contribution.
    let library: (name: String, text: [UInt8])
    let test: [UInt8]
    let settings: [UInt8]?
    /// For the README.
    let sentence: String
    private let kind: ContributionKind

    init(_ kind: ContributionKind) {
        self.kind = kind
        switch kind {
        case .report:
            name = "overview"
            contribution = PackageResources.overview_lua
            library = ("wording", PackageResources.wording_lua)
            test = PackageResources.overview_tests_lua
            settings = PackageResources.overview_settings_toml
            sentence = "the report `{{id}}/overview`: how many {{words}} there are, and the first of them"
        case .reminder:
            name = "due_soon"
            contribution = PackageResources.due_soon_lua
            library = ("notice", PackageResources.notice_lua)
            test = PackageResources.due_soon_tests_lua
            settings = PackageResources.due_soon_settings_toml
            sentence =
                "the reminder `{{id}}/due_soon`: recalls action items that are due soon to those who see to them"
        case .transform:
            name = "activities"
            contribution = PackageResources.activities_lua
            library = ("rows", PackageResources.rows_lua)
            test = PackageResources.activities_tests_lua
            settings = nil
            sentence =
                "the transform `{{id}}/activities`: takes the activities of a spreadsheet over as action items"
        case .rule:
            name = "due_date"
            contribution = PackageResources.due_date_lua
            library = ("checks", PackageResources.checks_lua)
            test = PackageResources.due_date_tests_lua
            settings = nil
            sentence = "the rule `{{id}}/due_date`: warns of open action items that have no due date"
        }
    }

    /// - Parameter entity: what the report is about.
    func needs(_ entity: Entity) -> Permissions {
        switch kind {
        case .report: Permissions(read: [entity.plural])
        case .reminder: Permissions(read: ["action_items", "members", "organizations"], message: true)
        case .transform: Permissions(read: ["organizations"], propose: ["action_items"])
        case .rule: Permissions(read: ["action_items"])
        }
    }
}
