import Community
import Foundation
import Runs
import Store

/// A community written out as a folder: `community.json`, and a file of JSON Lines (https://jsonlines.org) for each
/// entity, `action_items.jsonl`, with a record a line in order of the identifiers. The same records give the same bytes.
public enum CommunityFolder {
    static let header = "community.json"
    static let ending = ".jsonl"

    static func file(of entity: Entity) -> String { entity.plural + ending }

    /// Writes what the viewer may see. The folder is there when all of it is written, or not at all.
    ///
    /// - Parameters:
    ///   - path: a folder that is not there yet, or is empty.
    ///   - count: told after each record how many there were since.
    /// - Returns: how many records there are of each entity that has any.
    /// - Throws: `Failure`, `StoreError`.
    public static func export(
        _ access: CommunityAccess, to path: String, count: (Int) -> Void
    ) throws -> [(entity: Entity, count: Int)] {
        let snapshot = try access.snapshot()
        let folder = try FolderAside(path)
        var counts: [(entity: Entity, count: Int)] = []
        for entity in snapshot.schema.entities {
            var file = try folder.file(file(of: entity))
            var records = 0
            try snapshot.lines(of: entity) { line in
                try file.write(line)
                try file.write("\n")
                records += 1
                count(1)
            }
            try file.finish()
            if records > 0 { counts.append((entity, records)) }
        }
        var file = try folder.file(header)
        try file.write(try CommunityHeader(snapshot).text)
        try file.finish()
        try folder.finish()
        return counts
    }
}
