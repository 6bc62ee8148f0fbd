import Documents
import Testing

struct PartOrderTests {
    private static let header = DocumentHeader(language: "en")
    private static let columns = [
        Column(name: "id", title: "Identifier", type: .text), Column(name: "n", title: "N", type: .integer),
    ]
    private static let table = Part.beginTable(TableHeader(columns: columns))

    @Test func `a document in order passes and is complete at its end`() throws {
        var order = PartOrder()
        let parts: [Part] = [
            .begin(Self.header), .heading(level: 1, text: "A"), Self.table, .rows([]),
            .rows([[.text("a"), .integer(1)]]), .endTable(TableFooter(totals: [.empty, .integer(1)])),
            .text("B"), Self.table, .endTable(TableFooter()),
        ]
        for part in parts { try order.check(part) }
        #expect(!order.isComplete)
        try order.check(.end)
        #expect(order.isComplete)
    }

    @Test(
        arguments: [
            ([.text("a")], .beforeBegin),
            ([.begin(header), .begin(header)], .secondBegin),
            ([.begin(header), .end, .text("a")], .afterEnd),
            ([.begin(header), .rows([])], .outsideTable),
            ([.begin(header), .endTable(TableFooter())], .outsideTable),
            ([.begin(header), table, .text("a")], .insideTable),
            ([.begin(header), table, table], .insideTable),
            ([.begin(header), table, .end], .insideTable),
            ([.begin(header), .beginTable(TableHeader(columns: []))], .noColumns),
            ([.begin(header), .heading(level: 7, text: "")], .headingLevel(7)),
            ([.begin(header), table, .rows([[.empty]])], .wrongWidth(cells: 1, columns: 2)),
            (
                [.begin(header), table, .endTable(TableFooter(totals: [.empty]))],
                .wrongWidth(cells: 1, columns: 2)
            ),
        ] as [([Part], PartOrderError)])
    func `a part out of order is refused`(parts: [Part], error: PartOrderError) throws {
        var order = PartOrder()
        for part in parts.dropLast() { try order.check(part) }
        let last = try #require(parts.last)
        #expect(throws: error) { try order.check(last) }
    }
}
