import Community
import Documents
import Formats
import Testing

struct HTMLWriterTests {
    @Test func `a small report, from its title to its end`() throws {
        let parts: [Part] =
            [
                .metric(
                    Metric(
                        title: "Done", value: .number(62.5), type: .percent, comparison: .integer(50),
                        target: .integer(80))),
                .text("Items that are *late*."),
                .heading(level: 1, text: "Items"),
            ]
            + table(
                [column("Title", .text), column("Due", .date), column("Days", .any)],
                [[.text("a < b\nc"), .day(day("2024-05-01")), .integer(12345)]],
                totals: [.text("Total"), .empty, .integer(3)], notes: ["A & B"])
        let page = try rendered(.html, parts)
        let body = page.split(separator: "<main>\n")[1]
        #expect(
            body == """
                <dl class="metrics">
                <div><dt>Done</dt><dd>62.5%</dd><dd class="beside">compared with 50%</dd>\
                <dd class="beside">target 80%</dd></div>
                </dl>
                <div class="text">
                <p>Items that are <em>late</em>.</p>
                </div>
                <h1>Items</h1>
                <div>
                <div class="box" role="group" tabindex="0" aria-label="Items">
                <table>
                <thead>
                <tr><th scope="col">Title</th><th scope="col">Due</th><th scope="col" class="end">Days</th></tr>
                </thead>
                <tbody>
                <tr><td>a &lt; b<br />c</td><td><time datetime="2024-05-01">1 May 2024</time></td>\
                <td class="end">12,345</td></tr>
                </tbody>
                <tfoot>
                <tr><td>Total</td><td></td><td class="end">3</td></tr>
                </tfoot>
                </table>
                </div>
                <p class="remark">1 row</p>
                <p class="note"><strong>Note:</strong> A &amp; B</p>
                </div>
                </main>
                </body>
                </html>

                """)
    }

    @Test(arguments: [("ar", "rtl"), ("ar-JO", "rtl"), ("en", "ltr"), ("fr", "ltr"), ("zh-Hans", "ltr")])
    func `a page says its language and direction`(language: String, direction: String) throws {
        let html = try elements(of: rendered(.html, language: language, []))[0]
        #expect(html.attributes == ["lang": language, "dir": direction])
    }

    @Test func `any document is well-formed, asks for nothing from elsewhere, and names what it points to`()
        throws
    {
        var random = RandomParts(seed: 7)
        for _ in 0..<100 {
            var parts: [Part] = []
            var order = PartOrder()
            try order.check(.begin(DocumentHeader(language: "ar")))
            for _ in 0..<30 {
                let part = try random.part()
                if case .end = part { continue }
                guard (try? order.check(part)) != nil else { continue }
                parts.append(part)
            }
            if (try? order.check(.end)) == nil { parts.append(.endTable(TableFooter())) }
            let found = try elements(of: rendered(.html, language: "ar", parts))
            let ids = found.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
            for element in found {
                #expect(!["script", "img", "iframe", "link", "object", "image"].contains(element.name))
                #expect(
                    !element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "style" })
                let pointed =
                    element.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
                #expect(Set(pointed).isSubset(of: ids))
            }
        }
    }

    @Test(
        arguments: [
            ([1, 2, 3], ["h2", "h3", "h4"]),
            ([1, 3, 3, 2, 1], ["h2", "h3", "h3", "h3", "h2"]),
            ([3, 1], ["h2", "h2"]),
            ([1, 2, 3, 4, 5, 6], ["h2", "h3", "h4", "h5", "h6", "h6"]),
        ] as [([Int], [String])])
    func `no level of headings is left out`(levels: [Int], names: [String]) throws {
        var bytes: [UInt8] = []
        var writer = Format.html.writer { bytes += $0 }
        try writer.write(.begin(DocumentHeader(title: "Title", language: "en")))
        for level in levels { try writer.write(.heading(level: level, text: "A")) }
        try writer.write(.end)
        let found = try elements(of: String(decoding: bytes, as: UTF8.self)).map(\.name)
        #expect(found.filter { $0.first == "h" && $0.last?.isNumber == true } == ["h1"] + names)
    }

    @Test(
        arguments: [
            ("en", .integer(2024), "2024"),
            ("en", .integer(-1_234_567), "-1,234,567"),
            ("en", .integer(.min), "-9,223,372,036,854,775,808"),
            ("en", .number(1234.5), "1234.5"),
            ("en", .number(12345.6789), "<data value=\"12345.6789\">12,345.679</data>"),
            ("en", .number(0.1 + 0.2), "<data value=\"0.30000000000000004\">0.3</data>"),
            ("en", .number(0.00012), "0.00012"),
            ("en", .number(-0.0), "0"),
            ("en", .number(.nan), "NaN"),
            ("en", .number(1e300), "1e+300"),
            ("fr", .number(-12345.5), "<bdi>-12\u{202F}345,5</bdi>"),
            ("ar", .integer(-12345), "<bdi>\u{200E}-12,345</bdi>"),
            ("fr", .boolean(true), "oui"),
            ("en", .list([.text("a"), .integer(1)]), "a, 1"),
            ("ar", .list([.text("a"), .text("ب")]), "<bdi>a</bdi>، <bdi>ب</bdi>"),
            ("en", .text("الأردن (2)"), "<bdi>الأردن (2)</bdi>"),
            ("en", .record(id: "jor", label: ""), "jor"),
            ("fr", .choice(name: "open", title: "ouvert"), "ouvert"),
            ("en", .text("\u{202E}evil\u{1B}[31m\u{FFFE}"), "<bdi>evil␛[31m\u{FFFD}</bdi>"),
            ("en", .text("<b>&\"</b>"), "&lt;b&gt;&amp;&quot;&lt;/b&gt;"),
            (
                "en", .instant(instant("2023-09-25T11:00:00Z"), zone: "Asia/Beirut"),
                "25 September 2023 14:00 UTC+03:00"
            ),
            ("fr", .day(day("2024-08-01")), "<time datetime=\"2024-08-01\"><bdi>1 août 2024</bdi></time>"),
        ] as [(String, Cell, String)])
    func `a value is written as its language has it`(language: String, cell: Cell, html: String) throws {
        let page = try rendered(.html, language: language, table([column("A", .text)], [[cell]]))
        #expect(page.contains("<tr><td>\(html)</td></tr>\n"), "\(page.suffix(500))")
    }

    @Test(arguments: [("en", "No rows."), ("fr", "Aucune ligne."), ("ar", "<bdi>لا توجد صفوف.</bdi>")])
    func `a table without rows is a sentence`(language: String, sentence: String) throws {
        let page = try rendered(.html, language: language, table([column("A")], []))
        #expect(page.contains("<p class=\"remark\">\(sentence)</p>"))
        #expect(!page.contains("<table>"))
    }

    @Test func `a table with more columns than paper has names each value for print`() throws {
        let columns = (0..<500).map { column("Column \($0)", .integer) }
        let page = try rendered(.html, table(columns, [columns.indices.map { .integer(Int64($0)) }]))
        let cells = try elements(of: page).filter { $0.name == "td" }
        #expect(cells.count == 500)
        #expect(cells[499].attributes["data-title"] == "Column 499:")
    }
}
