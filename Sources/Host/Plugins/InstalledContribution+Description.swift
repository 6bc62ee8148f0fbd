import Foundation
import Scripting
import Store

extension InstalledContribution {
    /// What it said of itself; nil when it could not be loaded, or a later version wrote it.
    var described: ContributionDescription? {
        description.flatMap { try? JSONDecoder().decode(ContributionDescription.self, from: Data($0)) }
    }
}
