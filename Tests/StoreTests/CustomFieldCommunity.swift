import Community
import Foundation
import Testing

@testable import Store

/// A community whose action items get fields of a plugin, `follow_up`.
final class CustomFieldCommunity {
    let folder: TemporaryFolder
    let store: Store
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        store = try Store.temporary(folder)
        path = folder.path + "/community"
        try store.make(
            create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]),
            create(
                "member", "m-1",
                ["name": .text("One"), "organization": .reference("jor"), "role": .text("focal_point")]),
            create("action_item", "a-1", ["title": .english("First")]),
            create("action_item", "a-2", ["title": .english("Second")]),
            create("action_item", "a-3", ["title": .english("Third")]))
    }
}

/// Tests on a community of their own.
protocol CustomFieldSuite {
    var community: CustomFieldCommunity { get }
}

extension CustomFieldSuite {
    var folder: TemporaryFolder { community.folder }
    var store: Store { community.store }
    var path: String { community.path }

    static func field(
        _ name: String, _ type: FieldType, title: LocalizedText = [:], isPersonal: Bool = false,
        default value: FieldValue = .null, inverse: (name: String, title: LocalizedText)? = nil
    ) throws -> CustomField {
        try CustomField(
            plugin: "follow_up", entity: "action_item", name: name, type: type, title: title,
            isPersonal: isPersonal, default: value, inverse: inverse)
    }

    static func all() throws -> [CustomField] {
        [
            try field("number", .text), try field("note", .localizedText),
            try field("grade", .integer(0...9)),
            try field("share", .anyNumber), try field("urgent", .boolean), try field("seen", .day),
            try field("at", .instant), try field("zone", .timeZone),
            try field("stage", .choice([Choice("early", title: [:]), Choice("late", title: [:])])),
            try field("words", .texts),
            try field("focus", .reference("objective"), inverse: ("items", ["en": "Items"])),
            try field("host", .reference("organization")),
            try field("friends", .references("member"), inverse: ("items", [:])),
            try field("secret", .text, isPersonal: true),
        ]
    }

    func set(_ id: String, _ name: String, _ value: FieldValue) -> Change {
        .update(entity: "action_item", id: id, base: nil, fields: ["x.follow_up.\(name)": value])
    }

    func keys(
        _ snapshot: Snapshot, where name: String? = nil, _ condition: Condition = .isPresent,
        sort: String? = nil, search: String? = nil
    ) throws -> [Int64] {
        var query = Query("action_item")
        if let name {
            let entity = try snapshot.schema.entity("action_item")
            let fields = try snapshot.schema.fields(along: FieldPath("x.follow_up.\(name)"), from: entity)
            query = query.filtered(fields.map(\.name), condition)
        }
        if let sort { query.order = [Query.SortKey(FieldPath("x.follow_up.\(sort)"))] }
        if let search { query.searches = [search] }
        return try snapshot.keys(query)
    }

    func value(_ snapshot: Snapshot, _ key: Int64, _ name: String) throws -> FieldValue {
        let entity = try snapshot.schema.entity("action_item")
        return try snapshot.value(
            of: snapshot.schema.field("x.follow_up.\(name)", of: entity), entity, key)
    }

    func images(_ id: String) throws -> [String] {
        try store.write { connection throws(StoreError) in
            let statement = try Statement(
                connection, "SELECT after FROM audit WHERE id = \(bind: .text(id)) ORDER BY number" as SQL)
            var images: [String] = []
            while try statement.step() { images.append(statement.text(0)) }
            return images
        }
    }
}
