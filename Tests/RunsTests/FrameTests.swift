import Testing

@testable import Runs

@Suite struct FrameTests {
    private static let frames: [Frame] = [
        .text(.log, ""), .text(.started, "{}"), .text(.log, "سطر"),
        Frame(kind: .part, body: (0..<300).map { UInt8(truncatingIfNeeded: $0) }), .text(.finished, "{}"),
        .text(.failed, "\0"),
    ]

    private static func decoded(_ chunks: [ArraySlice<UInt8>]) throws -> [Frame] {
        var decoder = FrameDecoder()
        var frames: [Frame] = []
        for chunk in chunks {
            decoder.append(chunk)
            while let frame = try decoder.next() { frames.append(frame) }
        }
        return frames
    }

    @Test func `messages come back however they are cut`() throws {
        let bytes = Self.frames.bytes
        for cut in 0...bytes.count {
            #expect(try Self.decoded([bytes[..<cut], bytes[cut...]]) == Self.frames)
        }
        #expect(try Self.decoded(bytes.indices.map { bytes[$0...$0] }) == Self.frames)
    }

    @Test func `of a stream that breaks off the whole messages come`() throws {
        let bytes = Self.frames.bytes
        var ends: [Int] = [0]
        for frame in Self.frames { ends.append((ends.last ?? 0) + frame.bytes.count) }
        for end in 0...bytes.count {
            let whole = ends.filter { $0 <= end }.count - 1
            #expect(try Self.decoded([bytes[..<end]]) == Array(Self.frames[..<whole]))
        }
    }

    @Test func `each changed byte gives other messages or an error, and never more bytes than came`() {
        let bytes = Self.frames.bytes
        var refused = 0
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << bit
                do {
                    let frames = try Self.decoded([changed[...]])
                    #expect(frames != Self.frames)
                    #expect(frames.bytes.count <= bytes.count)
                } catch {
                    #expect(error is ProtocolError)
                    refused += 1
                }
            }
        }
        #expect(refused > 0)
    }

    @Test(
        arguments: [
            (bytes: [0, 0, 0, 0], sentence: "a message of 0 bytes"),
            ([0xFF, 0xFF, 0xFF, 0xFF], "a message of 4294967295 bytes"),
            ([2, 0, 0, 1], "a message of 16777218 bytes"),
            ([1, 0, 0, 0, 0], "a message of the unknown kind 0"),
            ([0, 0, 0, 1, 8], "a message of the unknown kind 8"),
        ] as [(bytes: [UInt8], sentence: String)])
    func `a length or kind out of bounds is refused before its body has come`(
        bytes: [UInt8], sentence: String
    ) throws {
        var decoder = FrameDecoder()
        decoder.append(bytes)
        let error = #expect(throws: ProtocolError.self) { _ = try decoder.next() }
        #expect(error?.description == sentence)
    }
}
