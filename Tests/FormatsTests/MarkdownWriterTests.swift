import Documents
import Formats
import Testing

struct MarkdownWriterTests {
    @Test func `a whole report: its metrics, its chart and its table`() throws {
        #expect(
            try renderedReport(.markdown) == """
                # Overdue action items

                As of 30 June 2024

                - **Overdue:** 2
                - **Done:** 62.5% (compared with 50%, target 80%)

                **By organization**

                |  | Value |
                | --- | --: |
                | Jordan | 4 |
                | UNHCR | 1.5 |
                | IOM |  |

                ## Items

                Items whose *due date* has passed.

                **By due date**

                | Title | Responsible | Due | Days late | Starts | Active |
                | --- | --- | --- | --: | --- | --- |
                | Late | Jordan, IOM | 1 May 2024 | 60 | 25 September 2023 14:00 UTC+03:00 | yes |
                | Later |  |  | 1234 | 25 September 2023 11:00:05 UTC | no |
                | **Total** |  |  | **1294** |  |  |

                2 rows

                > **Note:** Items with several owners count once.

                > **Note:** Closed sessions are left out.

                """)
    }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("a\r\nb", "a<br>b"), ("<script>", "\\<script\\>"),
        ("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"), ("[a](b)", "\\[a\\](b)"), ("&lt;", "\\&lt;"),
        ("$x$", "\\$x\\$"), ("\u{202E}a\u{1B}", "a␛"), ("الأردن", "الأردن"),
    ])
    func `a cell is its text and nothing else`(text: String, escaped: String) throws {
        #expect(
            try rendered(.markdown, table([column("A", .text)], [[.text(text)]]))
                == "| A |\n| --- |\n| \(escaped) |\n\n1 row\n")
    }

    @Test func `in Arabic quantities keep to the left, where reading ends`() throws {
        let text = try rendered(
            .markdown, language: "ar",
            table([column("أ", .integer), column("ب", .text)], [[.integer(1), .empty]]))
        #expect(text == "| أ | ب |\n| :-- | --- |\n| 1 |  |\n\nصف واحد\n")
    }

    @Test func `a table without rows is a sentence`() throws {
        #expect(try rendered(.markdown, table([column("A")], [])) == "No rows.\n")
    }
}
