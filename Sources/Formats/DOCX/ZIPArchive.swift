/// An archive of a few small files, as in the .ZIP File Format Specification (APPNOTE 6.3.10), without compression.
/// All of them are from the first day that it can tell, 1980-01-01.
struct ZIPArchive {
    private var files: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds a file whose name is ASCII.
    mutating func add(_ name: String, _ text: String) {
        let content = Array(text.utf8)
        // Version 2.0, no flags, stored, midnight, 1980-01-01, then checksum, sizes and lengths.
        let size = Self.bytes(UInt32(content.count))
        var entry = Self.bytes(UInt16(20)) + [0, 0, 0, 0, 0, 0] + Self.bytes(UInt16(1 << 5 | 1))
        entry += Self.bytes(Self.checksum(content)) + size + size
        entry += Self.bytes(UInt16(name.utf8.count)) + [0, 0]
        let place = UInt32(files.count)
        files += [0x50, 0x4B, 3, 4] + entry + Array(name.utf8) + content
        directory += [0x50, 0x4B, 1, 2] + Self.bytes(UInt16(20)) + entry
        // No comment, first disk, no attributes, then where the file begins.
        directory += [UInt8](repeating: 0, count: 10) + Self.bytes(place) + Array(name.utf8)
        count += 1
    }

    var bytes: [UInt8] {
        let count = Self.bytes(UInt16(self.count))
        return files + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
            + Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(files.count)) + [0, 0]
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// CRC-32 as in ISO 3309.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var register = UInt32.max
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 { register = register & 1 == 0 ? register >> 1 : register >> 1 ^ 0xEDB8_8320 }
        }
        return ~register
    }
}
