import Community
import Documents
import Formats
import Testing

struct CSVWriterTests {
    @Test func `a whole report: its metrics, its chart and its table`() throws {
        #expect(
            try renderedReport(.csv)
                == "\u{FEFF}"
                    + """
                    Metric,Value
                    Overdue,2
                    Done,62.5
                    Done: compared with,50
                    Done: target,80

                    By organization,Value
                    Jordan,4
                    UNHCR,1.5
                    IOM,

                    Title,Responsible,Due,Days late,Starts,Active
                    Late,"Jordan; IOM",2024-05-01,60,2023-09-25T14:00:00+03:00,true
                    Later,,,1234,2023-09-25T11:00:05Z,false
                    Total,,,1294,,

                    """.replacing("\n", with: "\r\n"))
    }

    @Test(
        arguments: [
            (.text("plain"), "plain"),
            (.text("a,b"), "\"a,b\""),
            (.text("say \"no\""), "\"say \"\"no\"\"\""),
            (.text("two\nlines"), "\"two\nlines\""),
            (.text("two\r\nlines"), "\"two\r\nlines\""),
            (.text("a\"\u{301}b"), "\"a\"\"\u{301}b\""),
            (.text(""), "\"\""),
            (.empty, "\"\""),
            (.text("=1+1"), "'=1+1"),
            (.text("+9626"), "'+9626"),
            (.text("-2"), "'-2"),
            (.text("@SUM(A1)"), "'@SUM(A1)"),
            (.text("＝1+1"), "'＝1+1"),
            (.text("＋1"), "'＋1"),
            (.text("－1"), "'－1"),
            (.text("＠SUM(A1)"), "'＠SUM(A1)"),
            (.text("1＝1"), "1＝1"),
            (.text("x;=1+1"), "\"x;=1+1\""),
            (.text("x\t=1"), "\"x\t=1\""),
            (.text("\t=1"), "\"'\t=1\""),
            (.text("\r=1"), "\"'\r=1\""),
            (.text("\n=1"), "\"'\n=1\""),
            (.text("=\"a,b\""), "\"'=\"\"a,b\"\"\""),
            (.text("=\u{338}1"), "'=\u{338}1"),
            (.text("1=1"), "1=1"),
            (.record(id: "x", label: "=x"), "'=x"),
            (.choice(name: "open", title: "À faire"), "À faire"),
            (.choice(name: "x", title: "=x"), "'=x"),
            (.list([.choice(name: "friday", title: "vendredi"), .text("x")]), "\"vendredi; x\""),
            (.list([.text("=x"), .text("y")]), "\"'=x; y\""),
            (.integer(-5), "-5"),
            (.integer(.min), "-9223372036854775808"),
            (.number(-0.1), "-0.1"),
            (.number(3), "3"),
            (.number(1e300), "1e+300"),
            (.number(.nan), "NaN"),
            (.number(-.infinity), "-Infinity"),
            (.boolean(true), "true"),
            (.day(day("2024-06-30")), "2024-06-30"),
            (.instant(instant("2023-09-25T11:00:00Z"), zone: "Asia/Beirut"), "2023-09-25T14:00:00+03:00"),
            (
                .instant(instant("2023-09-25T11:00:00Z"), zone: "America/St_Johns"),
                "2023-09-25T08:30:00-02:30"
            ),
            (.instant(instant("2023-09-25T11:00:00Z"), zone: "Nowhere/City"), "2023-09-25T11:00:00Z"),
            (.instant(instant("1850-01-01T00:00:00Z"), zone: "Asia/Beirut"), "1850-01-01T02:22:00+02:22"),
        ] as [(Cell, String)])
    func `a field is written as RFC 4180 has it, and never is a formula`(cell: Cell, field: String) throws {
        #expect(try rendered(.csv, table([column("A")], [[cell]])) == "A\r\n\(field)\r\n")
    }

    @Test func `titles are no formulas either`() throws {
        #expect(try rendered(.csv, table([column("=A"), column("B,C")], [])) == "'=A,\"B,C\"\r\n")
    }

    @Test func `metrics with something between them are two tables`() throws {
        let metric = Part.metric(Metric(title: "A", value: .integer(1)))
        #expect(
            try rendered(.csv, [metric, metric, .text("prose"), metric])
                == "Metric,Value\r\nA,1\r\nA,1\r\n\r\nMetric,Value\r\nA,1\r\n")
    }

    @Test func `the byte order mark comes first, and can be left out`() throws {
        var bytes: [UInt8] = []
        var writer = Format.csv.writer { bytes += $0 }
        try writer.write(.begin(DocumentHeader(language: "ar")))
        for part in table([column("العنوان")], []) { try writer.write(part) }
        try writer.write(.end)
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(try rendered(.csv, table([column("A")], [])) == "A\r\n")
    }
}
