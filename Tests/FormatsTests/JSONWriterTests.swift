import Community
import Documents
import Formats
import Foundation
import Testing

struct JSONWriterTests {
    @Test func `a whole report`() throws {
        let itemsRow =
            #"["Late",[{"id":"jor","label":"Jordan"},{"id":"iom","label":"IOM"}],"2024-05-01",60,"#
            + #""2023-09-25T14:00:00+03:00[Asia/Beirut]",true],"#
        let notes = #""notes":["Items with several owners count once."]},"#
        #expect(
            try renderedReport(.json) == """
                {"title":"Overdue action items","subtitle":"As of 30 June 2024","language":"en","provenance":null,"parts":[
                {"kind":"metric","title":"Overdue","type":"integer","value":2,"comparison":null,"target":null},
                {"kind":"metric","title":"Done","type":"percent","value":62.5,"comparison":50,"target":80},
                {"kind":"chart","chart":"bar","title":"By organization","series":[""],"rows":[
                {"label":{"id":"jor","label":"Jordan"},"numbers":[4]},
                {"label":"UNHCR","numbers":[1.5]},
                {"label":"IOM","numbers":[null]}
                ]},
                {"kind":"heading","level":1,"text":"Items"},
                {"kind":"text","markdown":"Items whose *due date* has passed."},
                {"kind":"table","title":"By due date","grouping":null,"columns":[
                {"name":"title","title":"Title","type":"text","alignment":"start"},
                {"name":"responsible","title":"Responsible","type":"list","alignment":"start"},
                {"name":"due","title":"Due","type":"date","alignment":"start"},
                {"name":"days late","title":"Days late","type":"integer","alignment":"end"},
                {"name":"starts","title":"Starts","type":"instant","alignment":"start"},
                {"name":"active","title":"Active","type":"boolean","alignment":"start"}
                ],"rows":[
                \(itemsRow)
                ["Later",[],null,1234,"2023-09-25T11:00:05Z",false]
                ],"totals":["Total",null,null,1294,null,null],\(notes)
                {"kind":"note","text":"Closed sessions are left out."}
                ]}

                """)
    }

    @Test(
        arguments: [
            (.any, .empty, "null"),
            (
                .any, .text("a\"\\\n\r\t\u{8}\u{1B}\u{7F}\u{9B}é©/"),
                #""a\"\\\n\r\t\u0008\u001b\u007f\u009bé©/""#
            ),
            (.text, .text("حُرِّيَّة 👩‍👩‍👧\u{2028}"), "\"حُرِّيَّة 👩‍👩‍👧\u{2028}\""),
            (.date, .text("2024-06-30"), #"{"text":"2024-06-30"}"#),
            (.instant, .text("now"), #"{"text":"now"}"#),
            (.integer, .integer(.max), "9223372036854775807"),
            (.integer, .integer(.min), "-9223372036854775808"),
            (.number, .number(0.1), "0.1"),
            (.number, .number(3), "3.0"),
            (.number, .number(-0.0), "-0.0"),
            (.number, .number(.leastNonzeroMagnitude), "5e-324"),
            (.number, .number(.nan), #"{"number":"NaN"}"#),
            (.number, .number(.infinity), #"{"number":"Infinity"}"#),
            (.number, .number(-.infinity), #"{"number":"-Infinity"}"#),
            (.boolean, .boolean(false), "false"),
            (.date, .day(day("2024-06-30")), #""2024-06-30""#),
            (.any, .day(day("2024-06-30")), #"{"date":"2024-06-30"}"#),
            (
                .instant, .instant(instant("2023-09-25T11:00:00.250Z"), zone: nil),
                #""2023-09-25T11:00:00.250Z""#
            ),
            (
                .any, .instant(instant("2023-09-25T11:00:00Z"), zone: "Asia/Beirut"),
                #"{"instant":"2023-09-25T14:00:00+03:00[Asia/Beirut]"}"#
            ),
            (.list, .list([.integer(1), .list([.day(day("2024-06-30"))])]), #"[1,[{"date":"2024-06-30"}]]"#),
            (.text, .choice(name: "open", title: "مفتوح"), #""open""#),
            (.list, .list([.choice(name: "friday", title: "vendredi")]), #"["friday"]"#),
            (.record, .record(id: "jor", label: "الأردن"), #"{"id":"jor","label":"الأردن"}"#),
        ] as [(ColumnType, Cell, String)])
    func `a value is written so that nothing of it is lost`(type: ColumnType, cell: Cell, json: String) throws
    {
        let text = try rendered(.json, table([column("A", type)], [[cell]]))
        #expect(text.contains("\"rows\":[\n[\(json)]\n]"), "\(text)")
    }

    @Test func `whatever a document says, the JSON is valid`() throws {
        var random = RandomParts(seed: 5)
        for _ in 0..<200 {
            var bytes: [UInt8] = []
            var order = PartOrder()
            var writer = Format.json.writer { bytes += $0 }
            var width = 0
            var tables = 0
            for step in 0..<40 {
                var part = step == 0 ? Part.begin(DocumentHeader(language: "ar")) : try random.part()
                // Random rows seldom fit: make them.
                if case .rows = part { part = .rows([TableRow((0..<width).map { _ in random.cell() })]) }
                if case .end = part { continue }
                guard (try? order.check(part)) != nil else { continue }
                if case .beginTable(let header) = part {
                    (width, tables) = (header.columns.count, tables + 1)
                }
                try writer.write(part)
            }
            for part in [Part.endTable(TableFooter()), .end] where (try? order.check(part)) != nil {
                try writer.write(part)
            }
            #expect(order.isComplete)
            let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            let parts = try #require(object?["parts"] as? [[String: Any]])
            #expect(parts.filter { $0["kind"] as? String == "table" }.count == tables)
        }
    }

    @Test func `every control character survives`() throws {
        let text = String(String.UnicodeScalarView((0...0x9F).compactMap { Unicode.Scalar(UInt32($0)) }))
        let json = try rendered(.json, [.note(text)])
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let parts = try #require(object?["parts"] as? [[String: Any]])
        #expect(parts[0]["text"] as? String == text)
    }
}
