import Documents
import Formats
import Testing

struct FormatTests {
    @Test(arguments: [
        ("cvs", "there is no format 'cvs'; did you mean 'csv'?"),
        (
            "parchment",
            "there is no format 'parchment'; there are terminal, markdown, html, csv, xlsx, docx, json"
        ),
    ])
    func `an unknown format gets a suggestion`(name: String, message: String) {
        let error = #expect(throws: FormatError.self) { try Format.named(name) }
        #expect(error?.description == message)
    }

    @Test(arguments: Format.allCases)
    func `each format is found by its name`(format: Format) throws {
        #expect(try Format.named(format.rawValue) == format)
    }

    @Test(arguments: Format.allCases)
    func `parts out of order are refused`(format: Format) throws {
        var writer = format.writer { _ in }
        #expect(throws: PartOrderError.beforeBegin) { try writer.write(.text("a")) }
    }

    private struct DiskFull: Error {}

    @Test(arguments: Format.allCases)
    func `what the destination throws comes out`(format: Format) throws {
        #expect(throws: DiskFull.self) {
            var writer = format.writer { _ in throw DiskFull() }
            try writer.write(.begin(DocumentHeader(title: "A", language: "en")))
            try writer.write(.end)
        }
    }

    // What is no text is an archive, which is put together at its end.
    @Test(arguments: Format.allCases.filter { $0.nameOfFile == nil })
    func `rows leave as they come, in pieces of bounded size`(format: Format) throws {
        var sizes: [Int] = []
        var writer = format.writer { sizes.append($0.count) }
        try writer.write(.begin(DocumentHeader(language: "en")))
        try writer.write(.beginTable(TableHeader(columns: [column("Text", .text)])))
        let rows = Array(repeating: [Cell.text(String(repeating: "a", count: 100))], count: 100)
        for _ in 0..<200 { try writer.write(.rows(rows.map { TableRow($0) })) }
        // Two million bytes went in; what is left inside is less than one piece.
        #expect(sizes.reduce(0, +) > 1_900_000)
        #expect(sizes.allSatisfy { $0 < 200_000 })
    }

    @Test(arguments: Format.allCases)
    func `any parts in order can be written, at any width`(format: Format) throws {
        var random = RandomParts(seed: 4)
        var written = 0
        for width in [nil, 1, 2, 7, 20, 80] {
            // Each chart in a Word document is the work of another program.
            for _ in 0..<(format == .docx ? 3 : 100) {
                var order = PartOrder()
                var writer = format.writer(FormatOptions(width: width)) { written += $0.count }
                for _ in 0..<30 {
                    let part = try random.part()
                    guard (try? order.check(part)) != nil else { continue }
                    try writer.write(part)
                }
            }
        }
        #expect(written > 10_000)
    }
}
