import Community

/// The small community with the fields of a plugin on its action items.
enum FollowUpCommunity {
    static var records: [Change] {
        get throws {
            try SmallCommunity.records.map { change in
                guard case .create("action_item", let id, var fields) = change, let id,
                    let number = Int64(id.dropFirst(2))
                else { return change }
                fields["x.follow_up.national_reference"] = .text("N-\(number % 3)")
                fields["x.follow_up.grade"] = .integer(number)
                fields["x.follow_up.note"] = .localized(["en": "note \(number)", "fr": "remarque \(number)"])
                fields["x.follow_up.focus"] = number < 3 ? .reference("jor") : .null
                fields["x.follow_up.seen_by"] = .list(
                    number == 1 ? [.reference("iom"), .reference("lbn")] : [])
                fields["x.follow_up.words"] = .list([.text("w\(number)")])
                fields["x.follow_up.secret"] = .text("hush \(number)")
                fields["x.follow_up.checked"] = .day(Day(number: 19000 + Int(number)))
                return .create(entity: "action_item", id: id, fields: fields)
            }
        }
    }

    static var fields: [CustomField] {
        get throws {
            func field(
                _ name: String, _ type: FieldType, isPersonal: Bool = false,
                inverse: (name: String, title: LocalizedText)? = nil
            ) throws -> CustomField {
                try CustomField(
                    plugin: "follow_up", entity: "action_item", name: name, type: type,
                    isPersonal: isPersonal,
                    inverse: inverse)
            }
            return [
                try field("national_reference", .text), try field("grade", .integer(0...9)),
                try field("note", .localizedText), try field("words", .texts), try field("checked", .day),
                try field("focus", .reference("organization"), inverse: ("focussed", [:])),
                try field("seen_by", .references("organization")),
                try field("secret", .text, isPersonal: true),
            ]
        }
    }
}
