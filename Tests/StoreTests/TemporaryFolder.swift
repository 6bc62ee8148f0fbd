import Community
import Foundation

@testable import Store

/// A folder that is gone after the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "halqa-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension Instant {
    static let test = Instant(milliseconds: 1_700_000_000_000)
}

extension ChangeSet.Origin {
    static let test = ChangeSet.Origin(by: "operator", command: "test", at: .test)
}

extension Store {
    static func temporary(_ folder: TemporaryFolder, schema: Schema = .standard) throws -> Store {
        try .create(
            at: folder.path + "/community", schema: schema, name: ["en": "Test"], language: "en", now: .test)
    }

    @discardableResult
    func make(_ changes: Change...) throws -> CommitReceipt {
        try apply(ChangeSet(changes, origin: .test))
    }
}

/// A change as the tables of the tests write it: texts are read as their field's type has them.
func create(_ entity: String, _ id: String, _ fields: KeyValuePairs<String, FieldValue> = [:]) -> Change {
    .create(entity: entity, id: id, fields: Dictionary(uniqueKeysWithValues: fields.map { ($0, $1) }))
}

extension FieldValue {
    static func english(_ text: String) -> FieldValue { .localized(["en": text]) }
    static func records(_ ids: String...) -> FieldValue { .list(ids.map(FieldValue.reference)) }
}
