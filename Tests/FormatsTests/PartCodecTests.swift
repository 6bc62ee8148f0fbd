import Community
import Documents
import Testing

struct PartCodecTests {
    @Test func `parts of every kind come back as they were, bit by bit`() throws {
        var random = RandomParts(seed: 1)
        for _ in 0..<5000 {
            let bytes = try PartEncoder.encode(try random.part())
            // NaN is not equal to itself: what is compared is the one encoding of each value.
            #expect(try PartEncoder.encode(PartDecoder.decode(bytes)) == bytes)
        }
    }

    @Test func `a row of every kind of value comes back equal`() throws {
        let part = Part.rows([
            [
                .empty, .text("حرّيّة\0e\u{301}"), .integer(.min), .integer(.max), .number(0.1), .number(-0.0),
                .boolean(true), .boolean(false), .day(.first), .day(.last),
                .instant(Instant(.last), zone: nil), .instant(Instant(.first), zone: "Asia/Beirut"),
                .list([.list([]), .integer(1)]),
                .record(id: "jor", label: "Jordan"), .choice(name: "open", title: "À faire"),
            ], [],
        ])
        #expect(try PartDecoder.decode(PartEncoder.encode(part)) == part)
    }

    @Test func `NaN keeps its bits`() throws {
        let number = Double(bitPattern: 0x7FF8_0000_DEAD_BEEF)
        let part = try PartDecoder.decode(PartEncoder.encode(.rows([[.number(number)]])))
        guard case .rows(let rows) = part, case .number(let back) = rows[0].cells[0] else {
            Issue.record("not a row with a number: \(part)")
            return
        }
        #expect(back.bitPattern == number.bitPattern)
    }

    @Test func `bytes changed at random are refused or are another part, and never crash`() throws {
        var random = RandomParts(seed: 2)
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = try PartEncoder.encode(try random.part())
            for _ in 0...random.below(3) {
                let place = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[place] = UInt8(random.below(256))
                case 1: bytes.insert(UInt8(random.below(256)), at: place)
                default: bytes[place] ^= 1 << UInt8(random.below(8))
                }
            }
            do {
                // Whatever is accepted has one encoding: the bytes that were read.
                #expect(try PartEncoder.encode(PartDecoder.decode(bytes)) == bytes)
            } catch is DecodeError {
                refused += 1
            }
        }
        #expect(refused > 5000)
    }

    @Test func `a part cut short is refused, wherever it is cut`() throws {
        var random = RandomParts(seed: 3)
        var cuts = 0
        for _ in 0..<300 {
            let bytes = try PartEncoder.encode(try random.part())
            for length in 0..<bytes.count {
                #expect(throws: DecodeError.self) { try PartDecoder.decode(Array(bytes[..<length])) }
                cuts += 1
            }
        }
        #expect(cuts > 300)
    }

    @Test func `bytes after the end are refused`() throws {
        #expect(throws: DecodeError.trailing(count: 2)) { try PartDecoder.decode([10, 0, 0]) }
    }

    @Test(
        arguments: [
            ("no bytes", [], "the part ends early, at byte 0"),
            ("no such part", [99], "the part has an unknown kind of part, at byte 0"),
            ("more rows than bytes", [8, 255, 255, 255, 255], "the part ends early, at byte 5"),
            (
                "text that is not UTF-8", [3, 1, 0, 0, 0, 0xFF],
                "the part has text that is not UTF-8, at byte 5"
            ),
            (
                "a surrogate", [3, 3, 0, 0, 0, 0xED, 0xA0, 0x80],
                "the part has text that is not UTF-8, at byte 5"
            ),
            ("a heading of level 9", [2, 9, 0, 0, 0, 0], "the part has a heading of level 9, at byte 1"),
            ("a flag of 2", [1, 2], "the part has a flag that is neither 0 nor 1, at byte 1"),
            (
                "a far day", [8, 1, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0x7F],
                "the part has a date outside of the years 1 to 9999, at byte 17"
            ),
            (
                "a path for a zone",
                [8, 1, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0x2E, 0x2E],
                "the part has a time zone's name that cannot be one, at byte 23"
            ),
            (
                "a chart without series", [6, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                "the part has a chart that is none (a chart needs at least one series of numbers), at byte 1"
            ),
        ] as [(String, [UInt8], String)])
    func `what is wrong is said with its place`(what: String, bytes: [UInt8], message: String) throws {
        let error = #expect(throws: DecodeError.self) { try PartDecoder.decode(bytes) }
        #expect(error?.description == message, "\(what)")
    }

    @Test func `both sides refuse what is over the limits`() throws {
        let limits = PartLimits(bytes: 100, cells: 4, depth: 2)
        let wide = Part.rows([[.empty, .empty, .empty], [.empty, .empty]])
        let deep = Part.rows([[.list([.list([.list([])])])]])
        let long = Part.text(String(repeating: "a", count: 101))
        #expect(throws: EncodeError.tooManyCells(limit: 4)) { try PartEncoder.encode(wide, limits: limits) }
        #expect(throws: EncodeError.tooDeep(limit: 2)) { try PartEncoder.encode(deep, limits: limits) }
        #expect(throws: EncodeError.tooManyBytes(count: 106, limit: 100)) {
            try PartEncoder.encode(long, limits: limits)
        }
        let decode = { (part: Part) in try PartDecoder.decode(PartEncoder.encode(part), limits: limits) }
        #expect(throws: DecodeError.tooManyCells(limit: 4)) { try decode(wide) }
        #expect(throws: DecodeError.tooDeep(limit: 2)) { try decode(deep) }
        #expect(throws: DecodeError.tooManyBytes(count: 106, limit: 100)) { try decode(long) }
    }

    @Test func `lists nested a hundred thousand deep do not overrun the stack`() throws {
        var bytes: [UInt8] = [8, 1, 0, 0, 0, 1, 0, 0, 0]
        for _ in 0..<100_000 { bytes += [10, 1, 0, 0, 0] }
        #expect(throws: DecodeError.tooDeep(limit: 8)) { try PartDecoder.decode(bytes) }
    }
}
