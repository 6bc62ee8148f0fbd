import Community
import Glibc
import Testing

@testable import Runs

@Suite struct ChangeCodecTests {
    private static let instant = Instant(milliseconds: -1)

    static let changes: [NumberedChange] = [
        NumberedChange(.create(entity: "organization", id: "jor", fields: [:]), row: 1),
        NumberedChange(.create(entity: "organization", id: nil, fields: ["name": .text("الأردن")]), row: 2),
        NumberedChange(
            .update(entity: "member", id: "a", base: 4_000_000_000, fields: ["email": .null]), row: 1 << 40),
        NumberedChange(.update(entity: "member", id: "a", base: nil, fields: ["active": .boolean(false)])),
        NumberedChange(
            .upsert(
                entity: "action_item", id: "wp-1",
                fields: [
                    "title": .localized(["en": "Training", "ar": "تدريب"]),
                    "due": Day(year: 2024, month: 6, day: 30).map { .day($0) } ?? .null,
                    "starts_at": .instant(instant), "order": .integer(.min), "weight": .number(-0.5),
                    "public": .boolean(true), "owners": .list([.reference("jor"), .reference("egy")]),
                    "tags": .list([]), "lead": .reference("x"), "big": .integer(.max),
                    "remarks": .text(String(repeating: "à", count: 100_000)),
                ]), row: 3),
        NumberedChange(.delete(entity: "session", id: "s"), row: 300),
    ]

    private static func decoded(_ bytes: [UInt8]) throws -> [NumberedChange] {
        var decoder = ChangeDecoder(bytes)
        var changes: [NumberedChange] = []
        while let change = try decoder.next() { changes.append(change) }
        guard decoder.isAtEnd else { throw ChangeDecodeError(description: "cut off") }
        return changes
    }

    private static func encoded(_ changes: [NumberedChange]) -> [UInt8] {
        var encoder = ChangeEncoder()
        for change in changes { encoder.append(change.change, row: change.row) }
        return encoder.bytes
    }

    @Test func `changes come back as they were`() throws {
        #expect(try Self.decoded(Self.encoded(Self.changes)) == Self.changes)
    }

    @Test func `the same changes are the same bytes`() {
        let again = Self.changes.map { numbered in
            guard case .upsert(let entity, let id, let fields) = numbered.change else { return numbered }
            let shuffled = Dictionary(uniqueKeysWithValues: fields.shuffled())
            return NumberedChange(.upsert(entity: entity, id: id, fields: shuffled), row: numbered.row)
        }
        #expect(Self.encoded(again) == Self.encoded(Self.changes))
    }

    @Test func `changes come back however they are cut`() throws {
        let few = Array(Self.changes[..<4])
        let bytes = Self.encoded(few)
        for cut in 0...bytes.count {
            var decoder = ChangeDecoder()
            var changes: [NumberedChange] = []
            for piece in [bytes[..<cut], bytes[cut...]] {
                decoder.append(piece)
                while let change = try decoder.next() { changes.append(change) }
            }
            #expect(changes == few)
        }
    }

    /// Bytes of a change of one field, from the tag of its value on.
    private static func change(_ value: [UInt8]) -> [UInt8] {
        let body = [5, 1, 1] + Array("e".utf8) + [1] + Array("i".utf8) + [1, 1] + Array("f".utf8) + value
        return [UInt8(body.count)] + body
    }

    @Test(arguments: [
        ([0x80, 0x80, 0x80, 0x80, 0x01], "a length out of bounds"),
        ([1, 9], "an unknown kind of change"),
        ([2, 6, 1], "an early end"),
        ([7, 6, 1, 1, 0x65, 1, 0x69, 0], "more bytes than it takes"),
        (change([99]), "an unknown kind of value"),
        (change([4, 0, 0, 0, 0, 0, 0, 0xF0, 0x7F]), "a number that is none"),
        (change([4, 0, 0]), "a number that is cut off"),
        (change([5, 1, 0xFF]), "text that is not UTF-8"),
        (change([5, 40]), "an early end"),
        (change([7, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]), "a date outside"),
        (change([8] + Array(repeating: 0xFF, count: 9) + [1]), "an instant outside"),
        (change([8] + Array(repeating: 0xFF, count: 9) + [2]), "a number out of bounds"),
        (change([9, 0xFF, 0xFF, 0x7F]), "an early end"),
        (change([9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 0]), "lists too deep"),
        (change([11, 2]), "a record by its key"),
        (change([6, 2, 1, 0x61, 0, 1, 0x61, 0]), "a language twice"),
    ])
    func `bytes that are no change are refused`(bytes: [UInt8], why: String) {
        let error = #expect(throws: ChangeDecodeError.self) { try Self.decoded(bytes) }
        #expect(error?.description.contains(why) == true, "\(String(describing: error))")
    }

    @Test func `fields have to be in order, so that none comes twice`() {
        let fields: [UInt8] = [2, 1, 0x66, 0, 1, 0x66, 0]
        let body: [UInt8] = [5, 1, 1, 0x65, 1, 0x69] + fields
        let error = #expect(throws: ChangeDecodeError.self) {
            try Self.decoded([UInt8(body.count)] + body)
        }
        #expect(error?.description.contains("not in order") == true)
    }

    @Test func `each changed byte gives other changes or an error`() {
        let bytes = Self.encoded(Array(Self.changes[..<4]))
        for index in bytes.indices {
            for bit in 0..<8 {
                var broken = bytes
                broken[index] ^= 1 << UInt8(bit)
                let changes = try? Self.decoded(broken)
                #expect(changes != Array(Self.changes[..<4]))
            }
        }
    }

    @Test func `a file gives its changes as often as it is asked`() throws {
        let file = try ChangeFile()
        let many = (0..<500).flatMap { _ in Self.changes }
        for change in many { try file.append(change.change, row: change.row) }
        #expect(file.count == many.count)
        for _ in 0..<2 {
            var read: [NumberedChange] = []
            try file.each { read.append($0) }
            #expect(read == many)
        }
    }

    @Test func `a file's changes can be read through its descriptor alone`() throws {
        let file = try ChangeFile()
        for change in Self.changes { try file.append(change.change, row: change.row) }
        try file.flush()
        let other = ChangeFile(inherited: dup(file.descriptor))
        var read: [NumberedChange] = []
        try other.each { read.append($0) }
        #expect(read == Self.changes)
    }
}
