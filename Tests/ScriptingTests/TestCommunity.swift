import Community
import Foundation
import Store
import Testing

@testable import Scripting

/// A small community on disk for the tests of a suite, which is gone after them: `@Suite(.community)`.
struct TestCommunity: Sendable {
    let folder: String

    @TaskLocal static var current: TestCommunity?

    static var shared: TestCommunity {
        get throws { try #require(current, "the suite has no `.community`") }
    }

    /// - Parameter fields: those of a plugin.
    init(_ changes: [Change], fields: [CustomField] = []) throws {
        folder = NSTemporaryDirectory() + "halqa-scripting-\(UUID().uuidString)"
        let store = try Store.create(
            at: folder, name: ["en": "Test"], language: "en", now: Instant(milliseconds: 0))
        let origin = ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0))
        if let plugin = fields.first?.plugin { try store.declare(fields, of: plugin, by: origin) }
        _ = try store.apply(ChangeSet(changes, origin: origin))
    }

    func remove() throws { try FileManager.default.removeItem(atPath: folder) }

    /// - Parameter member: the viewer; nil for the operator.
    func snapshot(as member: String? = nil, language: String? = nil, grants: Grants? = nil) throws -> Snapshot
    {
        try Store(opening: folder, for: .reading).snapshot(as: member, language: language, grants: grants)
    }
}

struct CommunityTrait: SuiteTrait, TestScoping {
    let changes: @Sendable () throws -> [Change]
    var fields: @Sendable () throws -> [CustomField] = { [] }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let community = try TestCommunity(changes(), fields: fields())
        try await TestCommunity.$current.withValue(community) { try await function() }
        try community.remove()
    }
}

extension Trait where Self == CommunityTrait {
    /// The records of `SmallCommunity`.
    static var community: CommunityTrait { CommunityTrait { try SmallCommunity.records } }

    static func community(
        _ changes: @escaping @Sendable () throws -> [Change],
        fields: @escaping @Sendable () throws -> [CustomField] = { [] }
    ) -> CommunityTrait {
        CommunityTrait(changes: changes, fields: fields)
    }
}

/// A new record, its fields as people type them.
func record(
    _ entity: String, _ id: String, _ fields: [String: String], texts: [String: LocalizedText] = [:]
) throws -> Change {
    let declaration = try Schema.standard.entity(entity)
    var values = texts.mapValues { FieldValue.localized($0) }
    for (name, text) in fields {
        values[name] = try Schema.standard.field(name, of: declaration).type.parse(text)
    }
    return .create(entity: entity, id: id, fields: values)
}
