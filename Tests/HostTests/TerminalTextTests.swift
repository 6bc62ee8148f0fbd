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
        #expect(TerminalText.visible("a\n\u{1B}b\r\nc", keepingLines: true) == "a\n␛b␍\nc")
    }
}
