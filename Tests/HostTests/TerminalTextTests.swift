import Testing

@testable import Host

struct TerminalTextTests {
    @Test(arguments: [
        ("plain\ttext", "plain\ttext"), ("\u{1B}[2J", "␛[2J"), ("a\0b\u{7}", "a␀b␇"),
        ("\u{9B}2J", "\u{FFFD}2J"),
        ("\u{202E}abc\u{2066}", "\u{FFFD}abc\u{FFFD}"), ("الأردن", "الأردن"), ("a\nb\r\n", "a␊b␍␊"), ("", ""),
    ])
    func `what would command a terminal is shown`(text: String, visible: String) {
        #expect(TerminalText.visible(text) == visible)
    }

    @Test func `lines may stay lines`() {
        #expect(TerminalText.visible("a\n\u{1B}b\r\nc\rd\r", keepingLines: true) == "a\n␛b\r\nc␍d␍")
    }

    private static let texts: [([UInt8], String)] = [
        (Array("a,\u{1B}[31mb\tc\r\nd\n".utf8), "a,␛[31mb\tc\r\nd\n"),
        (Array("\u{1B}]0;x\u{7}\u{9B}2J\u{7F}".utf8), "␛]0;x␇\u{FFFD}2J\u{FFFD}"),
        (Array("é\u{202E}الأردن😀\r".utf8), "é\u{FFFD}الأردن😀␍"), (Array("a\rb".utf8), "a␍b"),
        ([0x61, 0x9B, 0x62, 0xF0, 0x9F], "a\u{FFFD}b\u{FFFD}"), ([], ""),
    ]

    @Test(arguments: texts)
    func `bytes for a terminal are shown alike however they come in pieces`(bytes: [UInt8], visible: String) {
        for size in [1, 2, 3, 5, 100] {
            var text = TerminalBytes()
            var shown: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                shown += text.visible(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(String(decoding: shown + text.end(), as: UTF8.self) == visible, "\(size)")
        }
    }
}
