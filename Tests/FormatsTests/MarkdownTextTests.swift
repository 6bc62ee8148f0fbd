import Documents
import Formats
import Testing

struct MarkdownTextTests {
    private func html(_ text: String) throws -> String {
        let page = try rendered(.html, [.text(text)])
        let parts = page.split(separator: "<div class=\"text\">\n")
        return String(parts[1].split(separator: "</div>\n</main>")[0])
    }

    @Test(arguments: [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("- a\n\t- b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
        ("[a](https://example.org)", "<p><a href=\"https://example.org\">a</a></p>\n"),
        ("[a](HTTP://example.org)", "<p><a href=\"HTTP://example.org\">a</a></p>\n"),
        ("<mail@example.org>", "<p><a href=\"mailto:mail@example.org\">mail@example.org</a></p>\n"),
        ("[*a*](javascript:alert(1))", "<p><em>a</em></p>\n"),
        ("[a](data:text/html,b)", "<p>a</p>\n"),
        ("[a](/etc/passwd)", "<p>a</p>\n"),
        ("[a](&#106;avascript:b)", "<p>a</p>\n"),
        ("![*a*](https://example.org/b.png)", "<p><em>a</em></p>\n"),
        ("![](https://example.org/b.png)", "<p>https://example.org/b.png</p>\n"),
        ("[![a](https://b.org/c.png)](ftp://d.org)", "<p>a</p>\n"),
        ("a <b onclick=\"c\">d</b>", "<p>a &lt;b onclick=&quot;c&quot;&gt;d&lt;/b&gt;</p>\n"),
        ("<script>\na()\n</script>", "<pre><code>&lt;script&gt;\na()\n&lt;/script&gt;\n</code></pre>\n"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>\n"),
        ("a\0\u{1B}\u{202E}b\u{FFFF}", "<p>a␀␛b\u{FFFD}</p>\n"),
        ("a\r\nb", "<p>a\nb</p>\n"),
        ("## a\n# b\n### c", "<h1>a</h1>\n<h1>b</h1>\n<h2>c</h2>\n"),
    ])
    func `Markdown becomes HTML that can do no harm`(text: String, expected: String) throws {
        #expect(try html(text) == expected)
    }

    @Test(arguments: [
        ("*a*", "*a*\n"),
        ("```\nnever closed", "``` \nnever closed\n```\n"),
        ("a <b>c</b>", "a \\<b\\>c\\</b\\>\n"),
        ("[a](javascript:b)", "a\n"),
        ("[a]: https://example.org\n\n[a]", "[a](https://example.org)\n"),
    ])
    func `Markdown stays Markdown, and to itself`(text: String, expected: String) throws {
        #expect(try rendered(.markdown, [.text(text)]) == expected)
    }

    /// What makes parsers slow, or would write every line a thousand times over.
    @Test(arguments: [
        String(repeating: "![[]()", count: 200_000), String(repeating: "> ", count: 200) + "*a*",
        String(repeating: ">", count: 60_000) + "*a*" + String(repeating: "\nb", count: 20_000),
        String(repeating: "- ", count: 500) + "*a*",
    ])
    func `a text that is too long or too deep is shown as it stands`(text: String) throws {
        let inMarkdown = try rendered(.markdown, [.text(text)])
        #expect(inMarkdown.utf8.count < 3 * text.utf8.count)
        let found = try elements(of: rendered(.html, [.text(text)]))
        let shown = found.first { $0.attributes["class"] == "text" }
        #expect(shown?.text.replacing("\n", with: "") == text.replacing("\n", with: ""))
        #expect(!found.contains { ["em", "blockquote", "li"].contains($0.name) })
    }

    private static let sample = """
        # Aim

        Train *border* guards, see [the plan](https://a.example/plan) or <a@b.example>.

        - first **thing**
        - second
          1. one
          2. two

        > quoted
        > on

            code  here
        """

    @Test func `a terminal shows headings, lists, links and emphasis`() throws {
        #expect(
            try rendered(.terminal, [.text(Self.sample)]) == """
                Aim
                ───

                Train *border* guards, see the plan (https://a.example/plan) or a@b.example.

                • first *thing*
                • second
                  1. one
                  2. two

                │ quoted on

                code  here

                """)
    }

    @Test func `what does not fit a terminal is wrapped behind its bullet`() throws {
        #expect(
            try rendered(.terminal, width: 20, [.text("- one two three four five six")])
                == "• one two three four\n  five six\n")
    }

    @Test func `a workbook has the words without their marks`() throws {
        let texts = try workbook([.text(Self.sample)]).sheet("Overview").texts
        #expect(
            texts.prefix(3) == [
                "Aim", "Train border guards, see the plan (https://a.example/plan) or a@b.example.",
                "• first thing",
            ])
    }
}
