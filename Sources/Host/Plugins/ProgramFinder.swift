import Foundation
import Plugins
import Runs
import Scripting
import Spelling
import Store

/// Finds what a name on the command line runs: an installed plugin's contribution (`follow_up/overdue`), a file in a
/// plugin's folder, or a lone file.
struct ProgramFinder {
    let access: CommunityAccess
    /// The community, where it is opened for something else as well.
    var opened: OpenedOnce

    /// The largest file that is taken for a script: 4 MB.
    private static let largestSource = 4 << 20

    /// - Throws: `Failure` when there is none that the viewer may run; `PluginError` when the plugin's folder that
    ///   the file is in is not one of a plugin.
    func program(_ name: String, _ kind: ContributionKind) throws -> Program {
        if let (plugin, contribution) = Self.parts(name), !FileManager.default.fileExists(atPath: name) {
            return try installed(plugin, contribution, kind)
        }
        let source = try Self.source(name, kind)
        guard access.usesPlugins, let place = PluginPlace(file: name) else {
            return Program(name: name, source: source)
        }
        let package = try Package(folder: place.folder)
        let libraries = try PluginLibraries(of: package.manifest, beside: place.folder, store)
        return Program(
            name: "\(package.manifest.id)/\(place.path)", source: source,
            plugin: PluginContext(package, libraries))
    }

    private func store() throws -> Store { try (try? opened.get()) ?? access.store(for: .reading) }

    /// A failure of a file in a plugin's folder, with what to do where it asks for a field that the plugin declares and
    /// the community does not have yet.
    func explained(_ failure: Failure, of name: String) -> Failure {
        guard access.usesPlugins, let place = PluginPlace(file: name),
            let manifest = try? Package(folder: place.folder).manifest,
            let schema = try? access.store(for: .reading).schema
        else { return failure }
        let field = manifest.fields.first { field in
            failure.description.contains("\(manifest.id).\(field.name)")
                && (try? schema.entity(field.entity))?.field(field.field.name) == nil
        }
        guard let field else { return failure }
        return Failure(
            failure.reason,
            failure.description
                + "\nThe field \(field.field.name) of \(field.entity) is made by installing the plugin: "
                + "halqa plugin install \(PluginPlace.folder(ofFile: name))")
    }

    /// An installed plugin's contribution, as it is granted and set for the viewer.
    private func installed(_ id: String, _ name: String, _ kind: ContributionKind) throws -> Program {
        guard access.usesPlugins else {
            throw Failure(.usage, "plugins are off by --no-plugins; leave it out to run '\(id)/\(name)'")
        }
        let plugin = try store().usablePlugin(id, as: access.viewer)
        let path = Contribution(kind: kind, name: name).path
        guard let source = plugin.files[path] else {
            let all = plugin.files.keys.compactMap { Contribution(path: $0) }
            if let other = all.first(where: { $0.name == name }) {
                throw Failure(.usage, "'\(id)/\(name)' is a \(other.kind), not a \(kind)")
            }
            let names = all.filter { $0.kind == kind }.map(\.name).sorted()
            let suggestion = Suggestion.phrase(for: name, among: names)
            throw Failure(
                .missing,
                "the plugin \(id) has no \(kind) '\(name)'"
                    + (!suggestion.isEmpty
                        ? suggestion : names.isEmpty ? "" : "; there are \(names.joined(separator: ", "))"))
        }
        return Program(name: "\(id)/\(path)", source: source, plugin: PluginContext(plugin))
    }

    /// `follow_up/overdue` as a plugin and its contribution; nil for what can only be a file.
    private static func parts(_ name: String) -> (plugin: String, contribution: String)? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].hasSuffix(".lua"),
            Contribution(path: "reports/\(parts[1]).lua") != nil,
            Contribution(path: "reports/\(parts[0]).lua") != nil
        else { return nil }
        return (parts[0], parts[1])
    }

    private static func source(_ file: String, _ kind: ContributionKind) throws(Failure) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
            throw Failure(.missing, "there is no file '\(file)'")
        }
        guard !isFolder.boolValue else {
            throw Failure(.data, "'\(file)' is a folder; give the .lua file of a \(kind)")
        }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw Failure(.unreadable, "'\(file)' cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { try? handle.close() }
        do {
            let data = try handle.read(upToCount: Self.largestSource + 1) ?? Data()
            guard data.count <= Self.largestSource else {
                throw Failure(.data, "'\(file)' is larger than 4 MB; scripts are not")
            }
            return Array(data)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.unreadable, "'\(file)' cannot be read: \(error.localizedDescription)")
        }
    }
}
