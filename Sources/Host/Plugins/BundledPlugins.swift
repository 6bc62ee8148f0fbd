import Community
import Foundation
import Plugins

/// The plugins that come with Halqa: a folder each, in `share/halqa/Plugins` beside the folder `bin` of an installed
/// command, and in `Plugins` of the repository that a command was built in.
struct BundledPlugins {
    /// nil when there are none where the command is.
    private let folder: URL?

    /// - Parameter executable: the command's own file, or a link to it.
    init(executable: String) {
        let command = URL(filePath: executable).resolvingSymlinksInPath()
        var places = [command.appending(path: "../../share/halqa/Plugins").standardizedFileURL]
        var parent = command
        while parent.pathComponents.count > 1 {
            if parent.lastPathComponent == ".build" {
                places.append(parent.deletingLastPathComponent().appending(path: "Plugins"))
            }
            parent.deleteLastPathComponent()
        }
        folder = places.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// In order.
    var identifiers: [String] {
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
        return names.filter { path(of: $0) != nil }.sorted()
    }

    /// The folder of one; nil when there is none of that name.
    func path(of id: String) -> String? {
        guard CustomField.isName(id), let path = folder?.appending(path: id).path,
            FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName)
        else { return nil }
        return path
    }
}
