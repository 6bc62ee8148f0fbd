import Documents

extension TextEncoding {
    /// What a text file is written in, and how many bytes of a byte order mark it begins with.
    struct Detected: Hashable {
        var encoding: TextEncoding
        var markLength = 0
        /// Whether nothing in the file says so, and another encoding could be meant.
        var isGuessed = false
    }

    private static let sampleLength = 1 << 16
    /// As far is looked for letters that are not English.
    private static let longestSearch = 64 << 20

    /// Looks for a byte order mark, else at the first piece of the file that is not ASCII.
    static func detect(_ file: SourceFile) throws(ReadingError) -> Detected {
        let start = try file.bytes(at: 0, count: sampleLength)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return Detected(encoding: .utf8, markLength: 3) }
        if start.starts(with: [0xFF, 0xFE]) { return Detected(encoding: .utf16LittleEndian, markLength: 2) }
        if start.starts(with: [0xFE, 0xFF]) { return Detected(encoding: .utf16BigEndian, markLength: 2) }
        if let wide = wide(start) { return Detected(encoding: wide) }
        var sample = start
        var offset = 0
        // A file may begin with much English.
        while sample.allSatisfy({ $0 < 0x80 }) {
            offset += sample.count
            sample = try file.bytes(at: offset, count: sampleLength)
            if sample.isEmpty || offset >= longestSearch { return Detected(encoding: .utf8) }
        }
        if isUTF8(sample) { return Detected(encoding: .utf8) }
        return Detected(encoding: arabic(sample) ? .windows1256 : .windows1252, isGuessed: true)
    }

    /// UTF-16 without a mark: every other byte of its delimiters, digits and line ends is zero, on one side.
    private static func wide(_ sample: [UInt8]) -> TextEncoding? {
        var zeros = [0, 0]
        var lineEnds = [0, 0]
        for index in sample.indices where sample[index] == 0 {
            zeros[index & 1] += 1
            let other = index ^ 1
            if other < sample.count, sample[other] == 0x0A { lineEnds[index & 1] += 1 }
        }
        let side = zeros[0] > zeros[1] ? 0 : 1
        guard zeros[side] > 4 * zeros[1 - side], lineEnds[side] > 0 || zeros[side] > sample.count / 4 else {
            return nil
        }
        return side == 0 ? .utf16BigEndian : .utf16LittleEndian
    }

    /// Whether there are more letters of UTF-8 than bytes that are none: in other encodings they come about
    /// by chance only, and a file may mix encodings.
    private static func isUTF8(_ sample: [UInt8]) -> Bool {
        var letters = 0
        var broken = 0
        for scalar in String(decoding: sample, as: UTF8.self).unicodeScalars where !scalar.isASCII {
            if scalar == "\u{FFFD}" { broken += 1 } else { letters += 1 }
        }
        return letters > broken
    }

    /// Arabic letters stand beside each other, accented ones among plain ones.
    private static func arabic(_ sample: [UInt8]) -> Bool {
        var inRuns = 0
        var alone = 0
        var run = 0
        for byte in sample + [0] {
            if byte >= 0xC0 {
                run += 1
            } else {
                if run >= 3 { inRuns += run } else { alone += run }
                run = 0
            }
        }
        return inRuns > alone
    }
}
