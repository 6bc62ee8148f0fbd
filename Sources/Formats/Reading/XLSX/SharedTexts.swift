import Documents

/// The texts that cells of a workbook share, by their number. They lie close together in memory, and there is
/// a limit to all of them.
final class SharedTexts: XMLHandler {
    /// Some texts one behind the other, so that many take two arrays and growing copies few.
    private struct Page {
        var bytes: [UInt8] = []
        var ends: [Int32] = []
    }

    private static let pageCount = 4096

    private var pages: [Page] = []
    private var total = 0
    private var current = RichText()
    private let limits: ReadingLimits

    init(_ limits: ReadingLimits) {
        self.limits = limits
    }

    subscript(_ number: Int) -> String? {
        guard number >= 0, number / Self.pageCount < pages.count else { return nil }
        let page = pages[number / Self.pageCount]
        let index = number % Self.pageCount
        guard index < page.ends.count else { return nil }
        let start = index == 0 ? 0 : Int(page.ends[index - 1])
        return page.bytes.withUnsafeBufferPointer { bytes in
            String(
                decoding: UnsafeBufferPointer(rebasing: bytes[start..<Int(page.ends[index])]), as: UTF8.self)
        }
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
        if name == "si" { current.clear() } else { current.start(name) }
    }

    func end(_ name: String) throws(ReadingError) {
        guard name == "si" else { return current.end(name) }
        if pages.last.map({ $0.ends.count == Self.pageCount }) ?? true { pages.append(Page()) }
        let last = pages.count - 1
        pages[last].bytes += current.plain
        pages[last].ends.append(Int32(clamping: pages[last].bytes.count))
        // An empty text takes memory as well.
        total += current.bytes.count + 4
        guard total <= limits.sharedBytes, pages[last].bytes.count < Int32.max else {
            throw ReadingError(
                .tooLarge,
                "the workbook has more than \(limits.sharedBytes >> 20) MB of text; save the sheet as CSV, "
                    + "which has no such limit")
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        try current.append(bytes, limits)
    }
}

/// The text of a cell, of one or more runs; how to pronounce it (`rPh`) is left out.
struct RichText {
    private(set) var bytes: [UInt8] = []
    private var isInText = false
    private var phonetics = 0

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        isInText = false
        phonetics = 0
    }

    mutating func start(_ name: String) {
        if name == "t" { isInText = phonetics == 0 } else if name == "rPh" { phonetics += 1 }
    }

    mutating func end(_ name: String) {
        if name == "t" { isInText = false } else if name == "rPh" { phonetics -= 1 }
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>, _ limits: ReadingLimits) throws(ReadingError) {
        guard isInText else { return }
        guard bytes.count + piece.count <= limits.cellBytes else {
            throw ReadingError(.tooLarge, "a cell has more than \(limits.cellBytes) bytes")
        }
        bytes.append(contentsOf: piece)
    }

    /// With the letters that XML cannot have, which are written `_x000D_` (ECMA-376, part 1, 22.9.2.19).
    var plain: [UInt8] {
        guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "_"), index + 7 <= bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
                bytes[index + 6] == UInt8(ascii: "_"),
                bytes[index + 2..<index + 6].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                let number = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(number)
            {
                plain.append(contentsOf: Array(String(scalar).utf8))
                index += 7
            } else {
                plain.append(byte)
                index += 1
            }
        }
        return plain
    }
}
