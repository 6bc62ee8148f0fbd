import Community
import Store

/// Makes records with values of every type of field, the same ones for the same seed.
struct RandomRecords {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    private mutating func below(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 33) % count
    }

    /// A field of each type that a plugin can declare.
    mutating func fields(of plugin: String) throws -> [CustomField] {
        func field(_ name: String, _ type: FieldType, isPersonal: Bool = false, _ value: FieldValue = .null)
            throws -> CustomField
        {
            try CustomField(
                plugin: plugin, entity: "action_item", name: name, type: type,
                title: ["fr": "Été", "ar": "حقل"],
                documentation: "For \"tests\".", isPersonal: isPersonal, default: value)
        }
        return [
            try field("words", .texts), try field("text", .text), try field("note", .localizedText),
            try field("grade", .integer(-9...9), .integer(3)), try field("share", .number(-1.5...1.5)),
            try field("amount", .anyNumber), try field("flag", .boolean, .boolean(true)),
            try field("day", .day), try field("at", .instant), try field("zone", .timeZone),
            try field("stage", .choice([Choice("a", title: [:]), Choice("b", title: ["ar": "ب"])])),
            try field("stages", .list(of: .choice([Choice("a", title: [:]), Choice("b", title: [:])]))),
            try field("host", .reference("organization")), try field("friends", .references("member")),
            try field("secret", .text, isPersonal: true),
        ]
    }

    /// So many new records of each entity, which refer to each other in any order.
    mutating func changes(_ schema: Schema, count: Int) -> [Change] {
        var changes: [Change] = []
        for entity in schema.entities {
            for number in 0..<count {
                changes.append(
                    .create(
                        entity: entity.name, id: Self.id(entity, number),
                        fields: values(entity, count: count)))
            }
        }
        return changes
    }

    /// Other values for some fields of some of the records that there are, and records that there are not.
    mutating func edits(_ schema: Schema, of snapshot: Snapshot) throws -> [Change] {
        var changes: [Change] = []
        for entity in schema.entities {
            let keys = try snapshot.keys(Query(entity.name))
            // Of two days that have an order, one alone may not fit what is there.
            let ordered = Set(entity.fields.flatMap { field in field.start.map { [field.name, $0] } ?? [] })
            for id in try snapshot.identifiers(entity, keys).values.sorted() where below(3) == 0 {
                let fields = values(entity, count: keys.count).filter { name, _ in
                    !ordered.contains(name) && below(2) == 0
                }
                changes.append(.update(entity: entity.name, id: id, base: nil, fields: fields))
            }
        }
        return changes
    }

    private static func id(_ entity: Entity, _ number: Int) -> String {
        ["\(entity.name)-\(number)", "é\(number)", "ب\(number)", "\(number)"][number % 4]
    }

    private mutating func values(_ entity: Entity, count: Int) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for field in entity.storedFields where field.type != .identifier {
            // What is required has a value, of others some have none though there is a default.
            let value = !field.isRequired && below(4) == 0 ? FieldValue.null : self.value(field.type, count)
            values[field.name] = value
            if field.isRequired, case .text(let text) = value, text.allSatisfy(\.isWhitespace) {
                values[field.name] = .text("x")
            }
            if field.isRequired, case .localized(let text) = value,
                text.texts.values.allSatisfy({ $0.allSatisfy(\.isWhitespace) })
            {
                values[field.name] = .localized(["ar": "س"])
            }
            if let start = field.start, let first = values[start], first != .null { values[start] = value }
        }
        return values
    }

    private mutating func text() -> String {
        let pieces = [
            "", "a", "حُرِّيَّة", "é", "e\u{301}", "👩‍👩‍👧", "\u{0}", "\r\n", "\t\"\\/", "\u{2028}", "\u{1B}[31m", "東京",
            "</script>",
            "\u{202E}", "\u{FEFF}",
        ]
        return (0..<below(4)).map { _ in pieces[below(pieces.count)] }.joined()
    }

    private mutating func value(_ type: FieldType, _ count: Int) -> FieldValue {
        switch type {
        case .identifier, .inverse, .path: return .null
        case .text: return .text(text())
        case .localizedText:
            var texts: [String: String] = [:]
            for language in ["ar", "en", "fr", "zh-Hant"] where below(2) == 0 { texts[language] = text() }
            return .localized(LocalizedText(texts))
        case .integer(let range):
            let some = [range.lowerBound, range.upperBound, 0, 1, -1].filter(range.contains)
            return .integer(some[below(some.count)])
        case .number(let range):
            let some = [
                range.lowerBound, range.upperBound, 0, -0.0, 0.1, 1e-300, 1.0 / 3, .leastNonzeroMagnitude,
            ].filter(
                range.contains)
            return .number(some[below(some.count)])
        case .boolean: return .boolean(below(2) == 0)
        case .day: return .day([Day.first, Day.last, Day(number: 0), Day(number: below(30_000))][below(4)])
        case .instant:
            let some = [
                Instant(milliseconds: 0), Instant(milliseconds: 1), Instant(milliseconds: 1_695_639_600_123),
                Instant(Day.first), Instant(Day.last),
            ]
            return .instant(some[below(some.count)])
        case .timeZone: return .text(["Asia/Beirut", "UTC", "Africa/Cairo"][below(3)])
        case .choice(let choices): return .text(choices[below(choices.count)].name)
        case .list(let element):
            var items: [FieldValue] = []
            for _ in 0..<below(4) {
                let item = value(element, count)
                if !items.contains(item) { items.append(item) }
            }
            return .list(items)
        case .reference(let entity): return .reference(reference(entity, count))
        case .references(let entity):
            var items: [FieldValue] = []
            for _ in 0..<below(4) {
                let item = FieldValue.reference(reference(entity, count))
                if !items.contains(item) { items.append(item) }
            }
            return .list(items)
        }
    }

    private mutating func reference(_ entity: String, _ count: Int) -> String {
        let number = below(count)
        return ["\(entity)-\(number)", "é\(number)", "ب\(number)", "\(number)"][number % 4]
    }
}
